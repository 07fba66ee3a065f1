import type { Cue } from './cues.ts';
import { type Name, type NameContext, signAt } from './names.ts';
import type { Quote } from './quotes.ts';
import type { Speaker, SpeakerTable } from './speakers.ts';

/** A claim by tokens, `last` exclusive. */
export interface ClaimSpan {
  readonly first: number;
  last: number;
  speaker: Speaker;
  readonly name: Name;
  readonly direct: boolean;
}

interface Open {
  span: ClaimSpan;
  cue: Cue;
}

/** A quotation shorter than this without a colon or a verb is a word set off, not a claim. */
const MIN_QUOTE_WORDS = 5;
const FALLBACK_QUOTE_WORDS = 8;

/** Turns cues and quotations into claims: how far each reaches, who speaks where the sentence does not say. */
export function claimSpans(
  context: NameContext,
  names: readonly Name[],
  cues: readonly Cue[],
  quotes: readonly Quote[],
  table: SpeakerTable,
): ClaimSpan[] {
  const { text } = context;
  const spans: ClaimSpan[] = [];
  let current = null as { speaker: Speaker; name: Name; cue: Cue } | null;
  let heading: { speaker: Speaker; name: Name } | null = null;
  const cueByContent = new Map<number, { speaker: Speaker; name: Name }>();
  const cueAfter: { at: number; speaker: Speaker; name: Name }[] = [];
  const own: { at: number; speaker: Speaker; name: Name; passage: number }[] = [];
  let open: Open[] = [];
  let passage = -1;
  // who each sentence begins with: "the president visited … And she called it …"
  const leads = new Map<number, Name>();
  for (const name of names) {
    const index = text.passageOf[name.first] ?? -1;
    if (!leads.has(index) && name.first - (text.firstToken[index] ?? 0) <= 3) leads.set(index, name);
  }
  const endOf = (index: number) => text.lastToken[index] ?? 0;
  for (const [index, cue] of cues.entries()) {
    if (cue.passage !== passage) {
      open = [];
      passage = cue.passage;
    }
    const limit = endOf(passage);
    const conjoined =
      cue.use?.conjunction === true || cue.use?.form === 'participle' || breakBefore(context, cue.start);
    // who
    let who: { speaker: Speaker; name: Name } | null = null;
    const same: { speaker: Speaker; name: Name; cue: Cue } | null =
      current !== null && current.cue.passage === passage ? current : null;
    // "… and called on Baku": one name after a verb that takes a hearer, in a sentence that has its speaker
    const told =
      cue.name !== null &&
      cue.verb?.hearer === true &&
      cue.hearer === null &&
      cue.name.first > cue.at &&
      cue.use?.conjunction === true &&
      same !== null;
    if (told && same !== null) who = { speaker: same.speaker, name: same.name };
    else if (cue.name !== null) who = { speaker: table.find(cue.name), name: cue.name };
    else if (cue.use?.first) {
      const around = open[open.length - 1]?.span;
      who = around !== undefined ? { speaker: around.speaker, name: around.name } : null;
    } else if (cue.use?.form === 'participle') {
      const around = open[0]?.span;
      who =
        around !== undefined
          ? { speaker: around.speaker, name: around.name }
          : current?.cue.passage === passage
            ? current
            : null;
    } else if (
      cue.hearer !== null &&
      cue.use?.form === 'verb' &&
      cue.verb?.act !== 'say' &&
      !(current !== null && current.cue.passage === passage)
    ) {
      who = { speaker: table.find(cue.hearer), name: cue.hearer };
    } else if (
      cue.use?.conjunction &&
      cue.start - (text.firstToken[passage] ?? 0) <= 1 &&
      leads.has(passage - 1) &&
      !(current !== null && passage - current.cue.passage <= 1)
    ) {
      const lead = leads.get(passage - 1) as Name;
      who = { speaker: table.find(lead), name: lead };
    } else if (
      current !== null &&
      text.passages[current.cue.passage] !== undefined &&
      passage - current.cue.passage <= 2
    )
      who = current;
    else who = heading;
    if (who === null && cue.hearer !== null && !(cue.use?.first ?? false))
      who = { speaker: table.find(cue.hearer), name: cue.hearer };
    if (who === null) continue;
    if (cue.type === 'heading') {
      heading = who;
      current = { ...who, cue };
      spans.push({ first: cue.content, last: cue.at, speaker: who.speaker, name: who.name, direct: false });
      continue;
    }
    if (cue.type === 'source') {
      const inside = open[open.length - 1];
      if (cue.covers === 'after' && cue.content >= 0) {
        const span: ClaimSpan = {
          first: cue.content,
          last: limit,
          speaker: who.speaker,
          name: who.name,
          direct: false,
        };
        spans.push(span);
        open = [{ span, cue }];
      } else if (inside !== undefined && inside.cue.content > cue.at) {
        // "X said, quoting Y, that …": Y answers for it
        inside.span.speaker = who.speaker;
        spans.push({ ...inside.span, speaker: who.speaker, name: who.name });
      } else {
        const first = sourceStart(context, passage, cue.at, spans);
        spans.push({ first, last: cue.at, speaker: who.speaker, name: who.name, direct: false });
      }
      continue;
    }
    own.push({ at: cue.start, ...who, passage });
    if (cue.type === 'after') {
      cueAfter.push({ at: cue.at, ...who });
      current = { ...who, cue };
      continue;
    }
    if (cue.content < 0) continue;
    // close what this cue ends
    if (conjoined) {
      for (const one of open)
        if (one.span.last > cue.start) one.span.last = trimmed(context, one.span.first, cue.start);
      open = [];
    }
    const parent = open[open.length - 1];
    // what a state's own envoy says that the state does is the envoy's claim
    if (parent !== undefined && table.speaksFor(parent.span.speaker, who.speaker)) continue;
    const end = parent !== undefined ? parent.span.last : limit;
    const span: ClaimSpan = {
      first: cue.type === 'bare' ? cue.start : cue.content,
      last: end,
      speaker: who.speaker,
      name: who.name,
      direct: cue.type === 'quote' || cue.type === 'colon',
    };
    spans.push(span);
    if (cue.type === 'quote' || cue.type === 'colon') cueByContent.set(cue.content, who);
    // a source inside the introduction: "ذكرت وكالة، نقلا عن ممثل، أن"
    const source = cues
      .slice(index + 1, index + 3)
      .find((other) => other.type === 'source' && other.at < cue.content && other.passage === passage);
    if (source?.name != null) {
      const quoted = { speaker: table.find(source.name), name: source.name };
      spans[spans.length - 1] = { ...span, speaker: quoted.speaker, name: quoted.name };
      open.push({ span: spans[spans.length - 1] as ClaimSpan, cue });
      current = { ...quoted, cue };
      continue;
    }
    open.push({ span, cue });
    if (!(cue.use?.first ?? false)) {
      current = { ...who, cue };
    }
    const breaks = nextBreak(context, span.first, end);
    if (breaks >= 0) span.last = trimmed(context, span.first, breaks);
  }
  quoteClaims(context, quotes, spans, cueByContent, cueAfter, own, heading, table);
  return spans.filter((span) => span.last > span.first);
}

/** Where the article takes over again inside a sentence: `، فيما`, `، وهو ما`. */
function nextBreak(context: NameContext, first: number, last: number): number {
  const { text, rules } = context;
  let quoted = 0;
  for (let at = first; at < last; at++) {
    const sign = signAt(context, at);
    if ('“«'.includes(sign || '#')) quoted++;
    if ('”»'.includes(sign || '#')) quoted = Math.max(0, quoted - 1);
    if (quoted > 0 || (sign !== '،' && sign !== ',')) continue;
    const next = text.tokens[at + 1];
    const after = text.tokens[at + 2];
    if (next === undefined || next.type !== 'word') continue;
    if (rules.breaks.has(next.folded) && at + 2 < last && at > first + 2) return at;
    if (rules.breaks.has(`${next.folded} ${after?.folded ?? ''}`)) return at;
    if (next.folded === 'وهو' && after?.folded === 'ما') return at;
  }
  return -1;
}

function breakBefore(context: NameContext, at: number): boolean {
  const { text, rules } = context;
  if (rules.breaks.has(`${text.tokens[at - 2]?.folded} ${text.tokens[at - 1]?.folded}`)) return true;
  for (let look = at - 1; look >= 0 && look >= at - 3; look--) {
    const token = text.tokens[look];
    if (token?.type === 'word' && rules.breaks.has(token.folded)) return true;
    if (token?.type === 'sign') return false;
  }
  return false;
}

function trimmed(context: NameContext, first: number, last: number): number {
  let end = last;
  while (end > first && '،,.؛ '.includes(signAt(context, end - 1) || '#')) end--;
  while (
    end > first &&
    (context.rules.breaks.has(context.text.tokens[end - 1]?.folded ?? '') ||
      '،,'.includes(signAt(context, end - 1) || '#'))
  )
    end--;
  return end;
}

/** What a source phrase after a sentence covers: the sentence, less a subordinate clause that opens it. */
function sourceStart(context: NameContext, passage: number, at: number, spans: readonly ClaimSpan[]): number {
  const { text, rules } = context;
  let first = text.firstToken[passage] ?? 0;
  const opening = text.tokens[first]?.folded ?? '';
  const subordinate = /^و?(?:رغم|بعد|منذ|عقب|بالرغم)/u.test(opening);
  for (let look = at - 1; look > first; look--) {
    if (signAt(context, look) !== '،') continue;
    const next = text.tokens[look + 1];
    if (next === undefined) continue;
    if (look + 1 < at && rules.breaks.has(next.folded)) {
      first = look + 2;
      break;
    }
    if (subordinate && !/^و/u.test(next.folded) && !rules.nameEnds.has(next.folded) && at - look > 4) {
      const inside = spans.some((span) => span.first <= look && span.last > look);
      if (!inside) {
        let earliest = look;
        for (let more = look - 1; more > first; more--) {
          const token = text.tokens[more + 1];
          if (
            signAt(context, more) === '،' &&
            token !== undefined &&
            !rules.nameEnds.has(token.folded) &&
            !rules.relatives.has(token.folded)
          )
            earliest = more;
        }
        first = earliest + 1;
        break;
      }
    }
  }
  return first;
}

type Who = { readonly speaker: Speaker; readonly name: Name };

/** Quotations as claims of whoever introduces them, closes them, or speaks around them. One pass over both lists. */
function quoteClaims(
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
