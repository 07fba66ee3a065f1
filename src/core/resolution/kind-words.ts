import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { NameRules } from '../languages/name-rules.ts';
import type { PlaceKind } from '../model/place.ts';
import { originalOffset } from '../text/fold.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import type { DocumentContext } from './document-context.ts';
import type { Judgement } from './judgement.ts';
import { NOT_NESTED, rankOptions } from './score.ts';

/** Kinds whose kind word is no part of the name (مدينة يفلاخ); of a corridor, a river or a crossing it is (ممر لاتشين). */
const TRIMMED: ReadonlySet<PlaceKind> = new Set([
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
  const byEnd = new Map<string, number>();
  judged.forEach(({ proposal }, index) => {
    if (proposal.match === 'name' && proposal.skipped === 0)
      byEnd.set(`${proposal.firstToken} ${proposal.lastToken}`, index);
  });
  const result = [...judged];
  judged.forEach((longer, index) => {
    const { proposal } = longer;
    const best = longer.ranked[0];
    if (
      !best ||
      !TRIMMED.has(gazetteer.kind(best.place)) ||
      proposal.match !== 'name' ||
      proposal.lastToken - proposal.firstToken < 2
    )
      return;
    const head = text.tokens[proposal.firstToken];
    if (!head || !rules.read(head.folded).some((reading) => rules.kindBefore.has(reading.stem))) return;
    const at = byEnd.get(`${proposal.firstToken + 1} ${proposal.lastToken}`);
    const shorter = at === undefined ? undefined : result[at];
    const same = shorter?.ranked.find((item) => item.place === best.place);
    if (at === undefined || !shorter || !same) return;
    const alone = rankOptions(
      shorter.proposal,
      { ...shorter.around, kinds: [], kindWord: '' },
      NOT_NESTED,
      context,
      gazetteer,
    )[0];
    if (!alone || alone.place !== best.place || alone.share < ALONE) return;
    result[at] = {
      ...shorter,
      isPlace: Math.max(shorter.isPlace, longer.isPlace),
      ranked: [{ ...same, share: Math.max(same.share, best.share) }, ...shorter.ranked.filter((item) => item !== same)],
    };
    result[index] = { ...longer, isPlace: 0 };
  });
  return result;
}

/** Kinds of feature that are called after a place: with their kind word the name means the feature, not the place. */
const FEATURES: ReadonlySet<PlaceKind> = new Set([
  'facility',
  'base',
  'crossing',
  'port',
  'airport',
  'corridor',
  'river',
  'lake',
  'mountain',
  'canal',
  'strait',
  'gulf',
  'pass',
]);
/** Where the kind word of a feature begins that belongs to the name after it (معبر رفح), or -1. */
export function featureStart(judgement: Judgement, text: TokenisedText, rules: NameRules): number {
  const { proposal, around } = judgement;
  const token = text.tokens[proposal.firstToken - 1];
  if (proposal.match !== 'name' || proposal.skipped > 0 || token?.type !== 'word') return -1;
  if (!around.kinds.some((kind) => FEATURES.has(kind)) || around.kinds.some((kind) => TRIMMED.has(kind))) return -1;
  const reading = rules.read(token.folded).find(({ stem }) => rules.kindBefore.get(stem) === around.kinds);
  return reading ? originalOffset(text.text, token.start, token.end, reading.skip) : -1;
}
