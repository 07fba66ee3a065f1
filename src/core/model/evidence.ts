/**
 * The codes of `Mention.evidence` and what each says. An entry is `code` or `code:value`; the interface words them
 * in its language. A new reason is added here first.
 */
export const EVIDENCE = {
  'only-place': 'No other place of the gazetteer has this name.',
  prominence: 'The best known of the places with this name.',
  'kind-word': 'A word before it says what kind of place it is.',
  'contained-in': 'The text places it in this place (id).',
  company: 'Other places of the document lie close by (ids).',
  country: 'The document is mostly about this country (id).',
  'same-document': 'The same name was settled elsewhere in the document.',
  spelling: 'Found by sound under another spelling (the recorded name).',
  transliterated: 'The Arabic name is not recorded; it was spelt by rule from this Latin name.',
  demonym: 'An adjective or the name of a people of this place.',
  preposition: 'A preposition of place stands before it.',
  namesake: 'The feature itself is not recorded; it stands at the place that it is called after.',
  list: 'It stands in a row with other places.',
  ambiguous: 'The name is also a common word or the name of a person.',
  correction: 'Decided by a person.',
} as const;
