import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { NameRules } from '../languages/name-rules.ts';
import type { Candidate, Mention } from '../model/mention.ts';
import type { PlaceKind } from '../model/place.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import { isElsewhere, isStrange } from './company.ts';
import type { DocumentContext } from './document-context.ts';
import type { Judgement } from './judgement.ts';
import { featureStart } from './kind-words.ts';
import { otherFacility } from './other-facility.ts';
import type { Ranked } from './rank-options.ts';

const MAX_CANDIDATES = 4;
/** A feature that only its namesake stands for is less sure. */
const NAMESAKE = 0.7;
/** A small place far from all that the text is about: another of the name, unknown, may be meant. */
const STRANGE = 0.6;
/** A facility of another sort than the one known by the name (مستشفى الأقصى): a mention, but where it stands is not known. */
const UNPLACED = 0.6;

/** From this rank on a quarter is known beyond its town (صنعاء القديمة). */
const KNOWN = 4;
/** Kinds whose names are the same in many towns (حي الروضة). */
const LOCAL: ReadonlySet<PlaceKind> = new Set(['neighbourhood']);

/** Kinds too wide to tell where a feature stands that is called after one. */
const WIDE: ReadonlySet<PlaceKind> = new Set(['country', 'region', 'organisation-area', 'polity-historical', 'other']);

/** The mention that an accepted judgement stands for. */
export function writeMention(
  judgement: Judgement,
  text: TokenisedText,
  gazetteer: Gazetteer,
  rules: NameRules,
  context: DocumentContext,
): Mention {
  const { proposal, ranked, isPlace } = judgement;
  const best = ranked[0] as Ranked;
  const place = gazetteer.place(best.place);
  const round = (value: number) => Math.round(value * 100) / 100;
  const feature = featureStart(judgement, text, rules);
  const start = feature >= 0 ? feature : proposal.start;
  const other = feature >= 0 && otherFacility(best.place, proposal.folded, judgement.around, gazetteer);
  // a square called after a country is not the country
  const after = feature >= 0 && WIDE.has(place.kind);
  const namesake = feature >= 0 && !judgement.around.kinds.includes(place.kind);
  const strange = proposal.match === 'name' && isStrange(best.place, context, gazetteer);
  // a small place elsewhere, of another kind than the text says, is not what the text means
  const unfit =
    strange &&
    judgement.around.kinds.length > 0 &&
    !judgement.around.kinds.includes(place.kind) &&
    !best.evidence.some((reason) => /^(?:kind-word|contained-in)/.test(reason));
  const local =
    LOCAL.has(place.kind) &&
    place.rank < KNOWN &&
    proposal.match === 'name' &&
    isElsewhere(best.place, context, gazetteer);
  if (other || unfit || local || after)
    return {
      start,
      end: proposal.end,
      surface: text.text.slice(start, proposal.end),
      sense: 'literal',
      passage: text.passageOf[proposal.firstToken] ?? 0,
      placeId: null,
      name: text.text.slice(start, proposal.end),
      kind: judgement.around.kinds[0] ?? place.kind,
      lat: null,
      lon: null,
      confidence: UNPLACED,
      evidence: [`kind-word:${judgement.around.kindWord}`],
      candidates: [],
    };
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
    confidence: round(isPlace * best.share * (namesake ? NAMESAKE : 1) * (strange ? STRANGE : 1)),
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
