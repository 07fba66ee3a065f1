import { type AmountFound, amountAt } from './dates-amounts.ts';
import { type Found, precededBy, type View, wordAt } from './dates-scan.ts';
import { AGE_WORDS, DURATION_HEADS, TURNS, UNIT_FORMS } from './dates-words.ts';

/** Amounts of time that are counted from nothing. */

/** عاما بعد عام, at its بعد. */
export const isRow = (view: View, index: number, { amount, counted, unit }: AmountFound) =>
  amount === 1 && !counted && index > view.from && UNIT_FORMS.get(wordAt(view, index - 1))?.unit === unit;

const EVERY = new Set(['كل']);
const EVERY_OR_DAY = new Set(['كل', 'يوم']);

/** An amount that is counted from nothing: لمدة ستة أسابيع, أشهر, طوال الشهر. */
export function duration(view: View, index: number, whole: boolean): Found | null {
  const found = amountAt(view, index);
  if (!found) {
    const form = whole ? UNIT_FORMS.get(wordAt(view, index)) : undefined;
    return form?.number === 'one' && !TURNS.has(wordAt(view, index + 1))
      ? { value: { kind: 'duration', unit: form.unit, amount: 1 }, from: index, to: index + 1 }
      : null;
  }
  const bare = found.amount === 1 && !found.counted;
  if (wordAt(view, index - 1) === 'بعد' && isRow(view, index - 1, found)) return null;
  // ويأتي ذلك سنة بعد الزلزال, not عاما بعد عام
  const relation = wordAt(view, found.to);
  const related =
    bare && (relation === 'بعد' || relation === 'قبل') && wordAt(view, found.to + 1) !== wordAt(view, index);
  if (related && UNIT_FORMS.get(wordAt(view, found.to + 1)) === undefined && view.preposition === '')
    return { value: { kind: 'duration', unit: found.unit, amount: 1 }, from: found.from, to: found.to };
  const introduced =
    whole || view.preposition === 'ل' || precededBy(view, index, DURATION_HEADS) || behindMore(view, index);
  if (found.definite ? !found.counted : !found.counted && !introduced) return null;
  if (!found.counted && (found.unit === 'second' || found.unit === 'minute')) return null;
  if (found.unit === 'second' && wordAt(view, found.from) === 'ثانيه') return null;
  if (isAge(view, index, found.to)) return null;
  // خلال عام 2020 is no duration, nor is منذ عام يونيو
  if (bare && (/^\d+$/.test(wordAt(view, found.to)) || precededBy(view, index, EVERY_OR_DAY))) return null;
  // لعام without more is rarely one; لسنوات is
  if (bare && view.preposition !== '' && !introducedByWord(view, index) && found.unit !== 'hour') return null;
  if (precededBy(view, index, EVERY)) return null;
  return { value: { kind: 'duration', unit: found.unit, amount: found.amount }, from: found.from, to: found.to };
}

const introducedByWord = (view: View, index: number) => precededBy(view, index, DURATION_HEADS);

/** أكثر من, ما يزيد على, أقل من before an amount. */
function behindMore(view: View, index: number): boolean {
  const word = wordAt(view, index - 1);
  return (
    index > view.from &&
    (word === 'من' || word === 'علي' || word === 'عن') &&
    ['اكثر', 'اقل', 'يزيد', 'يقرب', 'يقل', 'لاكثر', 'لاقل'].includes(wordAt(view, index - 2))
  );
}

function isAge(view: View, index: number, to: number): boolean {
  if (AGE_WORDS.has(wordAt(view, to)) || (wordAt(view, to) === 'من' && AGE_WORDS.has(wordAt(view, to + 1))))
    return true;
  if (wordAt(view, index - 1) === '(' && wordAt(view, to) === ')') return true;
  for (let back = 1; back <= 2; back++) {
    if (index - back < view.from) break;
    if (precededBy(view, index - back + 1, AGE_WORDS)) return true;
  }
  return false;
}
