import type { Analysis } from '../model/analysis.ts';
import type { Span } from '../model/span.ts';
import type { Gold } from './gold.ts';
import { match, same, tally, zero } from './match.ts';
import type { ScoreSheet } from './score-sheet.ts';

/** Scores the dates of documents. */
export class DateScore {
  private readonly counts = zero();
  private readonly right: [number, number] = [0, 0];

  add(dates: NonNullable<Gold['dates']>, analysis: Analysis, miss: (what: string, span: Span) => void): void {
    const pairsHere = match(
      analysis.dates,
      dates,
      same,
      this.counts,
      (span) => miss('date missed', span),
      (span) => miss('date not in gold', span),
    );
    for (const [mine, theirs] of pairsHere)
      if (theirs.edtf !== undefined && tally(this.right, mine.edtf === theirs.edtf))
        miss(`date ${mine.edtf}, gold ${theirs.edtf}`, mine);
  }

  report(sheet: ScoreSheet): void {
    sheet.f1('dates, span', this.counts);
    sheet.add('date values right', this.right);
  }
}
