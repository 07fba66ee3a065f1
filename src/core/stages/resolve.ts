import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { NameRules } from '../languages/name-rules.ts';
import type { Mention } from '../model/mention.ts';
import type { Proposal } from '../model/proposal.ts';
import { readCapitals } from '../resolution/capitals.ts';
import { type Anchor, type DocumentContext, documentContext, EMPTY_CONTEXT } from '../resolution/document-context.ts';
import { byToken, type FirstLook, firstLook, logistic } from '../resolution/first-look.ts';
import type { Judgement } from '../resolution/judgement.ts';
import { withoutKindWords } from '../resolution/kind-words.ts';
import { isNotNested, type Nesting } from '../resolution/nested.ts';
import { containerOf, containingOf, nestingOf } from '../resolution/nesting.ts';
import { oneSense } from '../resolution/one-sense.ts';
import { withoutOverlaps } from '../resolution/overlaps.ts';
import { placeOdds } from '../resolution/place-odds.ts';
import { rankOptions } from '../resolution/rank-options.ts';
import { readRows, rowAfter, rowKinds } from '../resolution/rows.ts';
import { type Surroundings, surroundings } from '../resolution/surroundings.ts';
import { unknownCalled, unknownInRows } from '../resolution/unknown-called.ts';
import { unknownPlaces } from '../resolution/unknown-places.ts';
import { writeMention } from '../resolution/write-mention.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';

/** Sure enough to speak for others. */
const ANCHOR_IS_PLACE = 0.9;
const ANCHOR_SHARE = 0.8;
/** Sure enough that the ordinary word before it belongs to it. */
const OWNER_SURE = 0.8;

/**
 * Decides which proposals name places and which place each means. Two passes: the names that are beyond doubt come
 * first, and then speak for the doubtful ones by country, nearness and repetition. Of overlapping proposals the longer
 * one stays. Finds nothing that was not proposed, but for names which the text itself calls places.
 */
export function resolve(
  text: TokenisedText,
  proposals: readonly Proposal[],
  gazetteer: Gazetteer,
  rules: NameRules,
): { value: Mention[]; judgements: Judgement[] } {
  const capitals = readCapitals(text, rules);
  const peoples = new Set<number>();
  for (const { match, firstToken } of proposals) if (match === 'people') peoples.add(firstToken);
  const seen = proposals.map((proposal) => surroundings(proposal, text, rules, capitals));
  const surnames = new Set<string>();
  proposals.forEach(({ match, folded }, at) => {
    if (match === 'people' && capitals === null && seen[at]?.givenName) surnames.add(folded);
  });
  const around = rowKinds(
    proposals,
    proposals.map((proposal, at) => {
      const here = seen[at] as Surroundings;
      // only what is the name of a people too can be its adjective (تركية, not كبكابية) or be counted (39 سوريا)
      const adjective = (here.adjective || here.counted) && peoples.has(proposal.firstToken);
      const nationality = here.nationality && peoples.has(proposal.firstToken - 1);
      const namesake =
        proposal.match === 'people' && here.standsAlone && !here.givenName && surnames.has(proposal.folded);
      return adjective === here.adjective && nationality === here.nationality && !namesake
        ? here
        : { ...here, adjective, nationality, namesake };
    }),
    text,
    rules,
  );
  const tokens = byToken(proposals);
  const alone = firstLook(proposals, around, tokens, EMPTY_CONTEXT, gazetteer, null);
  const first = judge(text, alone, EMPTY_CONTEXT, gazetteer, rules);
  const anchors: Anchor[] = [];
  for (const { proposal, ranked, isPlace, accepted } of first) {
    const best = ranked[0];
    if (accepted && best && proposal.match === 'name' && isPlace >= ANCHOR_IS_PLACE && best.share >= ANCHOR_SHARE)
      anchors.push({ place: best.place, token: proposal.firstToken, folded: proposal.folded });
  }
  const context = documentContext(anchors, gazetteer);
  const together = firstLook(proposals, around, tokens, context, gazetteer, alone);
  const judgements = oneSense(judge(text, together, context, gazetteer, rules));
  const value: Mention[] = [];
  for (const judgement of judgements)
    if (judgement.accepted) value.push(writeMention(judgement, text, gazetteer, rules, context));
  if (rules.unknownNames) {
    value.push(...unknownCalled(text, value, rules, rules.unknownNames));
    value.push(...unknownInRows(text, value, rules, rules.unknownNames));
  }
  if (capitals) value.push(...unknownPlaces(text, value, rules, capitals));
  value.sort((a, b) => a.start - b.start || a.end - b.end);
  return { value, judgements };
}

/** Whether a likely name follows without a particle: an ordinary word before it is its noun (سيول الأردن, بورصة نيويورك). */
function ownedByNext(proposal: Proposal, { proposals, placeAt, startingAt }: FirstLook): boolean {
  const next = placeAt(startingAt, proposal.lastToken, OWNER_SURE);
  return next >= 0 && proposals[next]?.skipped === 0;
}

function judge(
  text: TokenisedText,
  look: FirstLook,
  context: DocumentContext,
  gazetteer: Gazetteer,
  rules: NameRules,
): Judgement[] {
  const { proposals, around } = look;
  const rows = readRows(look, gazetteer);
  const judged = proposals.map((proposal, index): Judgement => {
    const here = around[index] as Surroundings;
    const container = here.containerAt < 0 ? -1 : containerOf(text, here.containerAt, look, rules);
    const vouched = rows.vouched(index);
    const after = rowAfter(text, proposal, look);
    const row = vouched && after ? 'inside' : vouched || after ? 'end' : null;
    const nesting: Nesting = rules.commaContains
      ? nestingOf(text, proposal, here, container, look, gazetteer, rules)
      : {
          containers: container < 0 ? [] : [container],
          containing: containingOf(text, proposal, look, gazetteer, rules),
          row: rows.shared(index),
          owned: proposal.common && ownedByNext(proposal, look),
        };
    // without a neighbour that says something it looks as it did at first
    const alone = isNotNested(nesting);
    const ranked = (alone && look.ranked[index]) || rankOptions(proposal, here, nesting, context, gazetteer);
    const { odds, evidence } =
      (alone && row === null && look.odds[index]) ||
      placeOdds(proposal, here, ranked, nesting, row, context, gazetteer);
    return { proposal, around: here, ranked, isPlace: logistic(odds), evidence, accepted: false };
  });
  return withoutOverlaps(withoutKindWords(judged, context, text, gazetteer, rules));
}
