import type { NameRules } from '../languages/name-rules.ts';
import type { SenseRules } from '../languages/sense-rules.ts';
import type { Mention, Sense } from '../model/mention.ts';
import type { PlaceKind } from '../model/place.ts';
import { inBody, senseAfter, WIDE } from '../resolution/sense-after.ts';
import { isAfterDateline, isDateline, isHashtag, isQuoted, SETTLED } from '../resolution/sense-signs.ts';
import { cuesOf, GOVERNS_WITHIN, governed, isComma, type Word, wordsBefore } from '../resolution/sense-words.ts';

import { foldName, originalOffset } from '../text/fold.ts';
import { type TokenisedText, tokenAt } from '../text/tokenised-text.ts';

/** Kinds whose bare name usually stands for a government. */
const SPEAKS: ReadonlySet<PlaceKind> = new Set(['country', 'organisation-area', 'polity-historical', 'other']);

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
  const result: Mention[] = [];
  let previous: { mention: Mention; last: number } | null = null;
  for (const [at, mention] of mentions.entries()) {
    const first = Math.max(0, tokenAt(text, mention.start));
    const end = tokenAt(text, mention.end - 1);
    const last = end < 0 ? first : end;
    const following = tokenAt(text, mentions[at + 1]?.start ?? -1);
    const sense = senseOf(text, mention, first, last, previous, following, names, rules, isSeat);
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
  following: number,
  names: NameRules,
  rules: SenseRules,
  isSeat: (placeId: string) => boolean,
): Sense {
  const start = text.firstToken[mention.passage] ?? 0;
  const end = text.lastToken[mention.passage] ?? text.tokens.length;
  const { words: before, counted } = ungoverning(wordsBefore(text, first, start, names, rules), names, rules);
  const next = text.tokens[last + 1];
  const nextWord = next?.type === 'word' && last + 1 < end ? next.folded : '';
  const head = before[0];
  if (rules.cuesAfter && mention.sense !== 'demonym' && inBody(text, mention, first, last, end, names))
    return 'embedded';
  if (mention.sense === 'demonym') return inOrganisationName(before, true) ? 'embedded' : 'demonym';
  if (rules.organisationTails.has(nextWord)) return 'embedded';
  if (rules.papers && isQuoted(text, first, last) && rules.papers.has(foldName(mention.surface))) return 'embedded';
  if (isHashtag(text, first) || isDateline(text, mention, first, last)) return 'literal';
  if (previous && isAfterDateline(text, mention, first, previous))
    return SETTLED.has(mention.kind ?? 'other') ? 'literal' : 'embedded';

  const kind = mention.kind ?? 'other';
  // a notion stands for those who hold it; what is merely of no known kind lies somewhere
  const speaks = (SPEAKS.has(kind) && (kind !== 'other' || mention.lat === null)) || isSeat(mention.placeId ?? '');
  const token = text.tokens[first];
  const reading =
    token && token.start < mention.start
      ? names
          .read(token.folded)
          .find(({ skip }) => skip > 0 && originalOffset(text.text, token.start, token.end, skip) === mention.start)
      : undefined;
  const attached = reading?.preposition || counted;
  const joined = token !== undefined && token.start < mention.start && attached === '';

  // second and later members of a row are meant as the first one is
  if (previous && joined && previous.last === first - 1 && previous.mention.sense !== 'demonym')
    return previous.mention.sense;
  if (
    previous &&
    previous.last === first - 2 &&
    previous.mention.sense !== 'demonym' &&
    ((head === undefined && isComma(text, first - 1)) || (attached === '' && joins(text, first - 1, names)))
  )
    return previous.mention.sense;
  // مر ببجاية، ثم تونس
  if (
    previous &&
    attached === '' &&
    previous.last === first - 3 &&
    previous.mention.sense !== 'demonym' &&
    isComma(text, first - 2) &&
    joins(text, first - 1, names)
  )
    return previous.mention.sense;

  const after = rules.cuesAfter
    ? senseAfter(text, mention, last, end, speaks, head, previous, first, names, rules)
    : null;
  if (after) return after;

  const cue =
    attached === ''
      ? head
      : { token: first, folded: attached, cues: cuesOf(attached, rules), verb: false, kindNoun: false };
  const governors = attached === '' ? before.slice(1) : before;
  if (rules.cuesAfter && (cue === undefined || cue.cues.size === 0)) return 'literal';
  if (cue === undefined || joined) return speaks ? 'metonymic' : 'literal';

  if (cue.cues.has('voice')) return 'metonymic';
  if (cue.cues.has('named') || governors[0]?.cues.has('named')) return 'literal';
  // the capital acts where the noun has its article (قالت العاصمة باكو); else it is the capital of the place
  if (cue.cues.has('capital'))
    return definite(cue) && governors[0] && (governors[0].verb || governors[0].cues.has('verb'))
      ? 'metonymic'
      : 'literal';
  const pair = speaks && following === last + 1 && text.tokens[following]?.folded.startsWith('و');
  if (cue.cues.has('organisation') && attached === '') return cue.cues.has('talks') && pair ? 'metonymic' : 'embedded';
  if ((cue.cues.has('in') || cue.cues.has('for')) && WIDE.has(kind) && inOrganisationName(governors, false))
    return 'embedded';
  if (kind === 'organisation-area' && cue.cues.has('in') && governed(governors, 'attribute')) return 'associative';
  // in the name of a body that is called by what it does: شركة موانئ دبي, هيئة تحرير الشام
  if (attached === '' && namedByTask(text, cue, governors, speaks, names)) return 'embedded';
  // "Israel occupied the city": the state right after the verb, and its object after the state
  if (cue.cues.has('done-to') && cue.verb && speaks && attached === '' && hasObject(text, last, end, following, names))
    return 'metonymic';
  if (cue.cues.has('done-to')) return 'literal';
  if (cue.cues.has('talks') && attached === '') return pair ? 'metonymic' : 'literal';
  // a body with its article heads no construct: قصف الجيش مدينة رفح
  if (attached === '' && cue.kindNoun && governors[0]?.cues.has('attribute') && !definite(governors[0]))
    return 'associative';
  if (
    attached === '' &&
    cue.kindNoun &&
    governors[0]?.cues.has('verb') &&
    !governors[0].cues.has('done-to') &&
    !cue.cues.has('attribute') &&
    DIVISIONS.has(kind)
  )
    return 'metonymic';
  if ((kind === 'city' || kind === 'country') && plays(cue, governors, kind === 'country')) return 'metonymic';
  // a competition of champions, of nations (دوري أبطال أوروبا); but whom a body does something to: اتهمت حركة حماس إسرائيل
  if (
    attached === '' &&
    WIDE.has(kind) &&
    cue.cues.size === 0 &&
    governors[0]?.cues.has('organisation') &&
    governors[0].token === cue.token - 1 &&
    !names.relativeVerb?.(cue.folded) &&
    !(governors[1]?.verb || governors[1]?.cues.has('verb'))
  )
    return 'embedded';
  if (cue.cues.has('of')) return ofWhat(governors, speaks);
  if (cue.cues.has('in')) return 'literal';
  if (cue.cues.has('agent') && attached === '' && speaks) return 'metonymic';
  if (cue.cues.has('attribute')) return 'associative';
  if (cue.cues.has('act')) return 'metonymic';
  if (cue.cues.has('against')) return speaks ? 'metonymic' : 'literal';
  if (cue.cues.has('from') && governors[0]?.cues.has('person'))
    return governed(governors.slice(0, 4), 'move') ? 'literal' : 'associative';
  if (!speaks)
    return cue.cues.has('verb')
      ? 'metonymic'
      : cue.cues.has('for') && governed(governors.slice(0, 2), 'belonging')
        ? 'associative'
        : 'literal';
  if (cue.cues.has('to'))
    return !governed(governors, 'move') && governed(governors, 'address') ? 'metonymic' : 'literal';
  if (cue.cues.has('from')) return governed(governors.slice(0, 3), 'agent') ? 'metonymic' : 'literal';
  // what one must do: إن على باكو
  if (cue.cues.has('on') && governors[0] && rules.clauseHeads?.has(governors[0].folded)) return 'metonymic';
  if (cue.cues.has('on')) return governed(governors, 'address') ? 'metonymic' : 'literal';
  if (cue.cues.has('with')) return governed(governors.slice(0, 3), 'limit') ? 'literal' : 'metonymic';
  if (cue.cues.has('between')) return governed(governors.slice(0, 3), 'limit') ? 'literal' : 'metonymic';
  if (cue.cues.has('about')) return 'literal';
  // a part of the place: الضاحية الجنوبية لبيروت
  const part =
    cue.cues.has('for') && (partOf(governors[0], names) || (definite(governors[0]) && partOf(governors[1], names)));
  if (part || (cue.cues.has('for') && governed(governors.slice(0, 1), 'limit'))) return 'literal';
  if (cue.cues.has('for'))
    return governed(governors.slice(0, 2), 'belonging') || governed(governors.slice(0, 1), 'attribute')
      ? 'associative'
      : 'metonymic';
  if (cue.cues.size > 0 || attached !== '') return 'metonymic';
  // a word after a preposition is a noun, and the name after it its owner: على محصول غانا
  const owned =
    governors[0]?.token === cue.token - 1 &&
    names.prepositions.has(governors[0].folded) &&
    !names.neverNames.has(cue.folded) &&
    !names.givenNames.has(cue.folded);
  return owned || (!cue.verb && constructHead(text, cue.token)) ? 'associative' : 'metonymic';
}

/** The words before a name without those that do not govern it: "each of"; a noun beside the name. `counted` is the preposition that the count took. */
function ungoverning(words: Word[], names: NameRules, rules: SenseRules): { words: Word[]; counted: string } {
  const [head, second] = words;
  if (head && rules.appositions?.has(head.folded)) return { words: words.slice(1), counted: '' };
  if (!head?.cues.has('from') || !second || second.token !== head.token - 1) return { words, counted: '' };
  const count = names.read(second.folded).find(({ stem }) => rules.quantifiers?.has(stem));
  return count ? { words: words.slice(2), counted: count.preposition } : { words, counted: '' };
}

/** Whether a word has its article, behind attached particles or not. */
const definite = (word: Word | undefined) => word !== undefined && /^[وف]?[بك]?ال|^[وف]?لل/.test(word.folded);

/** Whether a word is a kind of place with its article, which a preposition then gives to the place that it is a part of. */
function partOf(word: Word | undefined, names: NameRules): boolean {
  if (!word || !definite(word)) return false;
  return names
    .read(word.folded)
    .some(({ stem }) => names.kindBefore.has(stem) || names.kindBefore.has(stem.replace(/^ال/, '')));
}

/** Whether a noun without article stands between the name and the head of a body's name: no office, no kind of place, no verb. */
function namedByTask(
  text: TokenisedText,
  cue: Word,
  governors: readonly Word[],
  speaks: boolean,
  names: NameRules,
): boolean {
  const [head, before] = governors;
  if (!head?.cues.has('organisation') || head.token !== cue.token - 1) return false;
  const place = cue.kindNoun && !names.singularKinds?.has(cue.folded);
  if (head.kindNoun || place || cue.verb || cue.cues.has('attribute')) return false;
  if (definite(head) || names.relativeVerb?.(cue.folded)) return false;
  // whom a body does something to: اتهمت حركة حماس إسرائيل
  if (speaks && (before?.verb || before?.cues.has('verb'))) return false;
  return text.tokens[cue.token]?.spaced !== false && !definite(cue) && !names.prepositions.has(cue.folded);
}

/** Divisions whose noun stands before the name where their authorities act: أعلنت ولاية الجزيرة. */
const DIVISIONS: ReadonlySet<PlaceKind> = new Set(['state', 'district']);

/** Whether a word after the name, or the next name, is what the verb before the name does something to. */
function hasObject(text: TokenisedText, last: number, end: number, following: number, names: NameRules): boolean {
  const next = text.tokens[last + 1];
  if (last + 1 >= end || next?.type !== 'word') return false;
  if (following === last + 1) return names.read(next.folded)[0]?.stem === next.folded && !/^[وبلكف]/.test(next.folded);
  return next.folded.startsWith('ال') && !names.neverNames.has(next.folded) && !names.prepositions.has(next.folded);
}

/** Whether a place is named as its team: the winner or loser, or whom it met; `lost` where "from" says to whom (a town may be where). */
function plays(cue: Word, governors: readonly Word[], lost: boolean): boolean {
  if (cue.cues.has('play')) return cue.verb || governors.length > 0;
  return (
    (cue.cues.has('on') || cue.cues.has('with') || cue.cues.has('against') || (lost && cue.cues.has('from'))) &&
    governors.slice(0, 2).some((word) => word.cues.has('play'))
  );
}

/** Whether a word has the form of a noun at the head of a construct: no article, and the ending of a feminine or plural; participles (متهمة) are verbs here. */
function constructHead(text: TokenisedText, token: number): boolean {
  const word = text.tokens[token];
  if (word?.type !== 'word') return false;
  const written = text.text.slice(word.start, word.end);
  return !/^[وف]?[بل]?ال/.test(word.folded) && /(?:ة|ات)$/.test(written) && !/^[وف]?م.*ة$/.test(written);
}

/** Whether a conjunction that stands alone, or a dash, joins a name to the one before it. */
function joins(text: TokenisedText, at: number, names: NameRules): boolean {
  const token = text.tokens[at];
  if (token?.type === 'word') return names.conjunctions.has(token.folded);
  return token?.type === 'sign' && /^[-–—]$/.test(text.text.slice(token.start, token.end));
}

/** "The president of X", "the invasion of X", "the east of X". */
function ofWhat(governors: readonly Word[], speaks: boolean): Sense {
  const governor = governors[0];
  if (governor === undefined) return 'literal';
  if (governor.cues.has('done-to') || governor.cues.has('in') || governor.cues.has('limit')) return 'literal';
  if (governor.cues.has('attribute') || governor.cues.has('belonging')) return 'associative';
  return governor.cues.has('act') && speaks ? 'metonymic' : 'literal';
}

/** Whether the words before belong to the name of an organisation: its head, then nouns with the article. */
function inOrganisationName(words: readonly Word[], adjective: boolean): boolean {
  for (let at = 0; at < Math.min(words.length, GOVERNS_WITHIN); at++) {
    const word = words[at] as Word;
    if (adjective ? word.cues.has('title') : word.cues.has('organisation')) return !adjective || at <= 1;
    if (!/^[وب]?ال/.test(word.folded) || word.cues.has('limit')) return false;
  }
  return false;
}
