import type { Glosser } from './assembly/speaker-table.ts';
import { NAME } from './gazetteer/entry.ts';
import type { Gazetteer } from './gazetteer/gazetteer.ts';
import { DEMONYM_ENDINGS, IRREGULAR_DEMONYMS } from './languages/en/demonyms.ts';
import type { GlossPlaces } from './languages/gloss-rules.ts';
import { languageOf } from './languages/registry.ts';
import { detectLanguage } from './text/detect-language.ts';
import { foldName } from './text/fold.ts';

/** Places below this rank are too small to stand in the name of an office without a place's name being doubtful. */
const MIN_RANK = 4;

/** Renders names of speakers in the languages that their own language gives rules for. */
export function speakerGlosser(gazetteer: Gazetteer): Glosser {
  const irregular = new Map<number, string>();
  for (const word of IRREGULAR_DEMONYMS)
    for (const { place } of gazetteer.findPeople(foldName(word))) if (!irregular.has(place)) irregular.set(place, word);
  const english = (place: number) => gazetteer.place(place).names.en?.[0] ?? null;
  const adjective = (place: number): string | null => {
    const known = irregular.get(place);
    if (known) return known;
    const name = english(place);
    if (name === null) return null;
    const stem = name.replace(/[aey]$/, '');
    for (const base of [name, stem])
      for (const ending of DEMONYM_ENDINGS)
        if (gazetteer.findPeople(foldName(base + ending)).some((found) => found.place === place)) return base + ending;
    return null;
  };
  const largest = (places: readonly number[]) =>
    places.reduce((best, place) => (best < 0 || gazetteer.rank(place) > gazetteer.rank(best) ? place : best), -1);
  const placesFor = (bases: (folded: string) => readonly string[]): GlossPlaces => ({
    name(folded) {
      const found = gazetteer.find(folded).filter(({ flags }) => (flags & NAME.transliterated) === 0);
      const place = largest(found.map((posting) => posting.place));
      return place >= 0 && gazetteer.rank(place) >= MIN_RANK ? english(place) : null;
    },
    adjective(folded) {
      const found = bases(folded).flatMap((base) => gazetteer.findPeople(base));
      const place = largest(found.map((posting) => posting.place));
      return place >= 0 ? adjective(place) : null;
    },
  });
  return (name) => {
    const language = languageOf(detectLanguage(name));
    const rules = language?.glosses;
    if (!language || !rules) return null;
    const gloss = rules.gloss(name, placesFor(language.names.demonymBases));
    return gloss === null ? null : { [rules.into]: gloss };
  };
}
