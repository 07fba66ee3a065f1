import { NAME } from '../gazetteer/entry.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Proposal } from '../model/proposal.ts';
import { companyOdds } from './company.ts';
import type { DocumentContext } from './document-context.ts';
import type { Nesting } from './nested.ts';
import { containerAmong, type Ranked, soundLikeness } from './rank-options.ts';
import type { Surroundings } from './surroundings.ts';
import { IS_PLACE } from './weights.ts';

/** Log odds that a proposal names a place at all, and what speaks for it. */
export interface PlaceOdds {
  readonly odds: number;
  readonly evidence: readonly string[];
}

export function placeOdds(
  proposal: Proposal,
  around: Surroundings,
  ranked: readonly Ranked[],
  nesting: Nesting,
  row: 'inside' | 'end' | null,
  context: DocumentContext,
  gazetteer: Gazetteer,
): PlaceOdds {
  const evidence: string[] = [];
  const best = ranked[0];
  if (!best) return { odds: -9, evidence };
  const flags = best.option.flags;
  const rank = gazetteer.rank(best.place);
  let odds = 0;
  if (proposal.match === 'people') odds += IS_PLACE.people + (around.stateBody ? IS_PLACE.stateBody : 0);
  else odds += IS_PLACE.name + IS_PLACE.rank * (rank - 5);
  if (proposal.folded.includes(' ')) odds += proposal.common ? 0 : IS_PLACE.longName;
  else if (proposal.folded.length <= 3 && proposal.match !== 'people') odds += IS_PLACE.short;
  if (proposal.common) odds += IS_PLACE.common;
  if (proposal.common || best.option.flags & NAME.ambiguous) {
    odds += IS_PLACE.ambiguous;
    evidence.push('ambiguous');
  }
  if (proposal.match === 'sound')
    odds += IS_PLACE.sound + IS_PLACE.likeness * (soundLikeness(proposal, best.option) - 0.8) * 10;
  if (flags & NAME.untagged) odds += IS_PLACE.untagged;
  if (flags & NAME.transliterated) odds += IS_PLACE.transliterated;
  if (proposal.match !== 'people') {
    if (around.kinds.length > 0)
      odds += best.evidence.some((reason) => reason.startsWith('kind-word')) ? IS_PLACE.kindWord : IS_PLACE.otherKind;
    odds += IS_PLACE.preposition * around.preposition;
    if (around.preposition > 0) evidence.push('preposition');
    if (around.direction) odds += IS_PLACE.direction;
    if (nesting.containers.length > 0)
      odds += IS_PLACE.contained * (containerAmong(best.place, nesting, gazetteer) >= 0 ? 1 : 0.2);
    if (nesting.containing?.has(best.place)) odds += IS_PLACE.containing;
    if (row !== null) {
      odds += IS_PLACE.conjunctionRow + (row === 'inside' ? IS_PLACE.insideRow : 0);
      evidence.push('list');
    }
    if (around.speech && rank >= 7) odds += IS_PLACE.speech;
    if (context.anchors.length > 0 && rank < 7) odds += companyOdds(best.place, proposal.common, context, gazetteer);
    if (around.personTitle && around.kinds.length === 0) odds += IS_PLACE.personTitle * (rank >= 7 ? 0.3 : 1);
    if (around.nationality && around.kinds.length === 0) odds += IS_PLACE.nationality;
    if (around.organisation) odds += IS_PLACE.organisation;
    if (around.hashtag === 'whole') odds += proposal.common ? 0 : IS_PLACE.hashtag;
    else if (around.hashtag === 'part') odds += IS_PLACE.hashtagPart;
    if (around.adjective) odds += IS_PLACE.adjective;
    if (nesting.owned && around.kinds.length === 0) odds += IS_PLACE.owned;
    if (around.attribute && rank < 7) odds += IS_PLACE.attribute;
    if (around.media) odds += IS_PLACE.media;
    if (around.filiation) odds += IS_PLACE.filiation;
    if (around.club) odds += IS_PLACE.club;
    if (
      around.surelyNamed &&
      around.kinds.length === 0 &&
      around.preposition === 0 &&
      gazetteer.kind(best.place) !== 'country'
    )
      odds += IS_PLACE.surelyNamed;
    if (around.foreignScript && around.preposition === 0 && around.kinds.length === 0) odds += IS_PLACE.foreignScript;
  }
  if (around.casing) odds += casingOdds(proposal, around, rank);
  if (around.givenName) odds += IS_PLACE.givenName * (rank >= 8 && proposal.match !== 'people' ? 0.8 : 1);
  if (around.namesake) odds += IS_PLACE.surname;
  if (around.nameLink) odds += IS_PLACE.nameLink;
  if (around.beforeGivenName && rank < 8) odds += IS_PLACE.beforeGivenName;
  if (proposal.skipped > 0 && around.preposition === 0) odds += IS_PLACE.particle;
  const settled = context.sureNames.get(proposal.folded);
  // a name is no witness for itself
  const elsewhere = settled && (settled.first !== proposal.firstToken || settled.last !== proposal.firstToken);
  if (elsewhere && ranked.some((item) => item.place === settled.place)) {
    odds += IS_PLACE.repeated;
    evidence.push('same-document');
  }
  return { odds, evidence };
}

/** What capitals say for and against a place. */
function casingOdds(proposal: Proposal, around: Surroundings, rank: number): number {
  const casing = around.casing;
  if (casing === null) return 0;
  let odds = 0;
  const several = proposal.folded.includes(' ');
  if (casing.person === 1) odds += IS_PLACE.person;
  else if (casing.person === 2) odds += IS_PLACE.personPerhaps;
  if (proposal.match === 'people') return odds;
  const kind = around.kinds.length > 0;
  if (casing.surname) odds += IS_PLACE.surname * (rank >= 8 ? 0.4 : 1) * (kind ? 0.3 : 1);
  else if (casing.maybeSurname && rank < 6 && around.preposition === 0) odds += IS_PLACE.maybeSurname;
  if (casing.nameBefore && !kind) odds += IS_PLACE.nameBefore;
  if (casing.organisation) odds += IS_PLACE.bodyName;
  else if (casing.nameAfter && !kind) odds += IS_PLACE.nameAfter * (rank >= 7 || several ? 0.4 : 1);
  if (proposal.common && !casing.mute) odds += IS_PLACE.ownCapital;
  if (casing.opener || casing.tail) odds += IS_PLACE.opener;
  if (casing.compound) odds += IS_PLACE.compound;
  if (casing.small && !several) odds += IS_PLACE.small;
  if (casing.given && rank < 7 && !kind && around.preposition === 0) odds += IS_PLACE.givenAlone;
  if (casing.personVerb && rank < 6 && !several && !kind) odds += IS_PLACE.personVerb;
  return odds;
}
