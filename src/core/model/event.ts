import type { Span } from './span.ts';

/** The kinds of event, each with the PLOVER class that fits (null where none does). A corpus can add kinds. */
export const EVENT_KINDS = {
  offensive: 'ASSAULT',
  shelling: 'ASSAULT',
  attack: 'ASSAULT',
  ceasefire: 'AGREE',
  'ceasefire-violation': 'ASSAULT',
  negotiation: 'CONSULT',
  agreement: 'AGREE',
  blockade: 'COERCE',
  displacement: null,
  casualties: 'ASSAULT',
  landmine: 'ASSAULT',
  prisoners: 'CONCEDE',
  detention: 'COERCE',
  protest: 'PROTEST',
  statement: null,
  accusation: 'ACCUSE',
  demand: 'REQUEST',
  threat: 'THREATEN',
  visit: 'CONSULT',
  aid: 'AID',
  sanction: 'SANCTION',
  accountability: 'ACCUSE',
  'political-status': null,
  'territorial-change': null,
  election: null,
  disaster: null,
  accident: null,
  other: null,
} as const;

export type EventKind = keyof typeof EVENT_KINDS;

/** What a figure counts. */
export const FIGURE_COUNTS = [
  'killed',
  'civilians-killed',
  'soldiers-killed',
  'wounded',
  'missing',
  'displaced',
  'evacuated',
  'prisoners',
  'detained',
  'villages',
  'positions',
  'vehicles',
  'districts',
  'buildings',
  'protesters',
  'other',
] as const;

/** A number that the passage gives, with what it counts and the words around it. */
export interface Figure extends Span {
  readonly what: (typeof FIGURE_COUNTS)[number];
  readonly value: number;
  /** نحو, حوالي */
  readonly approx?: boolean;
  /** أكثر من, ما لا يقل عن */
  readonly atLeast?: boolean;
  /** يصل إلى */
  readonly atMost?: boolean;
}

export type PlaceRole = 'location' | 'topic' | 'seat';
export type Factuality = 'reported' | 'negated' | 'possible';

/** One happening as one passage reports it, with who says so. */
export interface Event extends Span {
  readonly id: string;
  readonly passage: number;
  readonly kind: EventKind;
  readonly plover: string | null;
  /** The words that report it. */
  readonly trigger: Span;
  readonly placeId: string | null;
  readonly placeRole: PlaceRole | null;
  /** EDTF; null when the text does not date it. */
  readonly date: string | null;
  /** Where the date comes from. */
  readonly dateBasis: 'passage' | 'context' | 'document' | null;
  /** For an undated act of speech that the report tells as news of its day: that day, EDTF. It is no date that the text gives. */
  readonly reportedOn?: string;
  readonly actors: readonly string[];
  /** The speaker in the document's own words, in its fullest form there; null for the article's own voice. */
  readonly attributedTo: string | null;
  /** Equal for speakers that are the same, over documents too; null for the article's own voice. */
  readonly speakerId: string | null;
  readonly figures: readonly Figure[];
  /** Tells of several happenings of its kind at once: two wars. */
  readonly several?: true;
  readonly factuality: Factuality;
  /** The word the passage uses for what happened, where sources differ in it (تطهير عرقي, مكافحة الإرهاب). */
  readonly framing: readonly string[];
}

/** Where tellings of one event differ, side by side. */
export interface Difference {
  /** `killed`, `wounded` … for figures; `date`, `place` (the names used for it), `framing`, `kind`. */
  readonly about: string;
  readonly tellings: readonly {
    readonly documentId: string;
    readonly eventId: string;
    readonly value: string;
    readonly attributedTo: string | null;
  }[];
}

/** One event of the world with all its tellings. */
export interface JoinedEvent {
  readonly id: string;
  readonly kind: EventKind;
  readonly placeId: string | null;
  readonly date: string | null;
  /** `documentId` and event id of each telling, in order of document date. */
  readonly tellings: readonly { readonly documentId: string; readonly eventId: string; readonly sure: boolean }[];
  readonly differences: readonly Difference[];
}
