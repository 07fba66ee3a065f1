import type { Analysis } from './analysis.ts';
import type { DateBasis } from './document.ts';
import type { EventKind, Factuality, JoinedEvent, PlaceRole } from './event.ts';
import type { PlaceGeometry, PlaceKind } from './place.ts';

/**
 * What `mawdi build` writes for the explorer and the explorer's worker makes of a person's own documents: the whole
 * corpus but its texts, in one object that survives JSON and `structuredClone`. Records point at each other by index
 * into these arrays. Mentions lie in columns: there may be a million.
 *
 * Days are whole days since 1970-01-01 in the proleptic Gregorian calendar (negative before). A range of days is
 * closed on both sides; `NO_DAY` stands on both for "undated".
 */
export interface Atlas {
  readonly format: 'mawdi-atlas';
  readonly version: 1;
  readonly title: string;
  /** Title and description in other languages, by code. */
  readonly titles: Readonly<Record<string, string>>;
  readonly description: string;
  readonly descriptions: Readonly<Record<string, string>>;
  readonly documents: readonly AtlasDocument[];
  /** Every place that is mentioned, and every ancestor of one. */
  readonly places: readonly AtlasPlace[];
  readonly speakers: readonly AtlasSpeaker[];
  readonly mentions: MentionColumns;
  readonly events: readonly AtlasEvent[];
  readonly joinedEvents: readonly JoinedEvent[];
}

/** The day of something undated. */
export const NO_DAY = -2147483648;

export interface AtlasDocument {
  readonly id: string;
  readonly title: string;
  /** Titles given by hand in other languages, by code. */
  readonly titles: Readonly<Record<string, string>>;
  readonly lang: string;
  readonly date: string | null;
  readonly dateBasis: DateBasis;
  /** How the date is known, in words. */
  readonly dateNote: string | null;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly words: number;
  readonly source: string | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly passages: number;
  /** How this document names the speakers that it quotes, in the fullest form that it gives. */
  readonly voices: readonly (readonly [speaker: number, name: string])[];
  /** File under the data folder that holds its `DocumentFile`, named after its content. */
  readonly file: string;
  /** Languages that it has a translation in: `translations/<lang>/` and the name of its file. */
  readonly translations?: readonly string[];
}

export interface AtlasPlace {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly geometry: PlaceGeometry;
  readonly lat: number | null;
  readonly lon: number | null;
  /** `[west, south, east, north]` of its shape, if it has one. */
  readonly bbox: readonly [number, number, number, number] | null;
  /** Names by language, preferred first; `ar` and `en` always there. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** Spellings found in the corpus, most frequent first. */
  readonly surfaces: readonly string[];
  /** Indices of the places it lies in, nearest first, all the way up. */
  readonly ancestors: readonly number[];
  readonly rank: number;
  readonly period: string;
  /** Neutral sentences on double names and status. */
  readonly note: Readonly<Record<string, string>>;
  /** Who uses which name: `Xankəndi = official in Azerbaijan; …`. */
  readonly usage: string;
  readonly source: string;
  readonly country: string;
}

/** One speaker of the corpus, however the documents name it. */
export interface AtlasSpeaker {
  readonly id: string;
  /** Ids that single documents give it, such as that of the family name alone. */
  readonly aliases: readonly string[];
  /** Every name that a document gives it, the fullest form first. */
  readonly names: readonly string[];
  /** What each of the names says in another language, by its code: a help to read it, made by rule; null where the rules do not reach. */
  readonly glosses?: Readonly<Record<string, readonly (string | null)[]>>;
}

/** Plain in JSON; typed where a worker hands columns over without copying them. */
export type Column = readonly number[] | Int32Array;

/** One row a mention, in order of document and offset. */
export interface MentionColumns {
  readonly document: Column;
  /** Index of the place, -1 for none. */
  readonly place: Column;
  readonly start: Column;
  readonly end: Column;
  readonly passage: Column;
  /** Index into SENSES. */
  readonly sense: Column;
  /** Per cent. */
  readonly confidence: Column;
  /** Time of what the passage tells: its event's, else its date's, else the document's. */
  readonly firstDay: Column;
  readonly lastDay: Column;
  /** Index of the speaker, -1 for the article's own voice. */
  readonly speaker: Column;
  /** Indices of the events whose span covers the mention. */
  readonly events: readonly (readonly number[])[];
}

/** One telling of an event. */
export interface AtlasEvent {
  readonly id: string;
  readonly document: number;
  readonly passage: number;
  readonly start: number;
  readonly end: number;
  readonly kind: EventKind;
  readonly plover: string | null;
  readonly place: number;
  readonly placeRole: PlaceRole | null;
  readonly date: string | null;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly dateBasis: 'passage' | 'context' | 'document' | null;
  readonly actors: readonly string[];
  /** Index of the speaker, -1 for the article's own voice. */
  readonly speaker: number;
  /** The speaker in the words of this document; null for the article's own voice. */
  readonly attributedTo: string | null;
  readonly figures: readonly {
    readonly what: string;
    readonly value: number;
    readonly approx?: boolean;
    readonly atLeast?: boolean;
    readonly atMost?: boolean;
  }[];
  readonly factuality: Factuality;
  readonly framing: readonly string[];
  /** The words that report it, as written. */
  readonly trigger: string;
  /** The same with the words around, so much that one knows what happened; `…` where the event's words go on. */
  readonly gist: string;
  /** Index into `joinedEvents`. */
  readonly joined: number;
}

/** The file of one document: its text and all that was found in it. Loaded when it is opened or searched. */
export interface DocumentFile {
  readonly text: string;
  readonly analysis: Analysis;
}
