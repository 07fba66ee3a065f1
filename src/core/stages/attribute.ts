import { claimSpans } from '../events/claim-spans.ts';
import { nameSurface } from '../events/names.ts';
import { findQuotes } from '../events/quotes.ts';
import { SpeakerTable } from '../events/speakers.ts';
import { readSpeech } from '../events/speech-reading.ts';
import { type StateOf, tableSeats } from '../gazetteer/seats.ts';
import type { SpeechRules } from '../languages/speech-rules.ts';
import type { Claim } from '../model/claim.ts';
import type { Mention } from '../model/mention.ts';
import type { Notice } from '../model/notice.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';

/**
 * Finds who answers for which stretch of the text: direct and reported speech, sources named by a phrase, statements that
 * go on over several sentences. What no claim covers is the article's own voice. Claims may nest. Linear in the text.
 */
export function attribute(
  text: TokenisedText,
  mentions: readonly Mention[],
  rules: SpeechRules,
  stateOf: StateOf = tableSeats,
): { value: Claim[]; notices: Notice[] } {
  const { context, names, cues } = readSpeech(text, mentions, rules, stateOf);
  const table = new SpeakerTable(context);
  const spans = claimSpans(context, names, cues, findQuotes(text), table);
  for (const name of names) table.enrich(name);
  const value: Claim[] = [];
  const seen = new Set<string>();
  for (const span of spans) {
    const first = text.tokens[span.first];
    const last = text.tokens[span.last - 1];
    if (first === undefined || last === undefined || span.last <= span.first) continue;
    const { attributedTo, speakerId } = table.identity(span.speaker);
    const { start, end } = nameSurface(context, span.name);
    const key = `${first.start} ${last.end} ${speakerId}`;
    if (seen.has(key)) continue;
    seen.add(key);
    value.push({
      start: first.start,
      end: last.end,
      attributedTo,
      speakerId,
      direct: span.direct,
      speaker: { start, end },
    });
  }
  // of two claims over the same words the one made later lies inside
  value.sort((a, b) => a.start - b.start || b.end - a.end);
  return { value, notices: [] };
}
