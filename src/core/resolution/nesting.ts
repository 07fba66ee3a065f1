import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { NameRules } from '../languages/name-rules.ts';
import type { PlaceKind } from '../model/place.ts';
import type { Proposal } from '../model/proposal.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import type { Nesting } from './score.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Where "name, name" says that the second contains the first: everything that either can mean, so that each decides the
 * other; and, in a row of three and more, the kind and country that its sure members share.
 */
export function nestingOf(
  text: TokenisedText,
  proposal: Proposal,
  proposals: readonly Proposal[],
  here: Surroundings,
  container: number,
  placeAt: (map: Map<number, number[]>, token: number, threshold: number) => number,
  startingAt: Map<number, number[]>,
  endingAt: Map<number, number[]>,
  bestPlace: Int32Array,
  gazetteer: Gazetteer,
  rules: NameRules,
): Nesting {
  const row = rowOf(text, proposal, proposals, placeAt, startingAt, endingAt, bestPlace, gazetteer, rules);
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

/** Members of a row looked at on either side. */
const ROW_REACH = 4;

/** The kind and country that most of the names in a row with a proposal share; null when there is no such row. */
function rowOf(
  text: TokenisedText,
  proposal: Proposal,
  proposals: readonly Proposal[],
  placeAt: (map: Map<number, number[]>, token: number, threshold: number) => number,
  startingAt: Map<number, number[]>,
  endingAt: Map<number, number[]>,
  bestPlace: Int32Array,
  gazetteer: Gazetteer,
  rules: NameRules,
): Nesting['row'] {
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
  return { kind: kind as PlaceKind, country: country ?? '' };
}
