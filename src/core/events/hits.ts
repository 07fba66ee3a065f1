import type { EventRules, Operator, Trigger, WordUse } from '../languages/event-rules.ts';
import type { Factuality } from '../model/event.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';

/** A trigger in the text whose frame fits. Tokens; `last` is exclusive. */
export interface Hit {
  readonly at: number;
  readonly last: number;
  readonly trigger: Trigger;
  readonly use: WordUse;
}

const HARD = '.؛;!؟?…:';
const SOFT = '،,()[]–—"“”«»';
const FRAME_AFTER = 11;
const FRAME_BEFORE = 6;
/** Words around a trigger within which a figurative use shows. */
const FIGURE_AFTER = 4;
const FIGURE_BEFORE = 1;
/** Words between two nouns of a list of deeds. */
const LISTED = 4;
/** Words within which "denied", "tried", "a plan" rules the noun of a deed. */
const RULED = 4;
/** Words between a verb that only carries its noun and the noun: تم في مدينة كذا قصف. */
const CARRIED = 5;
const DOUBLED = '\u0651';

export const signOf = (text: TokenisedText, at: number): string => {
  const token = text.tokens[at];
  return token?.type === 'sign' ? text.text.slice(token.start, token.end) : '';
};
export const isHard = (text: TokenisedText, at: number): boolean => {
  const sign = signOf(text, at);
  return sign !== '' && HARD.includes(sign);
};
export const isSoft = (text: TokenisedText, at: number): boolean => {
  const sign = signOf(text, at);
  return sign !== '' && SOFT.includes(sign);
};

function fits(text: TokenisedText, at: number, words: ReadonlySet<string>, rules: EventRules): boolean {
  const token = text.tokens[at];
  if (token?.type !== 'word') return false;
  const folded = token.folded;
  const forms = [
    folded,
    rules.bare(folded),
    ...(/^[وفبل]/u.test(folded) && folded.length > 3 ? [folded.slice(1), rules.bare(folded.slice(1))] : []),
  ];
  const next = text.tokens[at + 1]?.folded ?? '';
  return forms.some((form) => words.has(form) || words.has(`${form} ${next}`));
}

/** Words that make another thing of it: a speaker attacks a policy, a player snatches a win. */
function figurative(
  text: TokenisedText,
  at: number,
  last: number,
  first: number,
  limit: number,
  trigger: Trigger,
  rules: EventRules,
): boolean {
  if (trigger.unless === undefined) return false;
  for (let look = last; look < limit && look < last + FIGURE_AFTER && !isHard(text, look); look++)
    if (fits(text, look, trigger.unless, rules)) return true;
  for (let look = at - 1; look >= first && look >= at - FIGURE_BEFORE && !isHard(text, look); look--)
    if (fits(text, look, trigger.unless, rules)) return true;
  return false;
}

function frameFits(
  text: TokenisedText,
  at: number,
  trigger: Trigger,
  use: WordUse,
  first: number,
  limit: number,
  rules: EventRules,
): boolean {
  if (trigger.with !== null) {
    const carrier = rules.context.carriers.has(trigger.lemma);
    const after = carrier ? CARRIED : FRAME_AFTER;
    for (let look = at + 1; look < limit && look <= at + after; look++) {
      if (isHard(text, look)) break;
      if (fits(text, look, trigger.with, rules)) return true;
    }
    if (use.form === 'verb' && !carrier)
      for (let look = at - 1; look >= first && look >= at - FRAME_BEFORE; look--) {
        if (isHard(text, look)) break;
        if (fits(text, look, trigger.with, rules)) return true;
      }
    return false;
  }
  if (trigger.follows !== null) {
    for (let look = at + 1; look < limit && look <= at + 7; look++) {
      if (isHard(text, look)) break;
      const folded = text.tokens[look]?.folded ?? '';
      if (trigger.follows.has(folded) || trigger.follows.has(`${folded} ${text.tokens[look + 1]?.folded ?? ''}`))
        return true;
      if (trigger.follows.has('ب') && folded.startsWith('ب') && folded.length > 3) return true;
      if (trigger.follows.has(folded.slice(0, -1)) || trigger.follows.has(folded.slice(0, -2))) return true;
    }
    return false;
  }
  return true;
}

/** The words that tell what happened: of a verb that only carries its noun (تم, شن, وقع) the noun. */
export function tellingWords(text: TokenisedText, hit: Hit, rules: EventRules): readonly [number, number] {
  const { trigger, use } = hit;
  if (use.form === 'verb' && trigger.with !== null && rules.context.light.has(trigger.lemma)) {
    for (let look = hit.last; look <= hit.at + FRAME_AFTER && !isHard(text, look); look++)
      if (fits(text, look, trigger.with, rules)) return [look, look + 1];
    for (let look = hit.at - 1; look >= hit.at - FRAME_BEFORE && look >= 0 && !isHard(text, look); look--)
      if (fits(text, look, trigger.with, rules)) return [look, look + 1];
  }
  return [hit.at, hit.last];
}

/** Reads the words that must follow the head of a noun; returns one past the last, or -1. */
function restFits(text: TokenisedText, at: number, rest: readonly string[], limit: number, rules: EventRules): number {
  let look = at + 1;
  for (const word of rest) {
    while (look < limit && isSoft(text, look) && '"“”«»('.includes(signOf(text, look))) look++;
    const folded = text.tokens[look]?.folded ?? '';
    if (look >= limit || (rules.bare(folded) !== word && folded !== word && folded.slice(1) !== word)) return -1;
    look++;
  }
  return look;
}

/** The triggers of a passage in order, the longest reading of each word; one look-up a word. */
export function findHits(
  text: TokenisedText,
  first: number,
  limit: number,
  rules: EventRules,
  skip: (at: number) => boolean,
): Hit[] {
  const hits: Hit[] = [];
  let reached = first;
  for (let at = first; at < limit; at++) {
    const token = text.tokens[at];
    if (token?.type !== 'word' || skip(at)) continue;
    let best: Hit | null = null;
    for (const found of rules.triggers.find(token.folded)) {
      const { entry, use } = found;
      if (use.suffixed && text.text[token.end - 1] === 'ة') continue;
      if (
        use.form === 'noun' &&
        rules.context.undoubled.has(entry.lemma) &&
        text.text.slice(token.start, token.end).includes(DOUBLED)
      )
        continue;
      let last = at + 1;
      if (entry.rest !== null) {
        last = restFits(text, at, entry.rest, limit, rules);
        if (last < 0) continue;
      } else if (use.form === 'noun' && entry.with !== null) {
        let near = false;
        for (let look = at + 1; look < limit && look <= at + 6 && !isHard(text, look); look++)
          if (fits(text, look, entry.with, rules)) near = true;
        if (!near) continue;
      } else if (use.form === 'verb') {
        if (nounRather(text, at, rules, use, hits[hits.length - 1])) continue;
        if (!frameFits(text, at, entry, use, first, limit, rules)) continue;
      }
      if (figurative(text, at, last, first, limit, entry, rules)) continue;
      const hit: Hit = { at, last, trigger: entry, use };
      if (best === null || hit.last > best.last || (hit.last === best.last && better(hit, best))) best = hit;
    }
    if (best === null || best.last <= reached) continue;
    hits.push(best);
    reached = best.last;
  }
  return hits;
}

/** A verb whose frame fits says more than a noun of the same letters; a tight frame more than none. */
function better(a: Hit, b: Hit): boolean {
  const rank = (hit: Hit) =>
    hit.use.form === 'verb'
      ? (hit.trigger.with !== null || hit.trigger.follows !== null ? 3 : 2) + (hit.use.past ? 0.5 : 0)
      : hit.trigger.with !== null
        ? 1.5
        : 1;
  return rank(a) > rank(b);
}

/** A form that could be a verb or its noun (قصف, قتل) is a noun where a noun must stand. */
function nounRather(text: TokenisedText, at: number, rules: EventRules, use: WordUse, last: Hit | undefined): boolean {
  if (!use.past) return false;
  const { carriers, subjunctive, imperfect, construct, oblique } = rules.context;
  if (use.conjunction)
    return ambiguous(text, at, rules) && (oblique(text.tokens[at + 1]?.folded ?? '') || listed(text, at, rules, last));
  const before = text.tokens[at - 1];
  if (before?.type !== 'word') return false;
  const { folded } = before;
  if (rules.placePrepositions.has(folded) || rules.backgrounds.has(folded)) return true;
  const readings = rules.triggers.find(folded);
  // "it was bombed" with a verb that only carries its noun: تم قصفها
  if (readings.some((found) => found.use.form === 'verb' && carriers.has(found.entry.lemma))) return true;
  // "that" rules a noun or the present: أن خطفه لا يخدم; but بعد أن خطفه
  const earlier = text.tokens[at - 2]?.folded ?? '';
  if (subjunctive.has(folded)) return !rules.backgrounds.has(earlier) && !rules.placePrepositions.has(earlier);
  if (subjunctive.has(earlier) && imperfect(folded)) return true;
  if (!ambiguous(text, at, rules)) return false;
  // a crime of killing, acts of killing
  if (construct(folded) || imperfect(folded)) return true;
  // the army denied a raid, an intent of members to abduct
  for (let look = at - 1; look >= 0 && look >= at - RULED; look--) {
    const token = text.tokens[look];
    if (token === undefined || isHard(text, look) || rules.speech.complementizers.has(token.folded)) return false;
    const ruling = rules.operators.find(token.folded);
    if (ruling.some((found) => found.use.form === 'noun' && (found.entry !== 'mentioned' || look === at - 1)))
      return true;
    if (ruling.some((found) => found.use.form === 'verb' && found.entry !== 'mentioned')) return look < at - 1;
  }
  return false;
}

/** Whether a word is also known as a noun of the same letters. */
const ambiguous = (text: TokenisedText, at: number, rules: EventRules): boolean =>
  rules.triggers.find(text.tokens[at]?.folded ?? '').some((found) => found.use.form === 'noun' && !found.use.plural);

/** "abduction and killing": joined to a noun of a deed, and nobody is counted. */
function listed(text: TokenisedText, at: number, rules: EventRules, last: Hit | undefined): boolean {
  if (last === undefined || last.use.form !== 'noun' || at - last.last > LISTED) return false;
  for (let look = last.last; look < at; look++) if (text.tokens[look]?.type === 'sign') return false;
  for (let look = at + 1; look <= at + LISTED && !isHard(text, look); look++) {
    const token = text.tokens[look];
    if (token?.type === 'number' || rules.counted.find(token?.folded ?? '').some((found) => !found.use.article))
      return false;
    if (rules.numbers.values.has(token?.folded ?? '') || rules.numbers.duals.has(token?.folded ?? '')) return false;
  }
  return true;
}

const REACH = 7;

/** "Not only". */
const onlyAfter = (text: TokenisedText, at: number, rules: EventRules): boolean => {
  for (let look = at; look < at + 16; look++) {
    if (rules.context.only.has(text.tokens[look]?.folded ?? '')) return true;
    if (isHard(text, look)) return false;
  }
  return false;
};

/** Whether what a trigger tells happened, by the words before it in its clause. `mentioned`: only spoken of. */
export function factualityOf(
  text: TokenisedText,
  hit: Hit,
  first: number,
  rules: EventRules,
): Factuality | 'mentioned' | 'demanded' {
  if (hit.use.future) return 'possible';
  const verb = hit.use.form === 'verb';
  const { doubtful, subjunctive } = rules.context;
  if (
    !verb &&
    (doubtful.has(text.tokens[hit.last]?.folded ?? '') || doubtful.has(text.tokens[hit.last + 1]?.folded ?? ''))
  )
    return 'possible';
  let nouns = 0;
  for (let look = hit.at - 1; look >= first && look >= hit.at - REACH; look--) {
    const token = text.tokens[look];
    if (token === undefined) break;
    if (token.type === 'sign') {
      if (isHard(text, look) || '،,('.includes(signOf(text, look))) break;
      continue;
    }
    const distance = hit.at - look;
    const particle = rules.particles.get(token.folded);
    if (particle !== undefined) {
      if (particle === 'negated' && distance <= (verb ? 1 : 3) && !onlyAfter(text, hit.at, rules)) return 'negated';
      if (particle === 'demanded') return 'demanded';
      if (particle === 'possible' && distance <= 4) return 'possible';
      if (particle === 'question') return 'possible';
    }
    if (verb && !hit.use.past && distance === 1 && token.folded === 'قد') return 'possible';
    const operator = operatorOf(rules, token.folded, verb, distance, nouns, text.tokens[look + 1]?.folded ?? '');
    if (operator === 'negated' || operator === 'possible' || operator === 'demanded') return operator;
    if (operator === 'mentioned') return 'mentioned';
    if (verb && hit.use.past) {
      if (distance >= 1 && particle === undefined) break;
    }
    // "that it be bombed", "that it carry out a raid": not told as done
    if (subjunctive.has(token.folded) && look + 1 <= hit.at) {
      const ruled = look + 1 === hit.at ? verb && !hit.use.past : isPresent(rules, text.tokens[look + 1]?.folded ?? '');
      if (ruled) return 'possible';
    }
    if (verb && rules.speech.complementizers.has(token.folded) && hit.use.past) break;
    if (rules.clauseOpeners.has(token.folded) && !rules.speech.complementizers.has(token.folded)) break;
    if (!verb && rules.speech.complementizers.has(token.folded)) break;
    const happens = verb ? [] : rules.happening.find(token.folded);
    const masdar = rules.placePrepositions.has(text.tokens[look - 1]?.folded ?? '');
    if (!masdar && happens.some((found) => found.use.form === 'verb')) {
      if (happens.some((found) => found.use.future)) return 'possible';
      const before = text.tokens[look - 1]?.folded ?? '';
      const ruling = rules.particles.get(before) ?? rules.operators.find(before)[0]?.entry;
      if (ruling === 'negated' || ruling === 'possible' || ruling === 'demanded') return ruling;
      break;
    }
    nouns++;
  }
  return 'reported';
}

/** A verb in the present, by any table that knows it. */
function isPresent(rules: EventRules, folded: string): boolean {
  if (rules.context.imperfect(folded)) return true;
  const present = (found: { readonly use: WordUse }) => found.use.form === 'verb' && !found.use.past;
  return rules.happening.find(folded).some(present) || rules.triggers.find(folded).some(present);
}

const opensComplement = (rules: EventRules, folded: string): boolean =>
  rules.speech.complementPrepositions.has(folded) || /^(?:ب|ل)/u.test(folded);

function operatorOf(
  rules: EventRules,
  folded: string,
  verb: boolean,
  distance: number,
  between: number,
  next: string,
): Operator | null {
  let result: Operator | null = null;
  for (const found of rules.operators.find(folded)) {
    const { entry, use } = found;
    if (entry === 'mentioned') {
      // "the minister" rules nothing, "the accused of killing" does
      if (use.article && !opensComplement(rules, next)) continue;
      // إنهاء and إنها are written alike
      if (!verb && distance <= 3 && use.form === 'noun' && !rules.speech.complementizers.has(folded))
        result ??= 'mentioned';
      continue;
    }
    if (use.form === 'verb') {
      // a verb rules a noun or "that" + imperfect after it; not a perfect
      if (between <= 5) return entry;
    } else if (!verb && distance <= 6) return entry;
    else if (verb && distance <= 3) return entry;
  }
  return result;
}
