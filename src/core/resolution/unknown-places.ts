import type { NameRules } from '../languages/name-rules.ts';
import type { Mention } from '../model/mention.ts';
import type { PlaceKind } from '../model/place.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import type { Capitals } from './capitals.ts';

const MAX_WORDS = 4;
/** Of the names that a kind word or a container calls places, nearly all are. */
const SURE = 0.6;
const CONTAINERS: ReadonlySet<PlaceKind> = new Set(['country', 'state', 'district']);

/**
 * Capitalised names that no gazetteer knows and that the text itself calls places: "the village of X", "in X, Scotland".
 * They are mentions without a place: honestly, where they lie is not known.
 */
export function unknownPlaces(
  text: TokenisedText,
  known: readonly Mention[],
  rules: NameRules,
  capitals: Capitals,
): Mention[] {
  const covered = new Set<number>();
  const startingAt = new Map<number, Mention>();
  let token = 0;
  for (const mention of [...known].sort((a, b) => a.start - b.start)) {
    while (token < text.tokens.length && (text.tokens[token]?.end ?? 0) <= mention.start) token++;
    startingAt.set(token, mention);
    for (let at = token; at < text.tokens.length && (text.tokens[at]?.start ?? 0) < mention.end; at++) covered.add(at);
  }
  const found: Mention[] = [];
  const word = (at: number) => (text.tokens[at]?.type === 'word' ? (text.tokens[at]?.folded ?? '') : '');
  for (let at = 1; at < text.tokens.length; at++) {
    if (capitals.upper[at] !== 1 || capitals.mute[at] === 2 || covered.has(at) || capitals.person[at] !== 0) continue;
    const passage = text.passageOf[at] ?? -1;
    if (passage < 0 || text.passages[passage]?.furniture || text.passageOf[at - 1] !== passage) continue;
    const named = (index: number) =>
      capitals.upper[index] === 1 &&
      !covered.has(index) &&
      capitals.person[index] === 0 &&
      !rules.neverNames.has(word(index).replace(/s$/, '')) &&
      !rules.neverNames.has(word(index)) &&
      !capitals.rules.functionWords.has(word(index));
    if (!named(at)) continue;
    let last = at + 1;
    while (last - at < MAX_WORDS && named(last)) last++;
    const kinds = rules.kindBefore.get(`${word(at - 2)} ${word(at - 1)}`);
    const container = text.text[text.tokens[last]?.start ?? -1] === ',' ? startingAt.get(last + 1) : undefined;
    const inside =
      (rules.prepositions.get(word(at - 1)) ?? 0) >= 1 &&
      container?.kind != null &&
      CONTAINERS.has(container.kind) &&
      container.passage === passage;
    const body = capitals.rules.organisationTails.has(word(last - 1)) || rules.organisationHeads.has(word(at));
    if ((kinds || inside) && !body && text.tokens[at]?.script === 'latn') {
      const start = text.tokens[at]?.start ?? 0;
      const tail = text.tokens[last - 1];
      const written = text.text.slice(tail?.start ?? 0, tail?.end ?? 0);
      const end = (tail?.end ?? start) - (/['’]s$/u.test(written) ? 2 : 0);
      const surface = text.text.slice(start, end);
      found.push({
        start,
        end,
        surface,
        sense: 'literal',
        passage,
        placeId: null,
        name: surface,
        kind: kinds?.[0] ?? null,
        lat: null,
        lon: null,
        confidence: SURE,
        evidence: kinds ? [`kind-word:${word(at - 2)}`] : [`contained-in:${container?.placeId ?? ''}`],
        candidates: [],
      });
    }
    at = last - 1;
  }
  return found;
}
