import type { PlaceKind } from '../core/model/place.ts';

/** What the explorer and its search worker say to each other. */

export interface SearchPlace {
  readonly id: string;
  /** Every name and spelling, the preferred ones first. */
  readonly names: readonly string[];
  /** Mentions in the corpus: the more, the higher in the list. */
  readonly weight: number;
}

export interface SearchEvent {
  readonly id: string;
  /** Kind, place, date and words of the event in all languages of the interface. */
  readonly text: string;
}

export interface SearchDocument {
  readonly id: string;
  readonly url: string;
  readonly translations: readonly { readonly lang: string; readonly url: string }[];
}

export type SearchRequest =
  | {
      readonly type: 'load';
      readonly places: readonly SearchPlace[];
      readonly events: readonly SearchEvent[];
      readonly documents: readonly SearchDocument[];
      readonly lists: NameLists;
      /** Address of the site's data folder, where the index of well-known places lies. */
      readonly data: string;
    }
  | { readonly type: 'query'; readonly serial: number; readonly text: string }
  | { readonly type: 'find'; readonly serial: number; readonly list: NameList; readonly text: string };

/** Lists of choices that are narrowed by typing: the names of each entry, in the order of the atlas. */
export type NameList = 'places' | 'speakers' | 'documents';
export type NameLists = Readonly<Record<NameList, readonly (readonly string[])[]>>;

/** Entries of a list one of whose names is like what was typed, the likest first. */
export interface FoundNames {
  readonly type: 'found';
  readonly serial: number;
  readonly list: NameList;
  readonly text: string;
  readonly found: readonly number[];
}

/** A found stretch `[start, end)` of the text that is shown with it. */
export interface PlaceHit {
  readonly id: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}
export interface EventHit {
  readonly id: string;
}
export interface TextHit {
  readonly document: string;
  /** Offset of the match in the document's text; of its sentence when a translation matched. */
  readonly at: number;
  /** Language of the snippet when it is a translation's. */
  readonly lang?: string;
  readonly snippet: string;
  readonly start: number;
  readonly end: number;
}

/** A well-known place that the corpus does not name. */
export interface ElsewhereHit {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly names: Readonly<Record<string, readonly string[]>>;
  readonly lat: number;
  readonly lon: number;
  /** Names of what it lies in. */
  readonly inside: Readonly<Record<string, readonly string[]>> | null;
}

export interface SearchResults {
  readonly type: 'results';
  readonly serial: number;
  readonly places: readonly PlaceHit[];
  readonly events: readonly EventHit[];
  readonly texts: readonly TextHit[];
  readonly elsewhere: readonly ElsewhereHit[];
  /** Whether texts are still being read; another answer with the same serial follows. */
  readonly reading: boolean;
}
