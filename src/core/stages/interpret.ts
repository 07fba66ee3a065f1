import type { NameRules } from '../languages/name-rules.ts';
import type { SenseCue, SenseRules } from '../languages/sense-rules.ts';
import type { Mention, Sense } from '../model/mention.ts';
import type { PlaceKind } from '../model/place.ts';
import { originalOffset } from '../text/fold.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';

/** Kinds whose bare name usually stands for a government. */
const SPEAKS: ReadonlySet<PlaceKind> = new Set(['country', 'organisation-area', 'polity-historical', 'other']);
const WIDE: ReadonlySet<PlaceKind> = new Set(['region', 'organisation-area', 'country']);
const GOVERNS_WITHIN = 5;

interface Word {
  readonly token: number;
  readonly folded: string;
  readonly cues: ReadonlySet<SenseCue>;
  readonly verb: boolean;
}

/**
 * Decides how each mention is meant, from the verbs, governing nouns and prepositions around it (the table of cues is
 * the language's, the order of the decisions is here). Demonyms stay demonyms unless they are part of an
 * organisation's name. `isSeat` tells capitals: their bare names stand for governments.
 */
export function interpret(
  text: TokenisedText,
  mentions: readonly Mention[],
  names: NameRules,
  rules: SenseRules,
  isSeat: (placeId: string) => boolean,
): Mention[] {
  const tokenAt = new Map<number, number>();
  text.tokens.forEach((token, index) => {
    for (let at = token.start; at < token.end; at++) tokenAt.set(at, index);
  });
  const result: Mention[] = [];
  let previous: { mention: Mention; last: number } | null = null;
  for (const mention of mentions) {
    const first = tokenAt.get(mention.start) ?? 0;
    const last = tokenAt.get(mention.end - 1) ?? first;
    const sense = senseOf(text, mention, first, last, previous, names, rules, isSeat);
    const settled = sense === mention.sense ? mention : { ...mention, sense };
    result.push(settled);
    previous = { mention: settled, last };
  }
  return result;
}

function senseOf(
  text: TokenisedText,
  mention: Mention,
  first: number,
  last: number,
  previous: { mention: Mention; last: number } | null,
  names: NameRules,
  rules: SenseRules,
  isSeat: (placeId: string) => boolean,
): Sense {
  const start = text.firstToken[mention.passage] ?? 0;
  const end = text.lastToken[mention.passage] ?? text.tokens.length;
  const before = wordsBefore(text, first, start, names, rules);
  const next = text.tokens[last + 1];
  const nextWord = next?.type === 'word' && last + 1 < end ? next.folded : '';
  const head = before[0];
  if (rules.cuesAfter && mention.sense !== 'demonym' && inBody(text, mention, first, last, end, names))
    return 'embedded';
  if (mention.sense === 'demonym') return inOrganisationName(before, true) ? 'embedded' : 'demonym';
  if (rules.organisationTails.has(nextWord)) return 'embedded';
  if (isHashtag(text, first)) return 'literal';

  const kind = mention.kind ?? 'other';
  const speaks = SPEAKS.has(kind) || (kind === 'city' && isSeat(mention.placeId ?? ''));
  const token = text.tokens[first];
  const reading =
    token && token.start < mention.start
      ? names
          .read(token.folded)
          .find(({ skip }) => skip > 0 && originalOffset(text.text, token.start, token.end, skip) === mention.start)
      : undefined;
  const attached = reading?.preposition ?? '';
  const joined = token !== undefined && token.start < mention.start && attached === '';

  // second and later members of a row are meant as the first one is
  if (previous && joined && previous.last === first - 1 && previous.mention.sense !== 'demonym')
    return previous.mention.sense;
  if (
    previous &&
    head === undefined &&
    previous.last === first - 2 &&
    previous.mention.sense !== 'demonym' &&
    isComma(text, first - 1)
  )
    return previous.mention.sense;

  const after = rules.cuesAfter
    ? senseAfter(text, mention, last, end, speaks, head, previous, first, names, rules)
    : null;
  if (after) return after;

  const cue = attached === '' ? head : { token: first, folded: attached, cues: cuesOf(attached, rules), verb: false };
  const governors = attached === '' ? before.slice(1) : before;
  if (rules.cuesAfter && (cue === undefined || cue.cues.size === 0)) return 'literal';
  if (cue === undefined || joined) return speaks ? 'metonymic' : 'literal';

  if (cue.cues.has('voice')) return 'metonymic';
  if (cue.cues.has('capital'))
    return governors[0] && (governors[0].verb || governors[0].cues.has('verb')) ? 'metonymic' : 'literal';
  if (cue.cues.has('organisation') && attached === '') return 'embedded';
  if ((cue.cues.has('in') || cue.cues.has('for')) && WIDE.has(kind) && inOrganisationName(governors, false))
    return 'embedded';
  if (kind === 'organisation-area' && cue.cues.has('in') && governed(governors, 'attribute')) return 'associative';
  if (cue.cues.has('done-to')) return 'literal';
  if (cue.cues.has('of')) return ofWhat(governors, speaks);
  if (cue.cues.has('in') && governors[0]?.cues.has('attribute') && kindNoun(cue, names)) return 'associative';
  if (cue.cues.has('in')) return 'literal';
  if (cue.cues.has('attribute')) return 'associative';
  if (cue.cues.has('act')) return 'metonymic';
  if (cue.cues.has('against')) return speaks ? 'metonymic' : 'literal';
  if (cue.cues.has('from') && governors[0]?.cues.has('person')) return 'associative';
  if (cue.cues.has('from') && governors[0]?.cues.has('person')) return 'associative';
  if (!speaks)
    return cue.cues.has('verb')
      ? 'metonymic'
      : cue.cues.has('for') && governed(governors.slice(0, 2), 'belonging')
        ? 'associative'
        : 'literal';
  if (cue.cues.has('to'))
    return !governed(governors, 'move') && governed(governors, 'address') ? 'metonymic' : 'literal';
  if (cue.cues.has('from')) return governed(governors.slice(0, 3), 'agent') ? 'metonymic' : 'literal';
  if (cue.cues.has('on')) return governed(governors, 'address') ? 'metonymic' : 'literal';
  if (cue.cues.has('with')) return governed(governors.slice(0, 3), 'limit') ? 'literal' : 'metonymic';
  if (cue.cues.has('between')) return governed(governors.slice(0, 3), 'limit') ? 'literal' : 'metonymic';
  if (cue.cues.has('about')) return 'literal';
  if (cue.cues.has('for'))
    return governed(governors.slice(0, 2), 'belonging') || governed(governors.slice(0, 1), 'attribute')
      ? 'associative'
      : 'metonymic';
  return 'metonymic';
}

/** Whether the capitalised words around a name make it part of the name of a body: X University, Bank of X, Organization for … in X. */
function inBody(
  text: TokenisedText,
  mention: Mention,
  first: number,
  last: number,
  end: number,
  names: NameRules,
): boolean {
  const upper = (at: number) => {
    const token = text.tokens[at];
    return token?.type === 'word' && /^\p{Lu}/u.test(text.text.slice(token.start, token.start + 2));
  };
  const folded = (at: number) => text.tokens[at]?.folded ?? '';
  const tail = text.tokens[last];
  if (tail && /['’]s$/u.test(text.text.slice(tail.start, tail.end))) return false;
  for (let at = last + 1; at < Math.min(end, last + 5) && upper(at); at++)
    if (names.casing?.organisationTails.has(folded(at))) return true;
  if (upper(first - 1)) return names.organisationHeads.has(folded(first - 1));
  if (!names.prepositions.has(folded(first - 1))) return false;
  // "in" before a town places the body, before Europe it names it
  if (folded(first - 1) !== 'of' && !WIDE.has(mention.kind ?? 'other')) return false;
  for (let at = first - 2; at > first - BODY_WORDS; at--) {
    if (upper(at) && names.organisationHeads.has(folded(at))) return true;
    const joint =
      names.prepositions.has(folded(at)) || names.conjunctions.has(folded(at)) || text.tokens[at]?.type === 'sign';
    const hyphened = text.tokens[at - 1]?.type === 'sign' && text.tokens[at]?.spaced === false;
    if (!upper(at) && !hyphened && !(joint && folded(first - 1) !== 'at')) return false;
    if (text.tokens[at]?.type === 'sign' && text.tokens[at]?.spaced !== false) return false;
  }
  return false;
}

/** Words that the name of a body may have before the place in it. */
const BODY_WORDS = 11;
/** Tokens over which a row of names may run before its verb. */
const ROW_TOKENS = 12;

/** What the words after a name say: possession and offices, the verb of which it is the subject. Null where they say nothing. */
function senseAfter(
  text: TokenisedText,
  mention: Mention,
  last: number,
  end: number,
  speaks: boolean,
  head: Word | undefined,
  previous: { mention: Mention; last: number } | null,
  first: number,
  names: NameRules,
  rules: SenseRules,
): Sense | null {
  const tail = text.tokens[last];
  const possessed = tail !== undefined && tail.end > mention.end;
  const word = (at: number) => (at < end && text.tokens[at]?.type === 'word' ? (text.tokens[at]?.folded ?? '') : '');
  const cues = new Set(rules.cuesAfter?.get(word(last + 1)) ?? []);
  if (cues.has('in')) return possessed ? 'literal' : null;
  if (cues.has('act')) return 'metonymic';
  if (possessed) return speaks || cues.has('attribute') ? 'associative' : 'literal';
  if (cues.has('attribute')) return 'associative';
  // a member of a row is meant as the one before it
  const from = names.articles?.has(word(first - 1)) ? first - 1 : first;
  let joint = from - 1;
  if (names.conjunctions.has(word(joint)) && isComma(text, joint - 1)) joint--;
  const joined = names.conjunctions.has(word(joint)) || isComma(text, joint);
  if (
    previous &&
    joined &&
    previous.last === joint - 1 &&
    previous.mention.sense !== 'demonym' &&
    previous.mention.sense !== 'embedded'
  )
    return previous.mention.sense === 'associative' && !speaks ? null : previous.mention.sense;
  const placed = head !== undefined && head.cues.size > 0 && !head.cues.has('attribute');
  if (!speaks || placed) return null;
  // the verb of which it is a subject, alone or with others: X, Y and Z signed
  let at = last + 1;
  const stop = Math.min(end, last + ROW_TOKENS);
  const inRow = () => names.conjunctions.has(word(at)) || isComma(text, at) || names.articles?.has(word(at));
  if (names.conjunctions.has(word(at)))
    while (
      at < stop &&
      (inRow() || /^\p{Lu}/u.test(text.text.slice(text.tokens[at]?.start ?? 0, (text.tokens[at]?.start ?? 0) + 2)))
    )
      at++;
  while (at < stop && (/ly$/.test(word(at)) || rules.adverbs?.has(word(at)))) at++;
  const verb = word(at);
  if (verb !== '' && ((rules.cuesAfter?.get(verb) ?? []).includes('verb') || rules.looksLikeVerb(verb)))
    return 'metonymic';
  return null;
}

/** "The president of X", "the invasion of X", "the east of X". */
function ofWhat(governors: readonly Word[], speaks: boolean): Sense {
  const governor = governors[0];
  if (governor === undefined) return 'literal';
  if (governor.cues.has('done-to') || governor.cues.has('in') || governor.cues.has('limit')) return 'literal';
  if (governor.cues.has('attribute') || governor.cues.has('belonging')) return 'associative';
  return governor.cues.has('act') && speaks ? 'metonymic' : 'literal';
}

function cuesOf(folded: string, rules: SenseRules): ReadonlySet<SenseCue> {
  return new Set(rules.cues.get(folded) ?? []);
}

/** The words before a token in its passage, nearest first, up to a sign that ends a phrase; each with its cues under any reading. */
function wordsBefore(text: TokenisedText, first: number, start: number, names: NameRules, rules: SenseRules): Word[] {
  const words: Word[] = [];
  for (let at = first - 1; at >= start && words.length < GOVERNS_WITHIN + 2; at--) {
    const token = text.tokens[at];
    if (token === undefined) break;
    if (token.type === 'number' || names.articles?.has(token.folded)) continue;
    if (token.type !== 'word') {
      const sign = text.text.slice(token.start, token.end);
      if (/["“”«»'‘’]/.test(sign)) continue;
      break;
    }
    const cues = new Set<SenseCue>();
    let verb = false;
    for (const reading of names.read(token.folded)) {
      for (const form of [reading.stem, reading.stem.startsWith('ال') ? reading.stem.slice(2) : '']) {
        if (form === '') continue;
        for (const cue of rules.cues.get(form) ?? []) {
          // a preposition before the word makes it no preposition itself, and a noun with its article heads no construct
          if (
            form !== reading.stem &&
            words.length === 0 &&
            (cue === 'attribute' || cue === 'act' || cue === 'in' || cue === 'done-to')
          )
            continue;
          cues.add(cue);
        }
      }
      if (reading.preposition === '' && rules.looksLikeVerb(reading.stem)) verb = true;
    }
    words.push({ token: at, folded: token.folded, cues, verb });
  }
  return words;
}

function governed(words: readonly Word[], cue: SenseCue): boolean {
  return words.slice(0, GOVERNS_WITHIN).some((word) => word.cues.has(cue));
}

/** Whether the words before belong to the name of an organisation: its head, then nouns with the article. */
function inOrganisationName(words: readonly Word[], adjective: boolean): boolean {
  for (let at = 0; at < Math.min(words.length, GOVERNS_WITHIN); at++) {
    const word = words[at] as Word;
    if (adjective ? word.cues.has('title') : word.cues.has('organisation')) return !adjective || at <= 1;
    if (!/^[وب]?ال/.test(word.folded)) return false;
  }
  return false;
}

/** A bare hashtag names its place as a topic. */
function isHashtag(text: TokenisedText, first: number): boolean {
  const before = text.tokens[first - 1];
  return before?.type === 'sign' && text.text[before.start] === '#';
}

/** Whether a word names a kind of place (إقليم, مدينة): what stands before it governs the name as well. */
function kindNoun(word: Word, names: NameRules): boolean {
  return names.read(word.folded).some(({ stem, preposition }) => preposition === '' && names.kindBefore.has(stem));
}

function isComma(text: TokenisedText, token: number): boolean {
  const found = text.tokens[token];
  return found?.type === 'sign' && /[،,]/.test(text.text.slice(found.start, found.end));
}
