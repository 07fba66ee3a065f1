/**
 * Weights of the evidence, in log odds. The first table decides whether a proposal names a place at all; the second which
 * of the places with its name it is. Set by measurement on development texts, by hand where the texts hold too few
 * cases; `npx tsx bench/place-weights.ts GOLD.jsonl` shows what each is worth and where it would stand better.
 */
export const IS_PLACE = {
  /** a recorded name */
  name: 1.6,
  /** per step of rank above 5 */
  rank: 0.45,
  /** a name of several words */
  longName: 2.2,
  ambiguous: -2.6,
  /** an ordinary word of the language */
  common: -1.2,
  untagged: -2,
  transliterated: -5,
  sound: -4.2,
  /** per 0.1 of likeness above 0.8 of a sound match */
  likeness: 1.1,
  /** an ordinary word whose owner follows (سيول الأردن) */
  owned: -2.5,
  people: 2.4,
  /** a nisba after the name of a body of a state (الجيش المالي) */
  stateBody: 2.2,
  short: -0.7,
  /** the word before says what kind of place it is, and such a place is known */
  kindWord: 3.4,
  /** it says so, but no place of that kind is known by this name */
  otherKind: 1.2,
  preposition: 1,
  direction: 2,
  conjunctionRow: 2.5,
  /** more where likely places stand on both sides in the row */
  insideRow: 1.2,
  /** the words after place it inside a known place */
  contained: 2.2,
  personTitle: -2.2,
  givenName: -3.2,
  nameLink: -3.6,
  /** "son of" follows */
  filiation: -5,
  /** the town of a club (مولودية وجدة) */
  club: 3,
  /** more against a name after a title with its article (المحلل), or after a given name that is one beyond doubt */
  surelyNamed: -3,
  /** after an adjective of origin that stands for a person (فاز الجزائري X) */
  nationality: -4,
  beforeGivenName: -1.5,
  organisation: -0.4,
  /** letters were read off as particles */
  particle: -0.5,
  /** the same name is sure elsewhere in the document */
  repeated: 1.6,
  /** the places around are close by */
  company: 1.2,
  /** two or more within 70 km; the document is mostly about its country */
  closeCompany: 1.2,
  homeCountry: 0.6,
  /** an agency or channel of that name, by its surroundings */
  media: -6,
  /** a name in another script than the text's, in brackets or alone */
  foreignScript: -7,
  speech: 0.6,
  /** a hashtag of its own; a word in a hashtag that says more, which names a topic */
  hashtag: 1.5,
  hashtagPart: -7,
  /** the form is as well the adjective of the same place, and stands where an adjective would */
  adjective: -5,
  /** a definite word of the form of an attribute after a definite noun (الصحة الاتحادية) */
  attribute: -1.5,
  // scripts with capitals
  /** part of the full name of a person; perhaps of one */
  person: -6,
  personPerhaps: -3,
  /** the surname of a person of whom the document speaks */
  surname: -3.6,
  maybeSurname: -1.6,
  /** an unknown capitalised word right before, right after */
  nameBefore: -2.6,
  nameAfter: -1.8,
  /** in the name of a body */
  bodyName: -0.9,
  /** an ordinary word whose capital does not come from its place in the sentence: part of what `common` took away */
  ownCapital: 1.6,
  /** the document writes the word small elsewhere */
  small: -2,
  personVerb: -1.6,
  /** an ordinary word at the start of a sentence, or the last of the name of a body */
  opener: -3.5,
  compound: -7,
  /** a given name without a surname */
  givenAlone: -2,
  /** the name before the comma lies in this one */
  containing: 2.6,
} as const;

export const WHICH_PLACE = {
  rank: 1.05,
  kindWord: 3.2,
  otherKind: -1.4,
  /** more for the very kind, where towns, counties and states share names */
  ownKind: 1.2,
  contained: 4,
  /** the same where a comma means containment (London, Ontario) */
  comma: 6.5,
  /** of the kind and country of the others in its row */
  row: 4.4,
  country: 2.6,
  near: 1.6,
  /** the same for the first-level division, where towns of one name abound */
  state: 2.8,
  preferred: 0.3,
  untagged: -0.6,
  transliterated: -2.2,
  likeness: 9,
  /** the vowel marks of the name as written are those of the one, not of the other (عمّان, عُمان) */
  marks: 4,
  settlement: 0.35,
  /** after a body of government or a war (وزارة الصحة في غزة) */
  landwide: 1.5,
  /** texts are sent from towns: at the head of a text الجزائر is Algiers */
  dateline: 2,
  /** distances are told from towns */
  distance: 1.5,
  historical: -1.2,
} as const;
