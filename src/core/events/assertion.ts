import type { EventRules } from '../languages/event-rules.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import { isHarm } from './families.ts';
import { type Hit, isHard, signOf } from './hit.ts';

/** What the words around a trigger need to know of the passage. */
export interface Surroundings {
  readonly text: TokenisedText;
  readonly rules: EventRules;
  readonly first: number;
  readonly limit: number;
  readonly heading: boolean;
  /** Whether a date lies between two tokens. */
  readonly dated: (from: number, to: number) => boolean;
  /** Tokens of nouns of harm and protest. */
  readonly deeds: ReadonlySet<number>;
  /** Whether a number of people or things lies between two tokens. */
  readonly counted: (from: number, to: number) => boolean;
}

/** Tokens within which a verb governs the noun after it, and a noun has its verb. Tuned on judged news sentences. */
const GOVERNED = 5;
const REPORTED = 8;
const PREDICATE = 9;
/** Words between a preposition of time and the noun that it puts into the background. */
const BACKGROUND = 4;

/**
 * Whether a trigger tells a happening of its own. A finite verb does, the imperfect of a deed only with a date, a figure
 * or as a headline; a noun does when a verb of happening or of report governs it, when people are counted with it, when
 * it has a date of its own, or when it is a headline. A noun that only refers back (بعد الهجوم, منذ اغتيال فلان) does not.
 *
 * @param toll the last told trigger of harm before it, for "killed in an attack"
 */
export function asserts(hit: Hit, around: Surroundings, toll: Hit | null): boolean {
  return hit.use.form === 'verb' ? verbAsserts(hit, around) : nounAsserts(hit, around, toll);
}

/** Harm and protest: what is done to others in the open. */
export const isDeed = (trigger: Hit['trigger']): boolean => isHarm(trigger.kind) || trigger.kind === 'protest';

function verbAsserts(hit: Hit, around: Surroundings): boolean {
  const { text, rules, first, limit } = around;
  const { trigger, use } = hit;
  // what a relative clause tells is background, unless it has its own date or figures, or tells how the noun before it broke out
  const relative =
    [1, 2].some((back) => rules.speech.relatives.has(text.tokens[hit.at - back]?.folded ?? '')) ||
    bareRelative(hit, around);
  const counted = around.counted(hit.at, Math.min(limit, hit.at + 7));
  const own = around.dated(hit.at, Math.min(limit, hit.at + 12)) || counted;
  if (relative && !(trigger.with !== null && trigger.kind === 'offensive')) return isDeed(trigger) ? counted : own;
  if (trigger.weight === 'background') return own;
  // "when X was killed, Y declared": the sentence is about what followed
  if (isDeed(trigger) && opensTime(hit, around)) return false;
  if (use.past || !isDeed(trigger)) return true;
  const negator = rules.particles.get(text.tokens[hit.at - 1]?.folded ?? '') === 'negated';
  return own || around.heading || negator || hit.at - first <= 1 || around.dated(first, hit.at);
}

/** A clause on an indefinite noun without a relative pronoun: a verb with a pronoun right after a noun (قنبلة ألقتها طائرة). */
function bareRelative(hit: Hit, around: Surroundings): boolean {
  const { text, rules, first } = around;
  const { use } = hit;
  const before = text.tokens[hit.at - 1];
  if (!rules.context.bareRelatives || !use.suffixed || use.conjunction || hit.at <= first) return false;
  return (
    before?.type === 'word' &&
    !rules.clauseOpeners.has(before.folded) &&
    !rules.speech.functionWords.has(before.folded) &&
    !rules.speech.complementizers.has(before.folded)
  );
}

/** Whether a trigger stands right in a clause of time that comes before its main clause. */
function opensTime(hit: Hit, around: Surroundings): boolean {
  const { text, rules, first } = around;
  for (let at = hit.at - 1; at >= first && at >= hit.at - 2; at--) {
    if (!rules.context.when.has(text.tokens[at]?.folded ?? '')) continue;
    return (
      at === first ||
      text.tokens[at - 1]?.type === 'sign' ||
      rules.speech.complementizers.has(text.tokens[at - 1]?.folded ?? '')
    );
  }
  return false;
}

/** Whether a preposition puts a noun into the background: بعد الهجوم, بعد قليل من انفجارين, بعيد عملية خطف, على الرغم من مقتل. */
function inBackground(hit: Hit, around: Surroundings): boolean {
  const { text, rules, first } = around;
  for (let at = hit.at - 1; at >= first && at >= hit.at - BACKGROUND; at--) {
    const token = text.tokens[at];
    if (token?.type !== 'word') return false;
    const bare = rules.bare(token.folded);
    if (rules.backgrounds.has(token.folded) || rules.backgrounds.has(bare)) return true;
    const linked = at === hit.at - 1 ? true : rules.context.loosely.has(text.tokens[hit.at - 1]?.folded ?? '');
    if (!linked) return false;
  }
  return false;
}

/** "an attack … that cost a man his life". */
function causes(hit: Hit, around: Surroundings): boolean {
  const { text, rules, limit } = around;
  for (let look = hit.last; look < limit && look <= hit.last + PREDICATE && !isHard(text, look); look++)
    if (rules.causes.find(text.tokens[look]?.folded ?? '').some((found) => found.use.form === 'verb' && found.use.past))
      return true;
  return false;
}

function nounAsserts(hit: Hit, around: Surroundings, toll: Hit | null): boolean {
  const { text, rules, first, limit } = around;
  const { trigger, use } = hit;
  const previous = text.tokens[hit.at - 1];
  const before = previous?.type === 'word' ? previous.folded : '';
  if (around.heading && hit.at - first <= 3) return true;
  // a list of days: "17 March: a demonstration in …"
  if (hit.at === first || signOf(text, hit.at - 1) === ':')
    return !use.article || around.dated(first, Math.min(limit, hit.last + 9));
  // killed in an attack
  const instrument =
    rules.instruments.has(before) || (use.preposition !== '' && rules.instruments.has(use.preposition));
  if (
    instrument &&
    toll !== null &&
    hit.at - toll.last <= (toll.trigger.weight === 'toll' ? 16 : 4) &&
    isHarm(trigger.kind)
  )
    return true;
  const background = inBackground(hit, around);
  const counted =
    around.counted(hit.last, Math.min(limit, hit.last + 6)) ||
    (trigger.weight === 'toll' && around.counted(Math.max(first, hit.at - (use.article ? 2 : 4)), hit.at));
  if (trigger.weight === 'toll' && counted) return true;
  const own = around.dated(hit.last, Math.min(limit, hit.last + 9));
  // "their abduction", and words for crimes of states, only refer unless they are dated or counted
  if (
    (use.suffixed && isDeed(trigger) && trigger.rest === null) ||
    (trigger.weight === 'background' && trigger.kind === 'attack')
  )
    return own || counted;
  // "its responsibility for an attack", newly told
  if (!use.article && [1, 2].some((back) => rules.context.owning.has(text.tokens[hit.at - back]?.folded ?? '')))
    return isHarm(trigger.kind);
  // "these attacks": what was told before
  if (rules.context.pointers.has(before) && use.article && isDeed(trigger)) return counted;
  // "after the attacks of September": known, not news
  if (background && isDeed(trigger) && trigger.kind !== 'offensive') return causes(hit, around);
  // a deed with its date alone may be told or only named; a verb or a report tells which
  const known = isDeed(trigger) && trigger.kind !== 'offensive';
  if (
    own &&
    !known &&
    (!use.article ||
      trigger.weight === 'background' ||
      (!isDeed(trigger) && !background && !rules.context.loosely.has(before)))
  )
    return true;
  if (trigger.weight === 'background' && counted && !isHarm(trigger.kind)) return true;
  if (rules.context.purposes.has(use.preposition) && !own && !counted && rules.happening.find(before).length === 0)
    return false;
  // a circumstance: مع سيطرة القوات على …
  if ((rules.context.accompanying.has(before) || trigger.kind === 'negotiation') && trigger.with !== null) return true;
  // a masdar under a verb of happening or of report
  for (let look = hit.at - 1; look >= first && look >= hit.at - REPORTED; look--) {
    if (isHard(text, look)) break;
    const token = text.tokens[look];
    if (token?.type !== 'word') continue;
    if (rules.clauseOpeners.has(token.folded) && !rules.speech.complementizers.has(token.folded)) break;
    const distance = hit.at - look;
    if (
      distance <= GOVERNED &&
      rules.happening
        .find(token.folded)
        .some((found) => found.use.form !== 'verb' || found.use.past || around.dated(first, limit) || !isDeed(trigger))
    ) {
      // "the club that organised the march"
      if (isDeed(trigger) && rules.speech.relatives.has(text.tokens[look - 1]?.folded ?? '')) return counted;
      if (known && use.article && !around.dated(first, limit) && !around.counted(first, limit)) return false;
      return !background || counted || own;
    }
    if (background || trigger.weight === 'background') continue;
    if (use.article) {
      // "confirmed the capture of the village": what the speech is about
      if (
        trigger.with !== null &&
        !isDeed(trigger) &&
        distance <= 6 &&
        rules.speech.verbs
          .find(token.folded)
          .some((found) => found.use.form === 'verb' && found.entry.act === 'say' && found.entry.strong)
      )
        return true;
      // what is condemned by name is known to have happened: أدانت العملية العسكرية
      if (
        trigger.kind === 'offensive' &&
        distance <= 4 &&
        rules.speech.verbs.find(token.folded).some((found) => found.use.form === 'verb' && found.entry.act === 'accuse')
      )
        return true;
      continue;
    }
    if (
      rules.speech.verbs
        .find(token.folded)
        .some(
          (found) =>
            found.use.form === 'verb' &&
            (found.entry.act === 'say' ||
              (found.entry.act === 'accuse' && (!known || use.preposition !== '' || distance > 4))) &&
            (found.entry.bare || found.entry.strong),
        )
    )
      return distance <= 4 || (trigger.kind !== 'attack' && (!use.plural || use.preposition !== ''));
  }
  if (background) return false;
  // a subject with its verb: "an attack on … struck"
  const loose = use.article;
  for (let look = hit.last; look < limit && look <= hit.last + PREDICATE; look++) {
    if (isHard(text, look)) break;
    const token = text.tokens[look];
    if (token?.type !== 'word') continue;
    // what follows is the verb of another happening
    if (loose && look > hit.last && around.deeds.has(look)) break;
    if (rules.causes.find(token.folded).some((found) => found.use.form === 'verb') && around.counted(look, limit))
      return true;
    if (rules.happening.find(token.folded).some((found) => found.use.form !== 'verb' || found.use.past))
      return (!loose && !known) || around.dated(first, limit) || around.counted(look, limit);
  }
  // a date before it in the same clause
  return around.dated(Math.max(first, hit.at - 6), hit.at) && !use.article;
}
