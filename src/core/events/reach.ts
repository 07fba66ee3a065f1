import type { EventRules } from '../languages/event-rules.ts';
import type { Claim } from '../model/claim.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import type { Cue } from './cue.ts';
import type { Draft } from './draft.ts';
import { type Hit, isHard, signOf } from './hit.ts';
import type { Happening } from './merge.ts';

/** How far each happening reaches in its passage: up to the one before and after it, and its claim. */
export function spread(
  text: TokenisedText,
  rules: EventRules,
  index: number,
  first: number,
  limit: number,
  happenings: readonly Happening[],
  claims: readonly Claim[],
  cues: readonly Cue[],
  dateTokens: ReadonlySet<number>,
): Draft[] {
  const drafts: Draft[] = [];
  // a happening told in two places of the sentence ("this war …") has two stretches; the first one is its span
  const ordered: { happening: Happening; hits: Hit[]; main: number }[] = [];
  const tagged: { happening: Happening; hit: Hit }[] = [];
  for (const happening of happenings) for (const hit of happening.hits) tagged.push({ happening, hit });
  tagged.sort((a, b) => a.hit.at - b.hit.at);
  for (const { happening, hit } of tagged) {
    const last = ordered[ordered.length - 1];
    if (last?.happening === happening) last.hits.push(hit);
    else ordered.push({ happening, hits: [hit], main: ordered.findIndex((one) => one.happening === happening) });
  }
  for (const [place, { happening, hits, main }] of ordered.entries()) {
    const head = hits[0] as Hit;
    const tail = hits[hits.length - 1] as Hit;
    const before = ordered[place - 1];
    const after = ordered[place + 1];
    let from = before === undefined ? first : (before.hits[before.hits.length - 1]?.last ?? first);
    let to = after === undefined ? limit : (after.hits[0]?.at ?? limit);
    const claim = happening.claim >= 0 ? (claims[happening.claim] ?? null) : null;
    if (claim !== null) {
      while (from < head.at && (text.tokens[from]?.start ?? 0) < claim.start) from++;
      while (to > tail.last && (text.tokens[to - 1]?.end ?? 0) > claim.end) to--;
    }
    for (const cue of cues) {
      if (cue.start > tail.last && cue.start < to && cue.type !== 'source') to = cue.start;
      if (cue.content > from && cue.content <= head.at && cue.type !== 'bare' && cue.type !== 'source')
        from = cue.content;
    }
    if (before !== undefined) {
      const follows = from === (before.hits[before.hits.length - 1]?.last ?? first);
      const cut = boundary(text, rules, from, head.at, true, dateTokens);
      // nothing between two deeds: what lies there is told of the first one
      from = cut === from && follows ? opening(text, rules, from, head.at) : cut;
    }
    // a relative clause on what happened, with nothing told after it, belongs to it: السيول التي شهدتها …
    const open = after === undefined && tail.use.form === 'noun';
    if (after !== undefined || to < limit) to = boundary(text, rules, tail.last, to, false, dateTokens, open);
    for (let at = head.at - 1; at >= from; at--) if (isHard(text, at)) from = at + 1;
    for (let at = tail.last; at < to; at++) if (isHard(text, at)) to = at;
    while (from < head.at && text.tokens[from]?.type === 'sign') from++;
    while (to > tail.last && text.tokens[to - 1]?.type === 'sign' && !'"”»)'.includes(signOf(text, to - 1))) to--;
    const last = Math.max(to, tail.last);
    if (main >= 0) {
      const known = drafts.find((draft) => draft.trigger === ordered[main]?.hits[0]);
      if (known !== undefined)
        drafts[drafts.indexOf(known)] = { ...known, more: [...(known.more ?? []), [from, last]] };
      continue;
    }
    drafts.push({
      passage: index,
      first: from,
      last,
      trigger: head,
      triggerAt: head.at,
      triggerEnd: head.last,
      kind: happening.kind,
      plover: happening.plover,
      factuality: happening.factuality,
      claim,
      actors: [],
      hits: happening.hits,
      more: [],
    });
  }
  return drafts;
}

/** The last (or first) comma or conjunction between two happenings; the whole stretch goes to the first one if there is none. */
function boundary(
  text: TokenisedText,
  rules: EventRules,
  from: number,
  to: number,
  start: boolean,
  dateTokens: ReadonlySet<number>,
  relatives = false,
): number {
  let found = -1;
  for (let at = from; at < to; at++) {
    const token = text.tokens[at];
    const sign = signOf(text, at);
    const cut =
      ((sign === '،' || sign === ',') && !inNumber(text, at)) ||
      isHard(text, at) ||
      (token?.type === 'word' &&
        rules.clauseOpeners.has(token.folded) &&
        !(relatives && rules.speech.relatives.has(token.folded)) &&
        at > from);
    if (cut) {
      found = at;
      if (!start && (sign === '' || !continues(text, rules, at + 1, to, dateTokens))) break;
    }
  }
  if (start) return found >= 0 ? found + (text.tokens[found]?.type === 'sign' ? 1 : 0) : from;
  return found >= 0 ? found : to;
}

/** 11,300 */
function inNumber(text: TokenisedText, at: number): boolean {
  const { tokens } = text;
  return (
    tokens[at - 1]?.type === 'number' &&
    tokens[at + 1]?.type === 'number' &&
    !tokens[at]?.spaced &&
    !tokens[at + 1]?.spaced
  );
}

/** Where the clause of a finite verb begins when no sign tells. */
function opening(text: TokenisedText, rules: EventRules, from: number, at: number): number {
  if (!rules.triggers.find(text.tokens[at]?.folded ?? '').some((found) => found.use.form === 'verb')) return from;
  return rules.pluperfect.has(text.tokens[at - 1]?.folded ?? '') ? at - 1 : at;
}

/** Whether what follows a comma still belongs to the happening: "among them two children". */
function continues(
  text: TokenisedText,
  rules: EventRules,
  at: number,
  to: number,
  dateTokens: ReadonlySet<number>,
): boolean {
  if (dateTokens.has(at)) return true;
  const folded = text.tokens[at]?.folded ?? '';
  return at < to && rules.context.continues(folded);
}
