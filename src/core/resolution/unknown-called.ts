import type { NameRules, UnknownNameRules } from '../languages/name-rules.ts';
import type { Mention } from '../model/mention.ts';
import type { PlaceKind } from '../model/place.ts';
import { originalOffset } from '../text/fold.ts';
import { byForm, perRules } from '../text/forms.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';

/** Of the names that a kind word calls places, most are. */
const SURE = 0.6;
const QUOTES = new Set(['"', '“', '”', '«', '»']);
const MAX_QUOTED = 3;

/** The reading of a word that calls the next one a place; null for none. */
const callingWordsOf = perRules((unknown: UnknownNameRules) =>
  perRules((rules: NameRules) =>
    byForm((folded) => rules.read(folded).find(({ stem }) => unknown.calls(stem) !== null) ?? null),
  ),
);

/**
 * Names that no gazetteer knows and that the text itself calls places, in a script without capitals (قرية X, مخيم "X").
 * They are mentions without a place: honestly, where they lie is not known. Linear in the text.
 */
export function unknownCalled(
  text: TokenisedText,
  known: readonly Mention[],
  rules: NameRules,
  unknown: UnknownNameRules,
): Mention[] {
  const covered = coveredTokens(text, known);
  const callsOf = callingWordsOf(unknown)(rules);
  const found: Mention[] = [];
  for (let at = 0; at + 1 < text.tokens.length; at++) {
    const head = text.tokens[at];
    if (head?.type !== 'word') continue;
    const reading = callsOf(head);
    if (reading === null || covered.has(at) || rules.nameLinks.has(text.tokens[at - 1]?.folded ?? '')) continue;
    const passage = text.passageOf[at] ?? -1;
    if (passage < 0 || text.passages[passage]?.furniture || text.passageOf[at + 1] !== passage) continue;
    const name = nameAfter(text, at, reading.stem, passage, covered, rules, unknown);
    if (!name) continue;
    const inside = unknown.calls(reading.stem) === 'inside';
    const kindStart = originalOffset(text.text, head.start, head.end, reading.skip);
    const start = inside ? kindStart : (text.tokens[name.first]?.start ?? 0);
    const end = text.tokens[name.last]?.end ?? start;
    const surface = text.text.slice(start, end);
    found.push({
      start,
      end,
      surface,
      sense: 'literal',
      passage,
      placeId: null,
      name: surface,
      kind: rules.kindBefore.get(reading.stem)?.[0] ?? null,
      lat: null,
      lon: null,
      confidence: SURE,
      evidence: [`kind-word:${text.text.slice(kindStart, head.end)}`],
      candidates: [],
    });
    at = name.last;
  }
  return found;
}

function coveredTokens(text: TokenisedText, known: readonly Mention[]): Set<number> {
  const covered = new Set<number>();
  let token = 0;
  for (const mention of [...known].sort((a, b) => a.start - b.start)) {
    while (token < text.tokens.length && (text.tokens[token]?.end ?? 0) <= mention.start) token++;
    for (let at = token; at < text.tokens.length && (text.tokens[at]?.start ?? 0) < mention.end; at++) covered.add(at);
  }
  return covered;
}

/** Kinds whose names stand in rows of their like. */
const SETTLED: ReadonlySet<PlaceKind> = new Set(['city', 'village', 'neighbourhood', 'camp', 'district']);
/** A single word that stands between two names of places is one, less surely than after a kind word. */
const IN_ROW = 0.5;

/** Names that no gazetteer knows between two known ones in a row: كبكابية وكتم ومليط. */
export function unknownInRows(
  text: TokenisedText,
  known: readonly Mention[],
  rules: NameRules,
  unknown: UnknownNameRules,
): Mention[] {
  const places = [...known].sort((a, b) => a.start - b.start);
  const settled = (one: Mention) => one.sense !== 'demonym' && SETTLED.has(one.kind ?? 'other');
  const found: Mention[] = [];
  let token = 0;
  for (let index = 0; index + 1 < places.length; index++) {
    const left = places[index] as Mention;
    const right = places[index + 1] as Mention;
    if (!settled(left) || !settled(right) || left.passage !== right.passage || right.start - left.end > MAX_BETWEEN)
      continue;
    while (token < text.tokens.length && (text.tokens[token]?.start ?? 0) < left.end) token++;
    let at = token;
    const first = at;
    if (isComma(text, at)) at++;
    const word = text.tokens[at];
    if (word?.type !== 'word' || word.script !== 'arab') continue;
    const joined = rules.read(word.folded).find((one) => one.conjunction && one.preposition === '' && one.skip === 1);
    if (at === first && !joined) continue;
    const after = isComma(text, at + 1) ? at + 2 : at + 1;
    const next = text.tokens[after];
    if (!next || next.start > right.start || next.end <= right.start) continue;
    if (after === at + 1 && next.start === right.start) continue;
    const stem = joined ? joined.stem : word.folded;
    if (ordinary(stem, rules) || rules.givenNames.has(stem) || !unknown.couldStandInRow(stem)) continue;
    const start = joined ? originalOffset(text.text, word.start, word.end, joined.skip) : word.start;
    const surface = text.text.slice(start, word.end);
    found.push({
      start,
      end: word.end,
      surface,
      sense: 'literal',
      passage: left.passage,
      placeId: null,
      name: surface,
      kind: null,
      lat: null,
      lon: null,
      confidence: IN_ROW,
      evidence: ['list'],
      candidates: [],
    });
  }
  return found;
}

/** Letters that one unknown name and what joins it to its neighbours may take. */
const MAX_BETWEEN = 20;

function isComma(text: TokenisedText, at: number): boolean {
  const token = text.tokens[at];
  return token?.type === 'sign' && /^[،,]$/.test(text.text.slice(token.start, token.end));
}

/** The tokens of the name after a kind word, or null where none stands there. */
function nameAfter(
  text: TokenisedText,
  kindAt: number,
  kindWord: string,
  passage: number,
  covered: ReadonlySet<number>,
  rules: NameRules,
  unknown: UnknownNameRules,
): { first: number; last: number } | null {
  const here = (at: number) =>
    text.passageOf[at] === passage && text.tokens[at]?.type === 'word' && !covered.has(at)
      ? text.tokens[at]
      : undefined;
  const isQuote = (at: number) => {
    const token = text.tokens[at];
    return token?.type === 'sign' && QUOTES.has(text.text.slice(token.start, token.end));
  };
  if (isQuote(kindAt + 1)) {
    const first = kindAt + 2;
    let last = first;
    while (last - first < MAX_QUOTED && here(last) && !isQuote(last)) last++;
    return last > first && isQuote(last) ? { first, last: last - 1 } : null;
  }
  const first = here(kindAt + 1);
  if (first?.script !== 'arab') return null;
  if (unknown.called(kindWord, first.folded)) return { first: kindAt + 1, last: kindAt + 1 };
  const second = here(kindAt + 2);
  // called after a person: مستشفى كمال عدوان
  if (unknown.calls(kindWord) === 'inside' && rules.givenNames.has(first.folded))
    return second && second.script === 'arab' && !ordinary(second.folded, rules)
      ? { first: kindAt + 1, last: kindAt + 2 }
      : null;
  if (ordinary(first.folded, rules, unknown.namesNouns(kindWord) && unknown.plainNoun(first.folded))) return null;
  if (unknown.heads.has(first.folded))
    return second && second.script === 'arab' && !ordinary(second.folded, rules)
      ? { first: kindAt + 1, last: kindAt + 2 }
      : null;
  if (!unknown.couldBeName(kindWord, first.folded, text.text.slice(first.start, first.end))) return null;
  return { first: kindAt + 1, last: kindAt + 1 };
}

/** Whether a word is known to be something else than a name, under any reading of its particles. */
function ordinary(folded: string, rules: NameRules, nounsToo = false): boolean {
  return rules
    .read(folded)
    .some(
      ({ stem, skip }) =>
        rules.neverNames.has(stem) ||
        rules.prepositions.has(stem) ||
        rules.directions.has(stem) ||
        rules.kindBefore.has(stem) ||
        rules.speechVerbs.has(stem) ||
        rules.personTitles.has(stem) ||
        rules.organisationHeads.has(stem) ||
        rules.stateBodies.has(stem) ||
        (skip === 0 && !nounsToo && rules.commonWords.has(stem)),
    );
}
