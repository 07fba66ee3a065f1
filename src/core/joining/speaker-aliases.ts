/** A speaker as a document names it. */
export interface NamedSpeaker {
  readonly speakerId: string;
  readonly attributedTo: string;
}

/**
 * Speakers of a corpus that a document names by the family name alone, with the id of the full name that another document
 * gives: `blinken` is `antony-blinken`. Only where one full name alone fits. Independent of order; linear.
 */
export function speakerAliases(speakers: Iterable<NamedSpeaker>): ReadonlyMap<string, string> {
  const short = new Set<string>();
  const full = new Map<string, Set<string>>();
  for (const { speakerId, attributedTo } of speakers) {
    const parts = speakerId.split('-');
    const family = parts[parts.length - 1] ?? '';
    if (parts.length === 1) {
      if (!/[\s،,]/u.test(attributedTo.trim())) short.add(speakerId);
    } else if (parts.length === 2) {
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
