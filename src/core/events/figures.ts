import type { Counted, EventRules } from '../languages/event-rules.ts';
import type { Figure } from '../model/event.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import { eventWordsOf, withoutParticle } from './event-word.ts';

/** A number in the text, in digits or words, with the tokens it takes. */
interface Amount {
  readonly first: number;
  readonly last: number;
  readonly value: number;
  /** For a dual, what it names two of. */
  readonly dual: string;
}

function valueAt(text: TokenisedText, at: number, rules: EventRules): { value: number; last: number } | null {
  const token = text.tokens[at];
  if (token === undefined) return null;
  if (token.type === 'number') {
    let digits = token.folded;
    let last = at + 1;
    // 30,000 and 30.000
    while (
      text.tokens[last]?.type === 'sign' &&
      !text.tokens[last]?.spaced &&
      text.tokens[last + 1]?.type === 'number' &&
      !text.tokens[last + 1]?.spaced &&
      text.tokens[last + 1]?.folded.length === 3 &&
      /^[,.،٬]$/u.test(text.text.slice(text.tokens[last]?.start, text.tokens[last]?.end))
    ) {
      digits += text.tokens[last + 1]?.folded ?? '';
      last += 2;
    }
    return digits.length > 12 ? null : { value: Number(digits), last };
  }
  if (token.type !== 'word') return null;
  const next = text.tokens[at + 1];
  for (const word of [token.folded, withoutParticle(token.folded, rules), rules.bare(token.folded)]) {
    const pair = next?.type === 'word' ? rules.numbers.values.get(`${word} ${next.folded}`) : undefined;
    if (pair !== undefined) return { value: pair, last: at + 2 };
    const value = rules.numbers.values.get(word);
    if (value !== undefined) return { value, last: at + 1 };
  }
  return null;
}

const dualOf = ({ person, what }: Counted): string => {
  if (what === 'civilians-killed') return 'civilian';
  if (what === 'soldiers-killed') return 'soldier';
  return person ? 'person' : what;
};

function amountAt(text: TokenisedText, at: number, limit: number, rules: EventRules): Amount | null {
  const token = text.tokens[at];
  if (token?.type === 'word') {
    if (!eventWordsOf(rules)(token).mayCount) return null;
    const dual = rules.numbers.duals.get(token.folded) ?? rules.numbers.duals.get(withoutParticle(token.folded, rules));
    if (dual !== undefined) return { first: at, last: at + 1, value: 2, dual };
  }
  const begin = valueAt(text, at, rules);
  if (begin === null) return null;
  // where nouns have a dual, the word "two" stands after what it counts: مدنيين اثنين
  if (begin.value === 2 && token?.type === 'word' && rules.numbers.duals.size > 0) {
    const before = withoutParticle(text.tokens[at - 1]?.folded ?? '', rules);
    const counted = rules.counted.find(before)[0]?.entry;
    if (counted) return { first: at - 1, last: at + 1, value: 2, dual: dualOf(counted) };
  }
  let value = begin.value;
  let last = begin.last;
  for (let round = 0; round < 4 && last < limit; round++) {
    const word = text.tokens[last];
    const multiplier = word?.type === 'word' ? rules.numbers.multipliers.get(word.folded) : undefined;
    if (multiplier !== undefined) {
      value = value < multiplier || round === 0 ? value * multiplier : value;
      last++;
      continue;
    }
    // ثلاثة وعشرون, مئة وخمسون, 6 آلاف و500
    if (word?.type === 'word' && rules.speech.shapes.and(word.folded) && word.folded.length > 2) {
      const more = valueAt(text, last, rules);
      if (
        more !== null &&
        ((more.value >= 20 && value < 10) || (more.value < 100 && value >= 100 && value % 100 === 0))
      ) {
        value += more.value;
        last = more.last;
        continue;
      }
    }
    break;
  }
  return { first: at, last, value, dual: '' };
}

function precededBy(text: TokenisedText, at: number, list: readonly (readonly string[])[], rules: EventRules): number {
  for (const phrase of list) {
    const first = at - phrase.length;
    if (first < 0) continue;
    let fits = true;
    for (let index = 0; index < phrase.length && fits; index++) {
      const folded = text.tokens[first + index]?.folded ?? '';
      if (
        folded !== phrase[index] &&
        !(index === 0 && rules.speech.prefixed(folded) && folded.slice(1) === phrase[index])
      )
        fits = false;
    }
    if (fits) return first;
  }
  return -1;
}

/** Behind "at least" where that follows what is counted: 17 مدنيا على الأقل [قتلوا]. */
function afterPhrase(text: TokenisedText, at: number, { numbers }: EventRules): number {
  const found = numbers.atLeastAfter.find((phrase) =>
    phrase.every((word, index) => text.tokens[at + index]?.folded === word),
  );
  return at + (found?.length ?? 0);
}

/** People who are something already, displaced or detained, and whom the verb right before them kills or wounds. */
const IN_PLIGHT: ReadonlySet<Figure['what']> = new Set(['displaced', 'prisoners', 'detained', 'protesters']);

const hurt = (what: Figure['what'], fate: Figure['what'] | null): Figure['what'] =>
  IN_PLIGHT.has(what) && (fate === 'killed' || fate === 'wounded') ? fate : what;

/**
 * The figures of a stretch of text with what they count. `becomes(at)` tells what happened to people at that token (the
 * trigger near it): killed, wounded, evacuated. Dates are left alone by `taken`.
 */
export function findFigures(
  text: TokenisedText,
  first: number,
  limit: number,
  rules: EventRules,
  taken: (at: number) => boolean,
  becomes: (first: number, last: number) => Figure['what'] | null,
): Figure[] {
  const figures: Figure[] = [];
  for (let at = first; at < limit; at++) {
    const amount = amountAt(text, at, limit, rules);
    if (amount === null || taken(at)) continue;
    const before = text.tokens[at - 1]?.folded ?? '';
    if (
      amount.dual === '' &&
      (rules.numbers.notCounts.has(rules.bare(before)) || text.tokens[at - 1]?.folded === '%')
    ) {
      at = amount.last - 1;
      continue;
    }
    let what: Figure['what'] | null = null;
    let last = amount.last;
    if (amount.dual !== '') {
      const next = text.tokens[amount.last];
      const civilian =
        next !== undefined && rules.counted.find(next.folded).some((found) => found.entry.what === 'civilians-killed');
      const fate = becomes(amount.first, amount.last) ?? 'killed';
      if (amount.dual === 'civilian' || (amount.dual === 'killed' && civilian))
        what = fate === 'killed' ? 'civilians-killed' : fate;
      else if (amount.dual === 'soldier') what = fate === 'killed' ? 'soldiers-killed' : fate;
      else if (amount.dual === 'person') what = becomes(amount.first, amount.last);
      else what = amount.dual as Figure['what'];
      if (civilian) last++;
    } else {
      let look = amount.last;
      if (rules.context.ofThem.has(text.tokens[look]?.folded ?? '')) look++;
      for (let step = 0; step < 2 && look + step < limit; step++) {
        const word = text.tokens[look + step];
        if (word?.type !== 'word') break;
        const counted = rules.counted.find(word.folded)[0];
        if (counted === undefined) {
          // "four in the district of …": the place is not what is counted
          if (step === 0 && rules.placePrepositions.has(word.folded)) break;
          if (step === 0 && text.tokens[look]?.type === 'word' && amount.last === look) continue;
          break;
        }
        last = look + step + 1;
        const fate = counted.entry.person ? becomes(amount.first, afterPhrase(text, last, rules)) : null;
        if (!counted.entry.person) what = hurt(counted.entry.what, becomes(amount.first, -1));
        else if (fate === null) what = null;
        else if (fate === 'killed' && counted.entry.what !== 'other') what = counted.entry.what;
        else if (
          fate === 'killed' &&
          rules.counted.find(text.tokens[last]?.folded ?? '').some((found) => found.entry.what === 'civilians-killed')
        )
          what = 'civilians-killed';
        else what = fate;
        break;
      }
      // "أصيب 22،": a bare number right after what happened to people
      if (what === null && last === amount.last) {
        const next = text.tokens[amount.last];
        const told = rules.triggers.find(before).some((found) => rules.tolls.has(found.entry.lemma));
        const placed = told && next?.type === 'word' && rules.placePrepositions.has(next.folded);
        if (next === undefined || next.type === 'sign' || placed || amount.last >= limit)
          what = becomes(amount.first, -1);
      }
    }
    if (what !== null && amount.value >= 0) {
      const approx = precededBy(text, amount.first, rules.numbers.approx, rules);
      const least = precededBy(text, amount.first, rules.numbers.atLeast, rules);
      const most = precededBy(text, amount.first, rules.numbers.atMost, rules);
      const start = [approx, least, most]
        .filter((index) => index >= first)
        .reduce((low, index) => Math.min(low, index), amount.first);
      const figure: Figure = {
        start: text.tokens[start]?.start ?? 0,
        end: text.tokens[last - 1]?.end ?? 0,
        what,
        value: amount.value,
        ...(approx >= 0 ? { approx: true } : {}),
        ...(least >= 0 || afterPhrase(text, last, rules) > last ? { atLeast: true } : {}),
        ...(most >= 0 ? { atMost: true } : {}),
      };
      if (!figures.some((other) => other.what === figure.what && other.value === figure.value)) figures.push(figure);
    }
    at = Math.max(at, last - 1);
  }
  return figures;
}
