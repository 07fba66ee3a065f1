import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { NameRules } from '../languages/name-rules.ts';
import type { Candidate, Mention } from '../model/mention.ts';
import type { PlaceKind } from '../model/place.ts';
import type { Proposal } from '../model/proposal.ts';
import { readCapitals } from '../resolution/capitals.ts';
import { type Anchor, type DocumentContext, documentContext, EMPTY_CONTEXT } from '../resolution/document-context.ts';
import { nestingOf } from '../resolution/nesting.ts';
import { type Nesting, NOT_NESTED, placeOdds, type Ranked, rankOptions } from '../resolution/score.ts';
import { type Surroundings, surroundings } from '../resolution/surroundings.ts';
import { unknownPlaces } from '../resolution/unknown-places.ts';
import { originalOffset } from '../text/fold.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';

/** How `resolve` saw a proposal: what `mawdi explain` prints. */
export interface Judgement {
  readonly proposal: Proposal;
  readonly around: Surroundings;
  readonly ranked: readonly Ranked[];
  /** Probability that it names a place. */
  readonly isPlace: number;
  readonly evidence: readonly string[];
  readonly accepted: boolean;
}

/** A proposal is accepted from this probability on: the point of best F1 on the development texts. */
const ACCEPT = 0.5;
/** Sure enough to speak for others. */
const ANCHOR_IS_PLACE = 0.9;
const ANCHOR_SHARE = 0.8;
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
const MAX_CANDIDATES = 4;

const logistic = (odds: number) => 1 / (1 + Math.exp(-odds));

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
  const around = rowKinds(
    proposals,
    proposals.map((proposal) => surroundings(proposal, text, rules, capitals)),
  );
  const first = judge(text, proposals, around, EMPTY_CONTEXT, gazetteer, rules);
  const anchors: Anchor[] = [];
  for (const { proposal, ranked, isPlace, accepted } of first) {
    const best = ranked[0];
    if (accepted && best && proposal.match === 'name' && isPlace >= ANCHOR_IS_PLACE && best.share >= ANCHOR_SHARE)
      anchors.push({ place: best.place, token: proposal.firstToken, folded: proposal.folded });
  }
  const context = documentContext(anchors, gazetteer);
  const judgements = oneSense(judge(text, proposals, around, context, gazetteer, rules));
  const value: Mention[] = [];
  for (const judgement of judgements) if (judgement.accepted) value.push(toMention(judgement, text, gazetteer, rules));
  if (capitals) value.push(...unknownPlaces(text, value, rules, capitals));
  value.sort((a, b) => a.start - b.start || a.end - b.end);
  return { value, judgements };
}

function judge(
  text: TokenisedText,
  proposals: readonly Proposal[],
  around: readonly Surroundings[],
  context: DocumentContext,
  gazetteer: Gazetteer,
  rules: NameRules,
): Judgement[] {
  const startingAt = new Map<number, number[]>();
  const endingAt = new Map<number, number[]>();
  proposals.forEach((proposal, index) => {
    push(startingAt, proposal.firstToken, index);
    push(endingAt, proposal.lastToken - 1, index);
  });
  const judged: Judgement[] = [];
  const likely = new Float64Array(proposals.length);
  const bestPlace = new Int32Array(proposals.length).fill(-1);
  // a first look without neighbours tells which proposals can be containers and members of rows
  proposals.forEach((proposal, index) => {
    const ranked = rankOptions(proposal, around[index] as Surroundings, NOT_NESTED, context, gazetteer);
    likely[index] = logistic(
      placeOdds(proposal, around[index] as Surroundings, ranked, NOT_NESTED, false, context, gazetteer).odds,
    );
    bestPlace[index] = ranked[0]?.place ?? -1;
  });
  const placeAt = (map: Map<number, number[]>, token: number, threshold: number): number => {
    let found = -1;
    for (const index of map.get(token) ?? [])
      if (
        proposals[index]?.match === 'name' &&
        (likely[index] ?? 0) >= threshold &&
        (found < 0 || (likely[index] ?? 0) > (likely[found] ?? 0))
      )
        found = index;
    return found;
  };
  const rows = rowsWithPlaces(proposals, around, endingAt, likely);
  proposals.forEach((proposal, index) => {
    const here = around[index] as Surroundings;
    const container =
      here.containerAt < 0 ? -1 : containerOf(text, here.containerAt, placeAt, startingAt, rules, bestPlace);
    const row = rows(index) || rowAfter(text, proposal, placeAt, startingAt);
    const nesting: Nesting = rules.commaContains
      ? nestingOf(
          text,
          proposal,
          proposals,
          here,
          container,
          placeAt,
          startingAt,
          endingAt,
          bestPlace,
          gazetteer,
          rules,
        )
      : { containers: container < 0 ? [] : [container], containing: null };
    const ranked = rankOptions(proposal, here, nesting, context, gazetteer);
    const { odds, evidence } = placeOdds(proposal, here, ranked, nesting, row, context, gazetteer);
    judged.push({ proposal, around: here, ranked, isPlace: logistic(odds), evidence, accepted: false });
  });
  return withoutOverlaps(withoutKindWords(judged, context, text, gazetteer, rules));
}

/** Sure enough to say that the others in its row are places as well. */
const ROW_SURE = 0.8;

/** Tells of a proposal whether it stands in a row of names (X، Y وZ) with a likely place, however far apart the two are in it. */
function rowsWithPlaces(
  proposals: readonly Proposal[],
  around: readonly Surroundings[],
  endingAt: ReadonlyMap<number, readonly number[]>,
  likely: Float64Array,
): (index: number) => boolean {
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
  const sure = new Map<number, Set<number>>();
  proposals.forEach((proposal, index) => {
    if (proposal.match !== 'name' || (likely[index] ?? 0) < ROW_SURE) return;
    const row = find(index);
    sure.set(row, (sure.get(row) ?? new Set()).add(proposal.firstToken));
  });
  return (index) => {
    const members = sure.get(find(index));
    if (!members) return false;
    return members.size > (members.has(proposals[index]?.firstToken ?? -1) ? 1 : 0);
  };
}

/** In a row of names the kind word before the first holds for the others (ولايتي تكساس وجورجيا). */
function rowKinds(proposals: readonly Proposal[], around: readonly Surroundings[]): Surroundings[] {
  const kinds = new Map<number, Surroundings>();
  return around.map((here, index) => {
    const proposal = proposals[index] as Proposal;
    const head = here.kinds.length === 0 && here.rowWith >= 0 ? kinds.get(here.rowWith) : undefined;
    const own = head ? { ...here, kinds: head.kinds, kindWord: head.kindWord } : here;
    if (own.kinds.length > 0) kinds.set(proposal.lastToken - 1, own);
    return own;
  });
}

/** The place that a container phrase names: skips a kind word (في محافظة Y). */
function containerOf(
  text: TokenisedText,
  at: number,
  placeAt: (map: Map<number, number[]>, token: number, threshold: number) => number,
  startingAt: Map<number, number[]>,
  rules: NameRules,
  bestPlace: Int32Array,
): number {
  for (let token = at; token < at + 3; token++) {
    const index = placeAt(startingAt, token, 0.6);
    if (index >= 0) return bestPlace[index] ?? -1;
    const word = text.tokens[token];
    if (
      word?.type !== 'word' ||
      !rules
        .read(word.folded)
        .some(
          (reading) =>
            rules.kindBefore.has(reading.stem) ||
            rules.containers.has(reading.stem) ||
            rules.directions.has(reading.stem),
        )
    )
      return -1;
  }
  return -1;
}

/** Whether a row of names goes on after the proposal with a likely place (X وY, X، Y). */
function rowAfter(
  text: TokenisedText,
  proposal: Proposal,
  placeAt: (map: Map<number, number[]>, token: number, threshold: number) => number,
  startingAt: Map<number, number[]>,
): boolean {
  const next = text.tokens[proposal.lastToken];
  if (!next) return false;
  if (next.type === 'word') return /^[وف]/.test(next.folded) && placeAt(startingAt, proposal.lastToken, 0.8) >= 0;
  const sign = text.text.slice(next.start, next.end);
  return (sign === '،' || sign === ',') && placeAt(startingAt, proposal.lastToken + 1, 0.8) >= 0;
}

/**
 * A kind word is part of a name only where the name needs it: when the words after it surely name the same place
 * alone (دولة قطر), the shorter proposal takes the longer one's place; قطاع غزة stays, for غزة is also a city.
 */
function withoutKindWords(
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

/** Longer proposals first, then likelier ones; what overlaps an accepted one is dropped. */
function withoutOverlaps(judged: Judgement[]): Judgement[] {
  const order = judged
    .map((_, index) => index)
    .filter((index) => (judged[index]?.isPlace ?? 0) >= ACCEPT)
    .sort((x, y) => {
      const a = judged[x] as Judgement;
      const b = judged[y] as Judgement;
      const words = b.proposal.lastToken - b.proposal.firstToken - (a.proposal.lastToken - a.proposal.firstToken);
      const names = Number(a.proposal.match === 'people') - Number(b.proposal.match === 'people');
      return words || a.proposal.skipped - b.proposal.skipped || names || b.isPlace - a.isPlace || x - y;
    });
  const taken = new Set<number>();
  const accepted = new Set<number>();
  for (const index of order) {
    const { proposal } = judged[index] as Judgement;
    let free = true;
    for (let token = proposal.firstToken; token < proposal.lastToken && free; token++) free = !taken.has(token);
    if (!free) continue;
    for (let token = proposal.firstToken; token < proposal.lastToken; token++) taken.add(token);
    accepted.add(index);
  }
  return judged.map((judgement, index) => ({ ...judgement, accepted: accepted.has(index) }));
}

/** One name means one place in a document, unless the text itself says otherwise at a mention (a kind word, a container). */
function oneSense(judgements: Judgement[]): Judgement[] {
  const belief = new Map<string, Map<number, number>>();
  for (const { proposal, ranked, accepted } of judgements) {
    if (!accepted) continue;
    const key = `${proposal.match === 'people' ? '@' : ''}${proposal.folded}`;
    const sums = belief.get(key) ?? new Map<number, number>();
    for (const item of ranked) sums.set(item.place, (sums.get(item.place) ?? 0) + Math.log(item.share + 0.02));
    belief.set(key, sums);
  }
  return judgements.map((judgement) => {
    if (!judgement.accepted || judgement.ranked.length < 2) return judgement;
    const own = judgement.ranked[0];
    if (own?.evidence.some((reason) => /^(?:kind-word|contained-in|list:)/.test(reason))) return judgement;
    const sums = belief.get(`${judgement.proposal.match === 'people' ? '@' : ''}${judgement.proposal.folded}`);
    if (!sums) return judgement;
    const agreed = [...sums].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
    if (agreed === undefined || agreed === own?.place) return judgement;
    const chosen = judgement.ranked.find((item) => item.place === agreed);
    if (!chosen) return judgement;
    const rest = judgement.ranked.filter((item) => item !== chosen);
    return {
      ...judgement,
      ranked: [
        { ...chosen, share: Math.max(chosen.share, 0.6), evidence: [...chosen.evidence, 'same-document'] },
        ...rest,
      ],
    };
  });
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
/** A feature that only its namesake stands for is less sure. */
const NAMESAKE = 0.7;

/** Where the kind word of a feature begins that belongs to the name after it (معبر رفح), or -1. */
function featureStart(judgement: Judgement, text: TokenisedText, rules: NameRules): number {
  const { proposal, around } = judgement;
  const token = text.tokens[proposal.firstToken - 1];
  if (proposal.match !== 'name' || proposal.skipped > 0 || token?.type !== 'word') return -1;
  if (!around.kinds.some((kind) => FEATURES.has(kind)) || around.kinds.some((kind) => TRIMMED.has(kind))) return -1;
  const reading = rules.read(token.folded).find(({ stem }) => rules.kindBefore.get(stem) === around.kinds);
  return reading ? originalOffset(text.text, token.start, token.end, reading.skip) : -1;
}

function toMention(judgement: Judgement, text: TokenisedText, gazetteer: Gazetteer, rules: NameRules): Mention {
  const { proposal, ranked, isPlace } = judgement;
  const best = ranked[0] as Ranked;
  const place = gazetteer.place(best.place);
  const round = (value: number) => Math.round(value * 100) / 100;
  const feature = featureStart(judgement, text, rules);
  const start = feature >= 0 ? feature : proposal.start;
  const namesake = feature >= 0 && !judgement.around.kinds.includes(place.kind);
  return {
    start,
    end: proposal.end,
    surface: text.text.slice(start, proposal.end),
    sense: proposal.match === 'people' ? 'demonym' : 'literal',
    passage: text.passageOf[proposal.firstToken] ?? 0,
    placeId: place.id,
    name: place.names.en?.[0] ?? proposal.surface,
    kind: place.kind,
    lat: place.lat,
    lon: place.lon,
    confidence: round(isPlace * best.share * (namesake ? NAMESAKE : 1)),
    evidence: [...new Set([...best.evidence, ...judgement.evidence, ...(namesake ? ['namesake'] : [])])],
    candidates: ranked.slice(1, 1 + MAX_CANDIDATES).map((item): Candidate => {
      const { id, names, country } = gazetteer.place(item.place);
      return {
        placeId: id,
        name: names.en?.[0] ?? proposal.surface,
        country,
        confidence: round(isPlace * item.share),
      };
    }),
  };
}

function push(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
