import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { NameRules } from '../languages/name-rules.ts';
import type { PlaceKind } from '../model/place.ts';
import type { Proposal } from '../model/proposal.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import type { FirstLook } from './first-look.ts';
import { nameWordsOf } from './name-word.ts';
import type { Nesting, RowShare } from './nested.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Where "name, name" says that the second contains the first: everything that either can mean, so that each decides the
 * other; and, in a row of three and more, the kind and country that its sure members share.
 */
export function nestingOf(
  text: TokenisedText,
  proposal: Proposal,
  here: Surroundings,
  container: number,
  look: FirstLook,
  gazetteer: Gazetteer,
  rules: NameRules,
): Nesting {
  const { proposals, placeAt, startingAt, endingAt } = look;
  const row = rowOf(text, proposal, look, gazetteer, rules);
  // a row of names of one kind lists them: its commas contain nothing
  if (row) return { containers: [], containing: null, near: [], row };
  const containers = container >= 0 ? [container] : [];
  const near: number[] = [];
  let at = here.containerAt;
  // X, in Y, Z: Y and Z both may contain it
  for (let steps = 0; at >= 0 && steps < 2; steps++) {
    let direct = placeAt(startingAt, at, 0.3);
    if (direct < 0) direct = placeAt(startingAt, at + 1, 0.3);
    if (direct < 0) break;
    for (const option of proposals[direct]?.options ?? []) {
      containers.push(option.place);
      if (gazetteer.kind(option.place) === 'district') near.push(option.place);
    }
    const after = proposals[direct]?.lastToken ?? -1;
    at = isComma(text, after) ? after + 1 : -1;
  }
  const content = here.contentAt < 0 ? -1 : placeAt(endingAt, here.contentAt, 0.1);
  if (content < 0) return { containers, containing: null, near };
  const containing = new Set<number>();
  for (const option of proposals[content]?.options ?? [])
    for (const ancestor of gazetteer.ancestors(option.place)) containing.add(ancestor);
  return { containers, containing, near };
}

function isComma(text: TokenisedText, at: number): boolean {
  const token = text.tokens[at];
  return token?.type === 'sign' && text.text[token.start] === ',';
}

/** Sure enough to say what contains it. */
const CONTENT_SURE = 0.6;

/** Members of a row looked at on either side. */
const ROW_REACH = 4;

/** The kind and country that most of the names in a row with a proposal share; null when there is no such row. */
function rowOf(
  text: TokenisedText,
  proposal: Proposal,
  { proposals, placeAt, startingAt, endingAt, bestPlace }: FirstLook,
  gazetteer: Gazetteer,
  rules: NameRules,
): RowShare | null {
  const counts = new Map<string, number>();
  let members = 0;
  const joins = (at: number) => {
    const token = text.tokens[at];
    return isComma(text, at) || (token?.type === 'word' && rules.conjunctions.has(token.folded));
  };
  const count = (index: number) => {
    const place = bestPlace[index] ?? -1;
    if (place < 0) return;
    members++;
    const key = `${gazetteer.kind(place)} ${gazetteer.country(place)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  let at = proposal.lastToken;
  for (let step = 0; step < ROW_REACH && joins(at); step++) {
    const next = placeAt(startingAt, joins(at + 1) ? at + 2 : at + 1, 0.6);
    if (next < 0) break;
    count(next);
    at = proposals[next]?.lastToken ?? -1;
  }
  at = proposal.firstToken - 1;
  for (let step = 0; step < ROW_REACH && joins(at); step++) {
    const previous = placeAt(endingAt, joins(at - 1) ? at - 2 : at - 1, 0.6);
    if (previous < 0) break;
    count(previous);
    at = (proposals[previous]?.firstToken ?? 0) - 1;
  }
  const [key, most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? ['', 0];
  if (members < 2 || most < 2 || most / members < 0.6) return null;
  const [kind, country] = key.split(' ');
  return { kind: kind as PlaceKind, country: country ?? '', seat: false };
}

/** The place that a container phrase names: skips a kind word (في محافظة Y). */
export function containerOf(
  text: TokenisedText,
  at: number,
  { placeAt, startingAt, bestPlace }: FirstLook,
  rules: NameRules,
): number {
  for (let token = at; token < at + 3; token++) {
    const index = placeAt(startingAt, token, 0.6);
    if (index >= 0) return bestPlace[index] ?? -1;
    const word = text.tokens[token];
    if (word?.type !== 'word' || !nameWordsOf(rules)(word).leads) return -1;
  }
  return -1;
}

/** Where the place just before "in" lies: the name after it then means one of these (كوستي في النيل الأبيض is the state). */
export function containingOf(
  text: TokenisedText,
  proposal: Proposal,
  { placeAt, endingAt, bestPlace }: FirstLook,
  gazetteer: Gazetteer,
  rules: NameRules,
): ReadonlySet<number> | null {
  if (proposal.match !== 'name') return null;
  const attached = proposal.skipped > 0;
  const before = text.tokens[proposal.firstToken - 1];
  if (attached ? !rules.containers.has(proposal.preposition) : !rules.containers.has(before?.folded ?? '')) return null;
  const content = placeAt(endingAt, proposal.firstToken - (attached ? 1 : 2), CONTENT_SURE);
  const place = content < 0 ? -1 : (bestPlace[content] ?? -1);
  return place < 0 ? null : new Set(gazetteer.ancestors(place));
}
