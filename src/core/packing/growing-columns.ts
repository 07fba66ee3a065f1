import type { MentionColumns } from '../model/atlas.ts';

/** Columns that are being filled. */
export type GrowingColumns = {
  -readonly [Name in keyof MentionColumns]: MentionColumns[Name] extends readonly (readonly number[])[]
    ? (readonly number[])[]
    : number[];
};

export function emptyColumns(): GrowingColumns {
  return {
    document: [],
    place: [],
    start: [],
    end: [],
    passage: [],
    sense: [],
    confidence: [],
    firstDay: [],
    lastDay: [],
    speaker: [],
    events: [],
  };
}
