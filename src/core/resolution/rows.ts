import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { NameRules } from '../languages/name-rules.ts';
import type { Proposal } from '../model/proposal.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import type { FirstLook } from './first-look.ts';
import { nameWordsOf } from './name-word.ts';
import type { RowShare } from './nested.ts';
import type { Surroundings } from './surroundings.ts';

/** Sure enough to say that the others in its row are places as well. */
const ROW_SURE = 0.6;

/** What the rows of names of a document (X، Y وZ) say of their members. */
export interface Rows {
  /** Whether a likely place stands in the row with a proposal, however far apart the two are in it. */
  readonly vouched: (index: number) => boolean;
  /** What most of the others in its row are; null where they are too few or too different. */
  readonly shared: (index: number) => RowShare | null;
}

/** Others in a row that must agree, and their share of all others. */
const ROW_AGREED = 2;
const ROW_SHARE = 0.6;

interface Member {
  readonly firstToken: number;
  readonly place: number;
}

export function readRows(look: FirstLook, gazetteer: Gazetteer): Rows {
  const { proposals, around, likely, bestPlace, endingAt } = look;
  const head = proposals.map((_, index) => index);
  const find = (index: number): number => {
    let at = index;
    while (head[at] !== at) at = head[at] ?? at;
    head[index] = at;
    return at;
  };
  around.forEach(({ rowWith }, index) => {
    if (rowWith < 0 || proposals[index]?.match !== 'name') return;
    for (const other of endingAt.get(rowWith) ?? [])
      if (proposals[other]?.match === 'name') head[find(index)] = find(other);
  });
  const sure = new Map<number, Map<number, Member>>();
  proposals.forEach((proposal, index) => {
    if (proposal.match !== 'name' || (likely[index] ?? 0) < ROW_SURE) return;
    const row = find(index);
    const members = sure.get(row) ?? new Map<number, Member>();
    members.set(proposal.firstToken, { firstToken: proposal.firstToken, place: bestPlace[index] ?? -1 });
    sure.set(row, members);
  });
  const others = (index: number): Member[] => {
    const own = proposals[index]?.firstToken ?? -1;
    return [...(sure.get(find(index))?.values() ?? [])].filter(({ firstToken }) => firstToken !== own);
  };
  return {
    vouched(index) {
      const members = sure.get(find(index));
      if (!members) return false;
      return members.size > (members.has(proposals[index]?.firstToken ?? -1) ? 1 : 0);
    },
    shared(index) {
      if ((proposals[index]?.options.length ?? 0) < 2 || (sure.get(find(index))?.size ?? 0) < ROW_AGREED) return null;
      const members = others(index).filter(({ place }) => place >= 0);
      const agreed = (test: (place: number) => boolean) => {
        const count = members.filter(({ place }) => test(place)).length;
        return count >= ROW_AGREED && count / members.length >= ROW_SHARE;
      };
      if (agreed((place) => gazetteer.kind(place) === 'country'))
        return { kind: 'country', country: null, seat: false };
      if (agreed((place) => gazetteer.seat(place))) return { kind: null, country: null, seat: true };
      const country = gazetteer.country(members[0]?.place ?? -1);
      const kind = gazetteer.kind(members[0]?.place ?? -1);
      if (
        members.length > 0 &&
        agreed((place) => gazetteer.kind(place) === kind && gazetteer.country(place) === country)
      )
        return { kind, country, seat: false };
      return null;
    },
  };
}

/** Unknown members of a row over which its kind word reaches. */
const UNKNOWN_MEMBERS = 3;

/**
 * In a row of names the kind word before the first holds for the others (ولايتي تكساس وجورجيا), whether or not the
 * gazetteer knows those between (ولايات الشمالية ونهر النيل وكسلا).
 */
export function rowKinds(
  proposals: readonly Proposal[],
  around: readonly Surroundings[],
  text: TokenisedText,
  rules: NameRules,
): Surroundings[] {
  const kinds = new Map<number, RowHead>();
  const wordOf = nameWordsOf(rules);
  /** What the row is of whose member ends in a token. */
  const headAt = (token: number): RowHead | undefined => {
    for (let at = token, steps = 0; steps < UNKNOWN_MEMBERS; steps++, at--) {
      const known = kinds.get(at);
      if (known) return known;
      const word = text.tokens[at];
      const before = text.tokens[at - 1];
      if (word?.type !== 'word' || before?.type !== 'word') return undefined;
      const { kinds: own, kindStem } = wordOf(before);
      if (own.length > 0 && rules.pluralKinds?.has(kindStem))
        return { kinds: own, kindWord: text.text.slice(before.start, before.end) };
      if (!rules.conjoined?.(word.folded)) return undefined;
    }
    return undefined;
  };
  return around.map((here, index) => {
    const proposal = proposals[index] as Proposal;
    const head = here.kinds.length === 0 && here.rowWith >= 0 ? headAt(here.rowWith) : undefined;
    const own = head ? { ...here, kinds: head.kinds, kindWord: head.kindWord } : here;
    // the longest name comes first: in نهر النيل the shorter one only has a kind word of its own
    if (own.kinds.length > 0 && !kinds.has(proposal.lastToken - 1)) kinds.set(proposal.lastToken - 1, own);
    return own;
  });
}

type RowHead = Pick<Surroundings, 'kinds' | 'kindWord'>;

/** Whether a row of names goes on after the proposal with a likely place (X وY, X، Y). */
export function rowAfter(text: TokenisedText, proposal: Proposal, { placeAt, startingAt }: FirstLook): boolean {
  const next = text.tokens[proposal.lastToken];
  if (!next) return false;
  if (next.type === 'word') return /^[وف]/.test(next.folded) && placeAt(startingAt, proposal.lastToken, 0.8) >= 0;
  const sign = text.text.slice(next.start, next.end);
  return (sign === '،' || sign === ',') && placeAt(startingAt, proposal.lastToken + 1, 0.8) >= 0;
}
