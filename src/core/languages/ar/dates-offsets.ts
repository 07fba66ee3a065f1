import type { DateValue, Unit } from '../../calendar/date-value.ts';
import { amountAt } from './dates-amounts.ts';
import { isRow } from './dates-durations.ts';
import { type Found, type PointReader, type View, wordAt } from './dates-scan.ts';
import { NOW, SOME_FEW, SOME_FEW_COUNT } from './dates-words.ts';

/** How long before and after. */

/** قبل يومين, بعد ثلاثة أسابيع, منذ شهرين (its span without منذ), 3 أيام من الآن. */
export function offset(view: View, index: number, point: PointReader): Found | null {
  const word = wordAt(view, index);
  const since = word === 'منذ' || word === 'مذ';
  const direction = word === 'قبل' || since ? -1 : 1;
  const isWord = since || word === 'قبل' || word === 'بعد';
  let at = isWord ? index + 1 : index;
  let rough = false;
  if (isWord && ['نحو', 'حوالي', 'قرابه', 'زهاء'].includes(wordAt(view, at))) {
    rough = true;
    at++;
  } else if (isWord && (wordAt(view, at) === 'اكثر' || wordAt(view, at) === 'اقل') && wordAt(view, at + 1) === 'من') {
    rough = true;
    at += 2;
  }
  const amount = amountAt(view, at);
  if (!amount || amount.definite) return null;
  if (isWord && isRow(view, index, amount)) return null;
  let { to } = amount;
  const fromNow = wordAt(view, to) === 'من' && NOW.has(wordAt(view, to + 1));
  if (!isWord && !fromNow) return null;
  if (fromNow) to += 2;
  const from = since ? amount.from : index;
  const asDuration: Found = {
    value: { kind: 'duration', unit: amount.unit, amount: amount.amount },
    from: amount.from,
    to: amount.to,
  };
  // الأولى منذ أكثر من عقد tells no day
  if (since && rough && wordAt(view, index + 1) === 'اكثر') return asDuration;
  if (!fromNow && bareAfter(view, to, amount.amount, amount.unit)) return null;
  // قبل بضعة أيام is about a day; of months and years it is too vague
  const few = amount.amount === null && SOME_FEW.has(wordAt(view, at));
  if (few && (amount.unit === 'day' || amount.unit === 'week')) {
    const amounts = [{ unit: amount.unit, amount: SOME_FEW_COUNT }];
    const of: DateValue = { kind: 'offset', amounts, direction, anchor: 'document', exact: false };
    return { value: { kind: 'approximate', of }, from, to };
  }
  if (amount.unit === 'second' || amount.unit === 'minute' || amount.unit === 'hour' || amount.amount === null)
    return amount.counted || amount.unit !== 'second' ? asDuration : null;
  const amounts = [{ unit: amount.unit, amount: amount.amount }, ...amount.more];
  const exact =
    fromNow ||
    amount.more.length > 0 ||
    (amount.amount % 1 !== 0 && amount.unit !== 'century' && amount.unit !== 'decade');
  let anchor: 'document' | DateValue = 'document';
  // سنة و21 يوما من الآن: the way is told by the verbs around
  const way = isWord ? direction : 0;
  if (!fromNow && !since && ['من', 'علي'].includes(wordAt(view, to))) {
    const inner = wordAt(view, to) === 'من' ? point(view, to + 1) : null;
    if (!inner || inner.value.kind === 'duration') return asDuration;
    anchor = inner.value;
    to = inner.to;
  }
  const value: DateValue = { kind: 'offset', amounts, direction: way, anchor, exact };
  return { value: rough ? { kind: 'approximate', of: value } : value, from, to };
}

/** قبل عام 2020: the amount of one is the word for year. */
const bareAfter = (view: View, to: number, amount: number | null, unit: Unit) =>
  unit === 'year' && (amount === 1 || amount === null) && /^\d+$/.test(wordAt(view, to));
