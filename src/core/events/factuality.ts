import type { EventRules, Operator, WordUse } from '../languages/event-rules.ts';
import type { Factuality } from '../model/event.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import { type Hit, isHard, signOf } from './hit.ts';

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
      // "has not stopped torturing": goes on
      const stops = rules.context.stops(text.tokens[look + 1]?.folded ?? '');
      if (particle === 'negated' && distance <= (verb ? 1 : 3) && !stops && !onlyAfter(text, hit.at, rules))
        return 'negated';
      if (particle === 'demanded') return 'demanded';
      if (particle === 'possible' && distance <= 4) return 'possible';
      if (particle === 'question') return 'possible';
    }
    if (verb && !hit.use.past && distance === 1 && rules.speech.perfective.has(token.folded)) return 'possible';
    const closed = rules.speech.shapes.closed(text.text.slice(token.start, token.end));
    const conjunction = isConjunction(rules, token.folded);
    const owned = !hit.use.article && rules.context.owning.has(token.folded);
    const operator =
      conjunction || owned
        ? null
        : operatorOf(rules, token.folded, closed, verb, distance, nouns, text.tokens[look + 1]?.folded ?? '');
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
    if (conjunction) break;
    if (!verb && rules.speech.complementizers.has(token.folded)) break;
    const happens = verb ? [] : rules.happening.find(token.folded);
    const masdar = rules.placePrepositions.has(text.tokens[look - 1]?.folded ?? '');
    if (!masdar && happens.some((found) => found.use.form === 'verb')) {
      if (happens.some((found) => found.use.future)) return 'possible';
      const before = text.tokens[look - 1]?.folded ?? '';
      const ruling =
        rules.particles.get(before) ?? (isConjunction(rules, before) ? null : rules.operators.find(before)[0]?.entry);
      if (ruling === 'negated' || ruling === 'possible' || ruling === 'demanded') return ruling;
      // "provided that the party holds a march"
      if (subjunctive.has(before) && happens.every((found) => found.use.form !== 'verb' || !found.use.past))
        return 'possible';
      break;
    }
    nouns++;
  }
  return 'reported';
}

/** بعدما has the letters of "without" with a particle, but is a conjunction. */
const isConjunction = (rules: EventRules, folded: string): boolean =>
  rules.clauseOpeners.has(folded) && !rules.speech.complementizers.has(folded);

/** A verb in the present, by any table that knows it. */
function isPresent(rules: EventRules, folded: string): boolean {
  if (rules.context.imperfect(folded)) return true;
  const present = (found: { readonly use: WordUse }) => found.use.form === 'verb' && !found.use.past;
  return rules.happening.find(folded).some(present) || rules.triggers.find(folded).some(present);
}

const opensComplement = (rules: EventRules, folded: string): boolean =>
  rules.speech.complementPrepositions.has(folded) || rules.speech.shapes.by(folded) || rules.speech.shapes.to(folded);

function operatorOf(
  rules: EventRules,
  folded: string,
  closed: boolean,
  verb: boolean,
  distance: number,
  between: number,
  next: string,
): Operator | null {
  let result: Operator | null = null;
  for (const found of rules.operators.find(folded)) {
    const { entry, use } = found;
    // امرأة is no أمر with a pronoun
    if (use.suffixed && closed) continue;
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
