import { NAME } from '../gazetteer/entry.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { PlaceKind } from '../model/place.ts';
import type { Option, Proposal } from '../model/proposal.ts';
import { foldName } from '../text/fold.ts';
import { hasMarks, marksAgree } from '../text/marks.ts';
import { likeness } from '../text/phonetic.ts';
import { NEAR_KM } from './company.ts';
import { type DocumentContext, distanceKm, neighbours } from './document-context.ts';
import type { Nesting, RowShare } from './nested.ts';
import { otherFacility } from './other-facility.ts';
import type { Surroundings } from './surroundings.ts';
import { WHICH_PLACE } from './weights.ts';

/** A place that a proposal can mean, with its share of the belief and the reasons that can be told. */
export interface Ranked {
  readonly place: number;
  readonly option: Option;
  readonly share: number;
  readonly evidence: readonly string[];
}

const DISTRICT_KM = 60;

/** Kinds that answer to a kind word beside its own: newsrooms say منطقة of districts and مدينة of towns and villages alike. */
const ALSO: Partial<Record<PlaceKind, readonly PlaceKind[]>> = {
  city: ['village', 'port'],
  village: ['city', 'neighbourhood'],
  region: ['state', 'district', 'polity-historical', 'other', 'valley'],
  district: ['state'],
  state: ['region', 'district'],
  neighbourhood: ['village', 'camp'],
  camp: ['neighbourhood', 'base'],
  country: ['polity-historical'],
  island: ['state', 'country'],
  mountain: ['range', 'region'],
  valley: ['region', 'river'],
};

function answers(kind: PlaceKind, asked: readonly PlaceKind[]): boolean {
  return asked.includes(kind) || asked.some((word) => ALSO[word]?.includes(kind));
}

function shares(place: number, row: RowShare, gazetteer: Gazetteer): boolean {
  return (
    (row.kind === null || row.kind === gazetteer.kind(place)) &&
    (row.country === null || row.country === gazetteer.country(place)) &&
    (!row.seat || gazetteer.seat(place))
  );
}

/** One option for each place: the name that is recorded best. */
function bestOptions(options: readonly Option[]): readonly Option[] {
  if (options.length < 2) return options;
  const best = new Map<number, Option>();
  for (const option of options) {
    const known = best.get(option.place);
    if (!known || doubt(known) > doubt(option)) best.set(option.place, option);
  }
  return [...best.values()];
}

const doubt = ({ flags }: Option) => flags & (NAME.untagged | NAME.transliterated);

/** Ranks the places that a proposal can mean, best first. */
export function rankOptions(
  proposal: Proposal,
  around: Surroundings,
  nesting: Nesting,
  context: DocumentContext,
  gazetteer: Gazetteer,
): Ranked[] {
  const options = bestOptions(proposal.options);
  // what can mean one place only is ranked without a word of the context
  const several = options.length > 1;
  const marked = several && hasMarks(proposal.surface);
  const scored = options.map((option) => {
    const place = option.place;
    const evidence: string[] = [];
    const kind = gazetteer.kind(place);
    let score = WHICH_PLACE.rank * gazetteer.rank(place);
    if (around.kinds.length > 0 && proposal.match !== 'people') {
      if (answers(kind, around.kinds) && !otherFacility(place, proposal.folded, around, gazetteer)) {
        score += around.kinds.includes(kind) ? WHICH_PLACE.kindWord : WHICH_PLACE.kindWord * 0.7;
        if (around.casing && around.kinds.includes(kind)) score += WHICH_PLACE.ownKind;
        evidence.push(`kind-word:${around.kindWord}`);
      } else score += WHICH_PLACE.otherKind;
    }
    const container = containerAmong(place, nesting, gazetteer);
    if (container >= 0) {
      score += nesting.near ? WHICH_PLACE.comma : WHICH_PLACE.contained;
      evidence.push(`contained-in:${gazetteer.place(container).id}`);
    }
    if (around.dateline && kind === 'city') score += WHICH_PLACE.dateline;
    if (around.landwide && kind === 'region') score += WHICH_PLACE.landwide;
    if (around.distance && (kind === 'city' || kind === 'village')) score += WHICH_PLACE.distance;
    if (nesting.containing?.has(place)) score += WHICH_PLACE.comma;
    if (nesting.row && shares(place, nesting.row, gazetteer)) {
      score += WHICH_PLACE.row;
      evidence.push(`list:${kind}`);
    }
    const code = gazetteer.country(place);
    const share = code ? (context.countries.get(code) ?? 0) : 0;
    if (share > 0 && several) {
      score += WHICH_PLACE.country * Math.min(1, share * 1.5);
      if (share > 0.25) evidence.push(`country:${code}`);
    }
    if (nesting.near && several) {
      const inState = gazetteer
        .ancestors(place)
        .reduce((most, one) => Math.max(most, context.states.get(one) ?? 0), context.states.get(place) ?? 0);
      score += WHICH_PLACE.state * Math.min(1, inState * 1.5);
    }
    if (several && context.anchors.length > 0) {
      const near = neighbours(place, NEAR_KM, context, gazetteer);
      if (near.length > 0) {
        score += WHICH_PLACE.near * Math.min(1, 0.5 + near.length * 0.25);
        evidence.push(
          `company:${near
            .slice(0, 3)
            .map((index) => gazetteer.place(index).id)
            .join(',')}`,
        );
      }
    }
    if (marked) score += WHICH_PLACE.marks * markedAs(proposal.surface, place, gazetteer);
    if (option.flags & NAME.preferred) score += WHICH_PLACE.preferred;
    if (option.flags & NAME.untagged) score += WHICH_PLACE.untagged;
    if (option.flags & NAME.transliterated) {
      score += WHICH_PLACE.transliterated;
      evidence.push(`transliterated:${gazetteer.place(place).names.en?.[0] ?? option.name}`);
    }
    if (proposal.match === 'sound') {
      score += WHICH_PLACE.likeness * (soundLikeness(proposal, option) - 1);
      evidence.push(`spelling:${option.name}`);
    }
    if (kind === 'city') score += WHICH_PLACE.settlement;
    if (kind === 'polity-historical') score += WHICH_PLACE.historical;
    if (proposal.match === 'people') evidence.push('demonym');
    return { place, option, score, evidence };
  });
  if (several)
    scored.sort(
      (a, b) => b.score - a.score || gazetteer.population(b.place) - gazetteer.population(a.place) || a.place - b.place,
    );
  const top = scored[0]?.score ?? 0;
  const total = scored.reduce((sum, item) => sum + Math.exp(item.score - top), 0);
  return scored.map((item) => {
    const { evidence } = item;
    if (scored.length === 1 && proposal.match === 'name') evidence.push('only-place');
    else if (item === scored[0] && evidence.length === 0) evidence.push('prominence');
    return { place: item.place, option: item.option, share: Math.exp(item.score - top) / total, evidence };
  });
}

/** What the vowel marks of a name say of a place that is recorded with marks: 1 for it, -1 against it, 0 nothing. */
function markedAs(surface: string, place: number, gazetteer: Gazetteer): number {
  const full = Object.values(gazetteer.place(place).names).flat().filter(hasMarks);
  if (full.length === 0) return 0;
  return full.some((name) => marksAgree(surface, name)) ? 1 : -1;
}

/** The place among the containers in which a place lies, or -1. */
export function containerAmong(place: number, nesting: Nesting, gazetteer: Gazetteer): number {
  if (nesting.containers.length === 0) return -1;
  const ancestors = gazetteer.ancestors(place);
  const inside = nesting.containers.find((container) => container !== place && ancestors.includes(container));
  return inside ?? nesting.near?.find((container) => container !== place && closeTo(place, container, gazetteer)) ?? -1;
}

/** Towns of the world gazetteer know their state, not their district: nearness to its middle stands for it. */
function closeTo(place: number, district: number, gazetteer: Gazetteer): boolean {
  const lat = gazetteer.lat(place);
  const lon = gazetteer.lon(place);
  const middleLat = gazetteer.lat(district);
  const middleLon = gazetteer.lon(district);
  if (lat === null || lon === null || middleLat === null || middleLon === null) return false;
  return Math.abs(lat - middleLat) < 1 && distanceKm(lat, lon, middleLat, middleLon) <= DISTRICT_KM;
}

export function soundLikeness(proposal: Proposal, option: Option): number {
  return likeness(proposal.folded.replaceAll(' ', ''), foldName(option.name).replaceAll(' ', ''));
}
