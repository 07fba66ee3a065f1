import type { ClaimSpan } from './claim-span.ts';
import { type NameContext, signAt } from './names.ts';

/* How far a claim reaches in its sentence. */

/** Where the article takes over again inside a sentence: `، فيما`, `، وهو ما`. */
export function nextBreak(context: NameContext, first: number, last: number): number {
  const { text, rules } = context;
  let quoted = 0;
  for (let at = first; at < last; at++) {
    const sign = signAt(context, at);
    if (sign === '') continue;
    if ('“«'.includes(sign)) quoted++;
    if ('”»'.includes(sign)) quoted = Math.max(0, quoted - 1);
    if (quoted > 0 || (sign !== '،' && sign !== ',')) continue;
    const next = text.tokens[at + 1];
    const after = text.tokens[at + 2];
    if (next === undefined || next.type !== 'word') continue;
    if (afterQuotation(context, first, at)) return at;
    // "…, and a worker was hurt as well": who speaks goes on
    const speaks = rules.verbs.find(after?.folded ?? '').some((one) => one.use.form === 'verb');
    if (rules.goingOn.has(next.folded) && !speaks) continue;
    if (rules.breaks.has(next.folded) && at + 2 < last && at > first + 2) return at;
    if (rules.breaks.has(`${next.folded} ${after?.folded ?? ''}`)) return at;
    if (rules.asides.has(`${next.folded} ${after?.folded ?? ''}`)) return at;
  }
  return -1;
}

/** Whether what is said was a quotation that has closed, and the sentence goes on with another deed: بأنها "شريك"، ووقعت … */
function afterQuotation(context: NameContext, first: number, at: number): boolean {
  const { text, rules } = context;
  const next = text.tokens[at + 1]?.folded ?? '';
  if (!'"”»'.includes(signAt(context, at - 1) || '#') || !'"“«'.includes(signAt(context, first) || '#')) return false;
  const goesOn = rules.complementizers.has(next) || rules.stems(next).some((stem) => rules.complementizers.has(stem));
  return (
    rules.conjoined(next) && !goesOn && rules.stems(next).length > 1 && rules.bare(next.slice(1)) === next.slice(1)
  );
}

export function breakBefore(context: NameContext, at: number): boolean {
  const { text, rules } = context;
  if (rules.breaks.has(`${text.tokens[at - 2]?.folded} ${text.tokens[at - 1]?.folded}`)) return true;
  for (let look = at - 1; look >= 0 && look >= at - 3; look--) {
    const token = text.tokens[look];
    if (token?.type === 'word' && rules.breaks.has(token.folded)) return true;
    if (token?.type === 'sign') return false;
  }
  return false;
}

export function trimmed(context: NameContext, first: number, last: number): number {
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
export function sourceStart(context: NameContext, passage: number, at: number, spans: readonly ClaimSpan[]): number {
  const { text, rules } = context;
  let first = text.firstToken[passage] ?? 0;
  const opening = text.tokens[first]?.folded ?? '';
  const subordinate = rules.shapes.subordinate(opening);
  for (let look = at - 1; look > first; look--) {
    if (signAt(context, look) !== '،') continue;
    const next = text.tokens[look + 1];
    if (next === undefined) continue;
    if (look + 1 < at && rules.breaks.has(next.folded)) {
      first = look + 2;
      break;
    }
    if (subordinate && !rules.shapes.and(next.folded) && !rules.nameEnds.has(next.folded) && at - look > 4) {
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
