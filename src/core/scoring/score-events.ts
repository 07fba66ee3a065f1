import type { Analysis } from '../model/analysis.ts';
import type { Span } from '../model/span.ts';
import type { Gold } from './gold.ts';
import { match, overlapping, shared, tally, zero } from './match.ts';
import type { ToldGold } from './score-joins.ts';
import { quote, type ScoreSheet } from './score-sheet.ts';

type GoldEvent = NonNullable<Gold['events']>[number];

/** Scores the events of documents, and keeps those that matched for the score of joining. */
export class EventScore {
  /** What matched gold that says which happening it tells. */
  readonly told: ToldGold[] = [];
  private readonly counts = zero();
  private readonly right = {
    place: [0, 0],
    date: [0, 0],
    speaker: [0, 0],
    factuality: [0, 0],
  } satisfies Record<string, [number, number]>;

  add(events: readonly GoldEvent[], analysis: Analysis, text: string, miss: (what: string, span: Span) => void): void {
    const alike = (mine: (typeof analysis.events)[number], theirs: GoldEvent) =>
      mine.kind === theirs.kind && overlapping(mine, theirs);
    const pairsHere = match(
      analysis.events,
      events,
      alike,
      this.counts,
      (event) => miss(`event ${event.kind} missed`, event),
      (event) => miss(`event ${event.kind} not in gold`, event),
      shared,
    );
    for (const [mine, theirs] of pairsHere) {
      if (theirs.placeId !== undefined && tally(this.right.place, mine.placeId === theirs.placeId))
        miss(`event place ${mine.placeId}, gold ${theirs.placeId}`, mine.trigger);
      if (theirs.date !== undefined && tally(this.right.date, mine.date === theirs.date))
        miss(`event date ${mine.date}, gold ${theirs.date}`, mine.trigger);
      if (theirs.attributedTo !== undefined && tally(this.right.speaker, mine.attributedTo === theirs.attributedTo))
        miss(`speaker ${mine.attributedTo}, gold ${theirs.attributedTo}`, mine.trigger);
      if (theirs.factuality !== undefined && tally(this.right.factuality, mine.factuality === theirs.factuality))
        miss(`factuality ${mine.factuality}, gold ${theirs.factuality}`, mine.trigger);
      if (theirs.join !== undefined)
        this.told.push({
          document: analysis.id,
          event: `${analysis.id} ${mine.id}`,
          join: theirs.join,
          text: quote(text, mine.trigger),
          kind: mine.kind,
        });
    }
  }

  report(sheet: ScoreSheet): void {
    const { counts, right } = this;
    sheet.f1('events, kind and passage', counts);
    sheet.add('event places right', right.place);
    sheet.add('event dates right', right.date);
    sheet.add('event speakers right', right.speaker);
    sheet.add('event factuality right', right.factuality);
  }
}
