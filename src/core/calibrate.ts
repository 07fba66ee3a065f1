import type { Analysis } from './model/analysis.ts';
import type { Gold } from './scoring/gold.ts';

/** Of the place mentions given a confidence in one tenth, how many are right: named in gold, and the place of gold where it says one. */
export interface Calibration {
  readonly from: number;
  readonly right: number;
  readonly cases: number;
}

/** How often places of each confidence are right; tenths without a case are left out. Demonyms do not count. */
export function calibrate(pairs: readonly { readonly gold: Gold; readonly analysis: Analysis }[]): Calibration[] {
  const right = new Array<number>(10).fill(0);
  const cases = new Array<number>(10).fill(0);
  for (const { gold, analysis } of pairs) {
    if (!gold.mentions) continue;
    const bySpan = new Map(gold.mentions.map((mention) => [`${mention.start} ${mention.end}`, mention]));
    for (const { start, end, sense, placeId, confidence } of analysis.mentions) {
      if (sense === 'demonym') continue;
      const tenth = Math.min(9, Math.floor(confidence * 10));
      const theirs = bySpan.get(`${start} ${end}`);
      cases[tenth] = (cases[tenth] ?? 0) + 1;
      if (theirs && (theirs.placeId === undefined || theirs.placeId === placeId))
        right[tenth] = (right[tenth] ?? 0) + 1;
    }
  }
  return right
    .map((count, tenth) => ({ from: tenth / 10, right: count, cases: cases[tenth] ?? 0 }))
    .filter((bin) => bin.cases > 0);
}
