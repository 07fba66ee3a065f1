import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { NameRules } from '../languages/name-rules.ts';
import type { PlaceKind } from '../model/place.ts';
import type { Proposal } from '../model/proposal.ts';
import { originalOffset } from '../text/fold.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import type { DocumentContext } from './document-context.ts';
import type { Judgement } from './judgement.ts';
import { NOT_NESTED } from './nested.ts';
import { otherFacility } from './other-facility.ts';
import { rankOptions } from './rank-options.ts';

/**
 * Kinds whose kind word belongs to the name however well the place is known without it: ممر لاتشين is the corridor, لاتشين
 * the town, بحر قزوين is never called by its bare name.
 */
const WITH_KIND_WORD: ReadonlySet<PlaceKind> = new Set([
  'corridor',
  'sea',
  'ocean',
  'gulf',
  'strait',
  'canal',
  'airport',
  'port',
  'organisation-area',
  'polity-historical',
]);
/** Kinds whose bare name is nobody else's, even where only the name with the kind word is recorded. */
const OWN_NAME: ReadonlySet<PlaceKind> = new Set(['river', 'valley', 'mountain', 'range', 'lake', 'crossing']);
/** Letters of such a name: a shorter one says too little alone. */
const MIN_OWN_NAME = 3;
/** Kinds of division: after their word the bare name is the division's, although its chief town has it as well (ولاية كسلا). */
const DIVISIONS: ReadonlySet<PlaceKind> = new Set(['state', 'district', 'neighbourhood']);
/** Kinds of feature that are called after a place: with their kind word the name means the feature, not the place. */
const FEATURES: ReadonlySet<PlaceKind> = new Set([
  'facility',
  'base',
  'crossing',
  'port',
  'airport',
  'corridor',
  'river',
  'valley',
  'lake',
  'mountain',
  'canal',
  'strait',
  'gulf',
  'pass',
]);
/** Kinds that a kind word may mean as well, which are no features. */
const SETTLED: ReadonlySet<PlaceKind> = new Set([
  'country',
  'state',
  'district',
  'city',
  'village',
  'neighbourhood',
  'camp',
  'region',
  'island',
]);
/** From this share on a bare name needs no kind word to be understood. */
const ALONE = 0.85;

/**
 * A kind word is part of a name only where the name needs it: when the words after it surely name the same place
 * alone (دولة قطر), the shorter proposal takes the longer one's place; قطاع غزة stays, for غزة is also a city.
 */
export function withoutKindWords(
  judged: Judgement[],
  context: DocumentContext,
  text: TokenisedText,
  gazetteer: Gazetteer,
  rules: NameRules,
): Judgement[] {
  // by first and last token: a name has few words
  const key = (firstToken: number, lastToken: number) => firstToken * 64 + (lastToken - firstToken);
  const byEnd = new Map<number, number>();
  judged.forEach(({ proposal }, index) => {
    if (proposal.match === 'name' && proposal.skipped === 0)
      byEnd.set(key(proposal.firstToken, proposal.lastToken), index);
  });
  const result = [...judged];
  judged.forEach((longer, index) => {
    const { proposal } = longer;
    const best = longer.ranked[0];
    if (
      !best ||
      WITH_KIND_WORD.has(gazetteer.kind(best.place)) ||
      proposal.match !== 'name' ||
      proposal.lastToken - proposal.firstToken < 2
    )
      return;
    const head = text.tokens[proposal.firstToken];
    if (!head || !rules.read(head.folded).some((reading) => rules.kindBefore.has(reading.stem))) return;
    const at = byEnd.get(key(proposal.firstToken + 1, proposal.lastToken));
    if (at === undefined && OWN_NAME.has(gazetteer.kind(best.place))) {
      const trimmed = withoutHead(proposal, gazetteer.kind(best.place), text, gazetteer, rules);
      if (trimmed) result[index] = { ...longer, proposal: trimmed, bare: true };
      return;
    }
    const shorter = at === undefined ? undefined : result[at];
    const same = shorter?.ranked.find((item) => item.place === best.place);
    if (at === undefined || !shorter || !same) return;
    if (!DIVISIONS.has(gazetteer.kind(best.place)) && !meansAlone(shorter, best.place, context, gazetteer)) return;
    result[at] = {
      ...shorter,
      bare: true,
      isPlace: Math.max(shorter.isPlace, longer.isPlace),
      ranked: [{ ...same, share: Math.max(same.share, best.share) }, ...shorter.ranked.filter((item) => item !== same)],
    };
    result[index] = { ...longer, isPlace: 0 };
  });
  return result.map((judgement) => {
    const { around, proposal, ranked } = judgement;
    const best = ranked[0];
    if (judgement.bare || !best || proposal.match !== 'name' || !around.kinds.some((kind) => FEATURES.has(kind)))
      return judgement;
    const kind = gazetteer.kind(best.place);
    if (
      !around.kinds.includes(kind) ||
      WITH_KIND_WORD.has(kind) ||
      otherFacility(best.place, proposal.folded, around, gazetteer)
    )
      return judgement;
    return meansAlone(judgement, best.place, context, gazetteer) ? { ...judgement, bare: true } : judgement;
  });
}

/** The proposal without its kind word, where the rest is no other place's name and no ordinary word (نهر دنيبر); else null. */
function withoutHead(
  proposal: Proposal,
  kind: PlaceKind,
  text: TokenisedText,
  gazetteer: Gazetteer,
  rules: NameRules,
): Proposal | null {
  const first = text.tokens[proposal.firstToken + 1];
  const head = text.tokens[proposal.firstToken];
  if (first?.type !== 'word' || !head) return null;
  // some kind words belong to the name of what they tell (خور, سد)
  if (rules.read(head.folded).some(({ stem }) => rules.unknownNames?.calls(stem) === 'inside')) return null;
  const folded = text.tokens
    .slice(proposal.firstToken + 1, proposal.lastToken)
    .filter(({ type }) => type === 'word')
    .map((token) => token.folded)
    .join(' ');
  const plain =
    rules.commonWords.has(first.folded) || rules.neverNames.has(first.folded) || rules.givenNames.has(first.folded);
  if (
    folded.length < MIN_OWN_NAME ||
    plain ||
    (kind !== 'river' && rules.unknownNames?.plainNoun(folded)) ||
    gazetteer.find(folded).length > 0
  )
    return null;
  return {
    ...proposal,
    start: first.start,
    firstToken: proposal.firstToken + 1,
    surface: text.text.slice(first.start, proposal.end),
    folded,
    preposition: '',
    skipped: 0,
  };
}

/** Whether a name without the kind word before it would surely mean a place. */
function meansAlone(
  { proposal, around }: Judgement,
  place: number,
  context: DocumentContext,
  gazetteer: Gazetteer,
): boolean {
  const [alone] = rankOptions(proposal, { ...around, kinds: [], kindWord: '' }, NOT_NESTED, context, gazetteer);
  return alone !== undefined && alone.place === place && alone.share >= ALONE;
}

/** Where the kind word of a feature begins that belongs to the name after it (معبر رفح), or -1. */
export function featureStart(judgement: Judgement, text: TokenisedText, rules: NameRules): number {
  const { proposal, around, bare } = judgement;
  const token = text.tokens[proposal.firstToken - 1];
  if (bare || proposal.match !== 'name' || proposal.skipped > 0 || token?.type !== 'word') return -1;
  const street = rules.unknownNames?.calls(around.kindStem) === 'inside';
  if (!street && (!around.kinds.some((kind) => FEATURES.has(kind)) || around.kinds.some((kind) => SETTLED.has(kind))))
    return -1;
  const reading = rules
    .read(token.folded)
    .find(({ stem }) => rules.kindBefore.get(stem) === around.kinds && !rules.singularKinds?.has(stem));
  // a channel is no canal: قناة القاهرة
  if (reading && (rules.organisationHeads.has(reading.stem) || rules.looseKinds?.has(reading.stem))) return -1;
  return reading ? originalOffset(text.text, token.start, token.end, reading.skip) : -1;
}
