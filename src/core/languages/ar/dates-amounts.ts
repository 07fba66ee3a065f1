import type { Amount, Unit } from '../../calendar/date-value.ts';
import { type Found, numberAt, type View, viewsAfterAnd, wordAt } from './dates-scan.ts';
import { BARE_WEEKDAYS, FEW, FRACTIONS, FULL, SOME, TURNS, UNIT_FORMS, WEEKDAYS } from './dates-words.ts';
import { isComma } from './dates-years.ts';

/** Amounts of time, and stretches of them from now. */

const POWERS: ReadonlyMap<string, number> = new Map([
  ['الف', 1000],
  ['الاف', 1000],
  ['مليون', 1_000_000],
  ['ملايين', 1_000_000],
]);
const SIZES: readonly Unit[] = [
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'quarter',
  'half',
  'year',
  'decade',
  'century',
];

export interface AmountFound {
  /** Null for "months". */
  readonly amount: number | null;
  readonly unit: Unit;
  readonly more: readonly Amount[];
  readonly from: number;
  readonly to: number;
  readonly definite: boolean;
  /** A number, a dual or the like says how much; a bare unit needs a word before it to be a duration. */
  readonly counted: boolean;
}

/** 6 أسابيع, الأسابيع الـ6, الأشهر الثلاثة, شهرين, بضعة أيام, أشهر, عام ونصف. */
export function amountAt(view: View, index: number): AmountFound | null {
  let from = index;
  let at = index;
  const word = wordAt(view, at);
  if (SOME.has(word)) {
    const form = UNIT_FORMS.get(wordAt(view, at + 1));
    if (form?.number !== 'many' || form.definite) return null;
    return { amount: null, unit: form.unit, more: [], from, to: at + 2, definite: false, counted: true };
  }
  const fraction = FRACTIONS.get(word);
  if (fraction !== undefined) {
    const form = UNIT_FORMS.get(wordAt(view, at + 1));
    if (form?.number !== 'one' || form.definite) return null;
    return { amount: fraction, unit: form.unit, more: [], from, to: at + 2, definite: false, counted: true };
  }
  let form = UNIT_FORMS.get(word);
  if (form?.number === 'many' && form.definite) {
    let to = at + 1;
    if (FEW.has(wordAt(view, to))) to++;
    const number = numberAt(view, to);
    if (number && !(number.ordinal && number.value === 1))
      return { amount: number.value, unit: form.unit, more: [], from, to: number.to, definite: true, counted: true };
    return { amount: null, unit: form.unit, more: [], from, to, definite: true, counted: false };
  }
  let amount: number | null = null;
  let counted = false;
  if (!form || word === 'ثانيه') {
    const decimal = decimalAt(view, at);
    let number: { value: number; to: number; ordinal: boolean } | null = decimal ?? numberAt(view, at);
    // 130 ألف سنة: not from ألف on
    if (
      !number ||
      (view.text.tokens[at - 1]?.type === 'number' && at > view.from && view.text.tokens[at]?.type === 'word')
    )
      return null;
    const power = POWERS.get(wordAt(view, number.to));
    if (power !== undefined && !number.ordinal) number = { ...number, value: number.value * power, to: number.to + 1 };
    form = UNIT_FORMS.get(wordAt(view, number.to));
    if (!form || form.number === 'two') return null;
    // اليوم الثاني عشر من عام…: an ordinal counts nothing
    if (number.ordinal && number.value > 10) return null;
    if (wordAt(view, at) === 'ال') from = at;
    amount = number.value;
    counted = true;
    at = number.to;
    if (number.ordinal && form.number !== 'many') return null;
    // عام 2020 behind a number: 19 عام 2020 is no amount
    if (form.unit === 'year' && form.number === 'one' && /^\d{4}$/.test(wordAt(view, at + 1))) return null;
  } else if (form.number === 'two') {
    amount = 2;
    counted = true;
  } else if (form.number === 'one') {
    if (form.definite) return null;
    amount = 1;
    counted = FULL.has(wordAt(view, at + 1)) && wordAt(view, at + 1) !== 'تقريبا';
  }
  // قبل يوم الأربعاء, 1 / 5 يوم الأحد
  const next = wordAt(view, at + 1);
  if (form.unit === 'day' && form.number === 'one' && (WEEKDAYS.has(next) || BARE_WEEKDAYS.has(next))) return null;
  const definite = form.definite || wordAt(view, index) === 'ال' || (counted && word.startsWith('ال'));
  let to = at + 1;
  if (FULL.has(wordAt(view, to)) && wordAt(view, to) !== 'تقريبا') to++;
  const more: Amount[] = [];
  if (amount !== null) {
    const half =
      wordAt(view, to) === 'ونصف' ? to + 1 : wordAt(view, to) === 'و' && wordAt(view, to + 1) === 'نصف' ? to + 2 : 0;
    if (half > 0) {
      amount += 0.5;
      counted = true;
      to = half;
    }
    const rest = amountBehind(view, to, counted);
    // ثلاث ساعات وعقد…: without a number only a smaller unit goes on
    const fits = rest && (rest.counted || SIZES.indexOf(rest.unit) < SIZES.indexOf(form.unit));
    if (rest && fits && rest.unit !== form.unit && rest.amount !== null) {
      more.push({ unit: rest.unit, amount: rest.amount }, ...rest.more);
      to = rest.to;
      counted = true;
    }
  }
  return { amount, unit: form.unit, more, from, to, definite, counted };
}

/** A second amount joined to a first: سنة و21 يوما, شهر و 21 يوم, 2 سنة 1 شهر. */
function amountBehind(view: View, index: number, counted: boolean): AmountFound | null {
  const sign = wordAt(view, index);
  if (sign === 'و' || isComma(sign)) {
    const rest = amountAt(view, index + 1);
    return rest?.counted || sign === 'و' ? rest : null;
  }
  if (view.text.tokens[index]?.type === 'number') return counted ? amountAt(view, index) : null;
  for (const rest of viewsAfterAnd(view, index)) return amountAt(rest, rest.head);
  return null;
}

function decimalAt(view: View, index: number): { value: number; to: number; ordinal: boolean } | null {
  const { tokens } = view.text;
  const sign = wordAt(view, index + 1);
  if (tokens[index]?.type !== 'number' || index + 2 >= view.to || (sign !== '.' && sign !== ',' && sign !== '٫'))
    return null;
  if (tokens[index + 2]?.type !== 'number' || tokens[index + 1]?.spaced || tokens[index + 2]?.spaced) return null;
  const fraction = wordAt(view, index + 2);
  if (sign === ',' && fraction.length === 3) return null;
  return { value: Number(`${wordAt(view, index)}.${fraction}`), to: index + 3, ordinal: false };
}

/** The past months, the next three days: an amount with الماضية, المقبلة, الأخيرة; or آخر 3 سنوات. */
export function stretch(view: View, index: number): Found | null {
  if (wordAt(view, index) === 'اخر') {
    const amount = amountAt(view, index + 1);
    if (!amount?.counted || amount.amount === null || amount.definite) return null;
    return {
      value: { kind: 'stretch', unit: amount.unit, amount: amount.amount, direction: -1 },
      from: index,
      to: amount.to,
    };
  }
  const amount = amountAt(view, index);
  if (!amount || amount.more.length > 0 || amount.unit === 'second' || amount.unit === 'minute') return null;
  let { to } = amount;
  if (FEW.has(wordAt(view, to))) to++;
  const named = TURNS.get(wordAt(view, to));
  // السنوات السابقة
  const turn = named === 'preceding' && amount.definite && amount.amount === null ? 'last' : named;
  if (turn !== 'last' && turn !== 'recent' && turn !== 'next') return null;
  if (!amount.definite && !(amount.counted && amount.amount !== null && turn !== 'recent')) return null;
  return {
    value: { kind: 'stretch', unit: amount.unit, amount: amount.amount, direction: turn === 'next' ? 1 : -1 },
    from: amount.from,
    to: to + 1,
  };
}
