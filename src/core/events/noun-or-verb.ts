import type { EventRules, WordUse } from '../languages/event-rules.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import { type Hit, isHard } from './hit.ts';

/** Words between two nouns of a list of deeds. */
const LISTED = 4;

/** Words within which "denied", "tried", "a plan" rules the noun of a deed. */
const RULED = 4;

/** A form that could be a verb or its noun (قصف, قتل) is a noun where a noun must stand. */
export function nounRather(
  text: TokenisedText,
  at: number,
  rules: EventRules,
  use: WordUse,
  last: Hit | undefined,
): boolean {
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
  // a crime of killing, acts of killing; but a feminine verb agrees with the noun before it: امرأة قتلت
  if ((construct(folded) && (!use.feminine || use.suffixed)) || imperfect(folded)) return true;
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
