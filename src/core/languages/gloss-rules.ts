/** What a gloss asks of the gazetteer: names in the language that is glossed into. */
export interface GlossPlaces {
  /** Name of the place that some folded words name. */
  name(folded: string): string | null;
  /** Adjective of the place or people that a folded word is the adjective or the name of. */
  adjective(folded: string): string | null;
}

/**
 * Renders the name of a speaker word for word in another language, for readers who cannot read it. A help to read the
 * words beside it, never a replacement of them; null where a word of it is not known.
 */
export interface GlossRules {
  /** Code of the language that is glossed into. */
  readonly into: string;
  readonly gloss: (name: string, places: GlossPlaces) => string | null;
}
