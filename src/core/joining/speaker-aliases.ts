import { LANGUAGE_CODES, languageOf } from '../languages/registry.ts';

/** A speaker as a document names it. */
export interface NamedSpeaker {
  readonly speakerId: string;
  readonly attributedTo: string;
}

/**
 * Speakers of a corpus that a document names by the family name alone, with the id of the full name that another document
 * gives: `blinken` is `antony-blinken`. Only where one full name alone fits, and only for people: states, offices and
 * bodies keep their ids. Independent of order; linear.
 */
export function speakerAliases(
  speakers: Iterable<NamedSpeaker>,
  isPlace: (id: string) => boolean,
): ReadonlyMap<string, string> {
  const short = new Set<string>();
  const full = new Map<string, Set<string>>();
  const seen = new Set<string>();
  for (const { speakerId } of speakers) {
    if (seen.has(speakerId)) continue;
    seen.add(speakerId);
    const parts = speakerId.split('-');
    if (parts.length > 2 || isPlace(speakerId) || parts.some((part) => OFFICES.has(part) || isPlace(part))) continue;
    const family = parts[parts.length - 1] ?? '';
    if (parts.length === 1) short.add(speakerId);
    else {
      const known = full.get(family);
      if (known === undefined) full.set(family, new Set([speakerId]));
      else known.add(speakerId);
    }
  }
  const aliases = new Map<string, string>();
  for (const id of short) {
    const [only, ...more] = full.get(id) ?? [];
    if (only !== undefined && more.length === 0) aliases.set(id, only);
  }
  return aliases;
}

/** Parts of the ids of offices and bodies, in every language. */
const OFFICES: ReadonlySet<string> = new Set([
  'speaker',
  ...LANGUAGE_CODES.flatMap((code) => {
    const speech = languageOf(code)?.speech;
    const glosses = [...(speech?.heads.values() ?? [])].map(({ gloss }) => gloss);
    return [...glosses, ...(speech?.glosses.values() ?? [])].flatMap((gloss) => gloss.split('-'));
  }),
]);
