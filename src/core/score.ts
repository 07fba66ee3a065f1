import type { Analysis } from './model/analysis.ts';
import type { JoinedEvent } from './model/event.ts';
import type { Gold } from './scoring/gold.ts';
import { DateScore } from './scoring/score-dates.ts';
import { EventScore } from './scoring/score-events.ts';
import { scoreJoins } from './scoring/score-joins.ts';
import { PlaceScore } from './scoring/score-places.ts';
import { type Miss, type Score, ScoreSheet } from './scoring/score-sheet.ts';

/**
 * Scores analyses against gold, with the measures of published geoparsing (Gritta et al. 2018, "What's missing in
 * geographical parsing?": precision, recall, F1 over spans, accuracy@161 km, AUC of the logarithmic error) and the
 * accuracy of senses, places, dates and events on what matches. `pairs` holds a gold document with its analysis,
 * `joined` the joined events of all of them, where joining is to be scored.
 */
export function score(
  pairs: readonly { readonly gold: Gold; readonly analysis: Analysis; readonly text: string }[],
  joined: readonly JoinedEvent[] | null = null,
): {
  scores: Score[];
  misses: Miss[];
} {
  const sheet = new ScoreSheet();
  const [places, dates, events] = [new PlaceScore(), new DateScore(), new EventScore()];
  for (const { gold, analysis, text } of pairs) {
    const miss = sheet.missesOf(gold.id, text);
    if (gold.mentions) places.add(gold.mentions, analysis, miss);
    if (gold.dates) dates.add(gold.dates, analysis, miss);
    if (gold.events) events.add(gold.events, analysis, text, miss);
  }
  places.report(sheet);
  dates.report(sheet);
  events.report(sheet);
  if (joined !== null && events.told.length > 0) scoreJoins(events.told, joined, sheet);
  return { scores: sheet.scores, misses: sheet.misses };
}
