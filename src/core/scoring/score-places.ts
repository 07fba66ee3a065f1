import type { Analysis } from '../model/analysis.ts';
import type { Span } from '../model/span.ts';
import { distanceKm } from '../resolution/document-context.ts';
import type { GoldMention } from './gold.ts';
import { match, nearly, overlapping, same, tally, zero } from './match.ts';
import type { ScoreSheet } from './score-sheet.ts';

/** Distance above which an error counts as the worst in the area under the error curve (half the earth's girth). */
const WORST_KM = 20_038;

/** Scores the mentions of documents, people apart. */
export class PlaceScore {
  private readonly counts = { exact: zero(), overlap: zero(), clitic: zero(), people: zero() };
  private readonly right = {
    sense: [0, 0],
    place: [0, 0],
    within25: [0, 0],
    within161: [0, 0],
    end: [0, 0],
  } satisfies Record<string, [number, number]>;
  /** Kilometres between where a mention was placed and where it should be. */
  private readonly errors: number[] = [];

  add(mentions: readonly GoldMention[], analysis: Analysis, miss: (what: string, span: Span) => void): void {
    const isPeople = (mention: { readonly sense?: string }) => mention.sense === 'demonym';
    const goldPlaces = mentions.filter((mention) => !isPeople(mention));
    const found = analysis.mentions.filter((mention) => !isPeople(mention));
    match(found, goldPlaces, overlapping, this.counts.overlap);
    match(found, goldPlaces, nearly, this.counts.clitic);
    match(
      analysis.mentions.filter(isPeople),
      mentions.filter(isPeople),
      same,
      this.counts.people,
      (span) => miss('demonym missed', span),
      (span) => miss('demonym not in gold', span),
    );
    const pairsHere = match(
      found,
      goldPlaces,
      same,
      this.counts.exact,
      (span) => miss('place missed', span),
      (span) => miss('place not in gold', span),
    );
    for (const [mine, theirs] of pairsHere) {
      if (theirs.sense !== undefined && tally(this.right.sense, mine.sense === theirs.sense))
        miss(`sense ${mine.sense}, gold ${theirs.sense}`, mine);
      if (theirs.placeId !== undefined && tally(this.right.place, mine.placeId === theirs.placeId))
        miss(`place ${mine.placeId}, gold ${theirs.placeId}`, mine);
    }
    for (const theirs of goldPlaces) {
      if (typeof theirs.lat !== 'number' || typeof theirs.lon !== 'number') continue;
      const mine =
        found.find((mention) => nearly(mention, theirs)) ?? found.find((mention) => overlapping(mention, theirs));
      const km =
        mine && mine.lat !== null && mine.lon !== null ? distanceKm(mine.lat, mine.lon, theirs.lat, theirs.lon) : null;
      tally(this.right.end, km !== null && km <= 161);
      if (km === null) continue;
      this.errors.push(km);
      tally(this.right.within25, km <= 25);
      if (tally(this.right.within161, km <= 161)) miss(`${Math.round(km)} km off, ${mine?.placeId}`, theirs);
    }
  }

  report(sheet: ScoreSheet): void {
    const { counts, right, errors } = this;
    sheet.f1('places, exact span', counts.exact);
    sheet.f1('places, overlapping span', counts.overlap);
    sheet.f1('places, clitic-tolerant span', counts.clitic);
    sheet.f1('demonyms, exact span', counts.people);
    sheet.add('senses right', right.sense);
    sheet.add('place ids right', right.place);
    sheet.add('placed within 25 km', right.within25);
    sheet.add('placed within 161 km', right.within161);
    sheet.add('found and placed within 161 km', right.end);
    if (errors.length === 0) return;
    errors.sort((a, b) => a - b);
    const auc = errors.reduce((sum, km) => sum + Math.log1p(km) / Math.log1p(WORST_KM), 0) / errors.length;
    sheet.measure('AUC of the error (0 is best)', auc, errors.length);
    sheet.measure('median error, km', errors[errors.length >> 1] ?? 0, errors.length);
    sheet.measure('mean error, km', errors.reduce((sum, km) => sum + km, 0) / errors.length, errors.length);
  }
}
