import type { ClaimSpan } from './claim-span.ts';
import { type Name, type NameContext, signAt } from './names.ts';
import type { Quote } from './quotes.ts';
import type { Speaker, SpeakerTable } from './speakers.ts';

/** A quotation shorter than this without a colon or a verb is a word set off, not a claim. */
const MIN_QUOTE_WORDS = 5;

const FALLBACK_QUOTE_WORDS = 8;

type Who = { readonly speaker: Speaker; readonly name: Name };

/** Quotations as claims of whoever introduces them, closes them, or speaks around them. One pass over both lists. */
export function quoteClaims(
  context: NameContext,
  quotes: readonly Quote[],
  spans: ClaimSpan[],
  cueByContent: ReadonlyMap<number, Who>,
  cueAfter: readonly (Who & { readonly at: number })[],
  own: readonly (Who & { readonly at: number })[],
  heading: Who | null,
  table: SpeakerTable,
): void {
  const { text } = context;
  const told = [...spans].sort((a, b) => a.first - b.first);
  const byFirst = new Map<number, ClaimSpan>();
  for (const span of told) if (span.direct) byFirst.set(span.first, span);
  let toldAt = 0;
  let ownAt = 0;
  let afterAt = 0;
  let open: ClaimSpan[] = [];
  for (const quote of quotes) {
    while (toldAt < told.length && (told[toldAt]?.first ?? 0) <= quote.first) open.push(told[toldAt++] as ClaimSpan);
    open = open.filter((span) => span.last > quote.first);
    while (ownAt < own.length && (own[ownAt]?.at ?? 0) < quote.first) ownAt++;
    const passage = text.passageOf[quote.first] ?? -1;
    const introduced = cueByContent.get(quote.first) ?? cueByContent.get(quote.first + 1) ?? null;
    let after = quote.last;
    while (after < text.tokens.length && '،,.؛'.includes(signAt(context, after) || '#')) after++;
    let closer: Who | null = null;
    if (quote.closed) {
      while (afterAt < cueAfter.length && (cueAfter[afterAt]?.at ?? 0) < quote.first) afterAt++;
      for (let look = afterAt; look < cueAfter.length && (cueAfter[look]?.at ?? 0) <= after + 1; look++) {
        const cue = cueAfter[look];
        if (cue !== undefined && cue.at >= quote.last) {
          closer = cue;
          break;
        }
      }
    }
    // introduced by a pronoun and closed by a name: one speaker under two names
    if (introduced !== null && closer !== null && closer.speaker !== introduced.speaker)
      table.merge(introduced.speaker, closer.speaker);
    if (introduced === null && closer !== null && open.length > 0 && signAt(context, quote.first - 1) === ':') {
      const around = open.reduce((best, span) => (span.first >= best.first ? span : best));
      table.merge(around.speaker, closer.speaker);
    }
    let who = introduced ?? closer;
    if (who === null && open.length > 0) {
      // inside a claim: the same speaker word for word
      const around = open.reduce((best, span) => (span.first >= best.first ? span : best));
      if (quote.words < MIN_QUOTE_WORDS) continue;
      who = { speaker: around.speaker, name: around.name };
    }
    if (
      who === null &&
      quote.words >= FALLBACK_QUOTE_WORDS &&
      quote.depth === 0 &&
      quote.first === (text.firstToken[passage] ?? -1)
    ) {
      const next = own[ownAt];
      const inside = !quote.closed && next !== undefined && next.at < quote.last + 12 ? next : null;
      const earlier = own[ownAt - 1];
      const near = earlier !== undefined && passage - (text.passageOf[earlier.at] ?? 0) <= 4 ? earlier : null;
      who = near ?? inside ?? heading;
    }
    if (who === null) continue;
    if (quote.words < MIN_QUOTE_WORDS && introduced === null && closer === null) continue;
    const opened = introduced === null ? undefined : (byFirst.get(quote.first) ?? byFirst.get(quote.first + 1));
    if (opened !== undefined) {
      // the claim that the cue opened is the quotation, over all its sentences
      if (quote.closed || quote.last > opened.last) opened.last = quote.last;
      envoy(told, toldAt, quote, opened.speaker, table);
      continue;
    }
    spans.push({ first: quote.first, last: quote.last, speaker: who.speaker, name: who.name, direct: true });
    envoy(told, toldAt, quote, who.speaker, table);
  }
}

/** Inside an envoy's quotation what the envoy's own state says is the envoy's. */
function envoy(told: readonly ClaimSpan[], from: number, quote: Quote, speaker: Speaker, table: SpeakerTable): void {
  for (let at = from; at < told.length && (told[at]?.first ?? 0) < quote.last; at++) {
    const inner = told[at];
    if (inner !== undefined && inner.last <= quote.last && table.speaksFor(speaker, inner.speaker))
      inner.speaker = speaker;
  }
}
