import type { DateValue, PartValue, Unit } from '../../calendar/date-value.ts';
import { firstWords } from '../word-list.ts';
import { type AmountFound, amountAt } from './dates-amounts.ts';
import { monthPhrase } from './dates-calendar.ts';
import { feast } from './dates-feasts.ts';
import { weekday } from './dates-relative.ts';
import { type Found, numberAt, type PointReader, precededBy, type View, wordAt } from './dates-scan.ts';
import { DAY_PARTS, EVES, PARTS, UNIT_FORMS, WEEKDAYS } from './dates-words.ts';
import { bareYear } from './dates-years.ts';
import { readPlaceInRow } from './numbers.ts';

/** Parts of days, weeks, months and years, and the n-th thing in them. */

const THIS = (unit: Unit): DateValue => ({ kind: 'unit', unit, shift: 0, anchor: 'document' });

/** أسبوعي, يومنا behind a part: the week or the day of who speaks. */
function ownUnit(word: string): DateValue | null {
  const form = UNIT_FORMS.get(word.replace(/(?:ي|نا)$/u, ''));
  return form && form.number === 'one' && !form.definite && /(?:ي|نا)$/u.test(word) ? THIS(form.unit) : null;
}

/** أوائل التسعينيات, نهاية الأسبوع الماضي, مطلع العام, بقية الشهر. */
export function partOf(view: View, index: number, point: PointReader): Found | null {
  let at = index;
  if (wordAt(view, at) === 'عطله' && wordAt(view, at + 1) === 'نهايه') at++;
  const part = PARTS.get(wordAt(view, at));
  if (!part) return null;
  const weekend = wordAt(view, at) === 'نهايه';
  const inner = point(view, at + 1) ?? bareYear(view, at + 1, true);
  const form = UNIT_FORMS.get(wordAt(view, at + 1));
  // بداية الشهر الهجري is no date of now
  const qualified = /^ال\p{L}/u.test(wordAt(view, at + 2));
  const bare =
    !inner && !qualified && form?.definite && form.number === 'one' && form.unit !== 'hour' && form.unit !== 'minute';
  const own = inner ? null : ownUnit(wordAt(view, at + 1));
  const of = inner?.value ?? (bare && form ? THIS(form.unit) : own);
  if (!of) return null;
  const kind = of.kind;
  if (kind === 'duration' || kind === 'offset' || kind === 'stretch' || kind === 'list') return null;
  if (kind === 'day' || kind === 'weekday') {
    // منتصف ليل الثلاثاء
    if (part !== 'rest' && !DAY_PARTS.has(wordAt(view, at + 1))) return null;
    return inner && { ...inner, from: index };
  }
  const isWeek = kind === 'unit' && of.unit === 'week';
  if (kind === 'unit' && ['day', 'hour', 'minute', 'second'].includes(of.unit)) return null;
  return {
    value: { kind: 'part', part: isWeek && weekend ? 'weekend' : part, of },
    from: index,
    to: inner?.to ?? at + 2,
  };
}

const TIMES_WITHIN: ReadonlyMap<string, PartValue['part']> = new Map([
  ['وقت سابق', 'before'],
  ['وقت لاحق', 'rest'],
  ['وقت مبكر', 'early'],
  ['وقت متاخر', 'late'],
  ['ساعه مبكره', 'early'],
  ['ساعه متاخره', 'late'],
  ['ساعات مبكره', 'early'],
  ['ساعات متاخره', 'late'],
  ['الساعات الاولي', 'early'],
  ['الساعات الاخيره', 'late'],
]);

const TIME_BEGINNINGS = firstWords(TIMES_WITHIN.keys());

/** وقت سابق من هذا الشهر, وقت لاحق اليوم, ساعة متأخرة من مساء الثلاثاء. */
export function earlierOrLater(view: View, index: number, point: PointReader): Found | null {
  if (!TIME_BEGINNINGS.has(wordAt(view, index))) return null;
  const part = TIMES_WITHIN.get(`${wordAt(view, index)} ${wordAt(view, index + 1)}`);
  if (!part) return null;
  const linked = wordAt(view, index + 2) === 'من';
  let at = linked ? index + 3 : index + 2;
  if (wordAt(view, at) === 'يوم') at++;
  const inner = point(view, at) ?? (linked ? thisUnit(view, at) : null);
  if (!inner || inner.value.kind === 'duration') return null;
  const isDay =
    inner.value.kind === 'day' ||
    inner.value.kind === 'weekday' ||
    (inner.value.kind === 'date' && inner.value.day !== null);
  if (isDay) return { ...inner, from: index };
  if (wordAt(view, index) !== 'وقت') return null;
  return { value: { kind: 'part', part, of: inner.value }, from: index, to: inner.to };
}

/** العام, behind words that make it this year. */
function thisUnit(view: View, index: number): Found | null {
  const form = UNIT_FORMS.get(wordAt(view, index));
  if (!form?.definite || form.number !== 'one' || !['week', 'month', 'year', 'century'].includes(form.unit))
    return null;
  return { value: THIS(form.unit), from: index, to: index + 1 };
}

/** مساء الثلاثاء, ليلة 12 سبتمبر, بعد ظهر اليوم, ليل السبت الأحد: the day, two days for a night between them. */
export function dayPart(view: View, index: number, point: PointReader): Found | null {
  let at = index;
  if (wordAt(view, at) === 'بعد' && wordAt(view, at + 1) === 'ظهر') at++;
  const eve = EVES.has(wordAt(view, at));
  if (!eve && !DAY_PARTS.has(wordAt(view, at))) return null;
  at++;
  if (wordAt(view, at) === 'يوم') at++;
  const inner = point(view, at);
  if (!inner) return null;
  const { value } = inner;
  const isDay =
    value.kind === 'day' ||
    value.kind === 'weekday' ||
    value.kind === 'converted' ||
    (value.kind === 'part' && value.part === 'eve') ||
    ((value.kind === 'date' || value.kind === 'list' || value.kind === 'range') && dayPrecise(value));
  if (!isDay) return null;
  if (eve) return { value: { kind: 'part', part: 'eve', of: value }, from: index, to: inner.to };
  if (value.kind === 'weekday' && !value.turn && !value.week) {
    const sign = wordAt(view, inner.to);
    const second = sign === '-' || sign === '–' || sign === '/' ? inner.to + 1 : inner.to;
    const other = WEEKDAYS.has(wordAt(view, second)) ? weekday(view, second, point) : null;
    const next = (value.weekday % 7) + 1;
    const named = other?.value.kind === 'weekday' || other?.value.kind === 'date' ? other.value.weekday : null;
    if (other && named === next)
      return { value: { kind: 'range', from: value, to: other.value }, from: index, to: other.to };
  }
  return { ...inner, from: index };
}

function dayPrecise(value: DateValue): boolean {
  if (value.kind === 'date') return value.day !== null;
  if (value.kind === 'list') return value.items.every(dayPrecise);
  return value.kind === 'range' && value.from !== null && dayPrecise(value.from);
}

const IN_TIME = new Set(['في', 'خلال']);
const FRACTIONS: ReadonlyMap<string, Unit> = new Map([
  ['النصف', 'half'],
  ['الربع', 'quarter'],
  ['الفصل', 'quarter'],
  ['الثلث', 'third'],
  // of the Maghreb
  ['الثلاثي', 'quarter'],
  ['السداسي', 'half'],
]);

/** النصف الثاني من العام, الربع الثالث من 2016, الأسبوع الأخير من يوليو, العقد الأول من القرن العشرين, أول جمعة من يوليو. */
export function nthOf(view: View, index: number, point: PointReader): Found | null {
  const word = wordAt(view, index);
  const form = UNIT_FORMS.get(word);
  const unit = FRACTIONS.get(word) ?? (form?.definite && form.number === 'one' ? form.unit : null);
  if (unit && unit !== 'hour' && unit !== 'minute' && unit !== 'second') {
    const place = readPlaceInRow(wordAt(view, index + 1));
    const number = place === -1 ? null : numberAt(view, index + 1);
    const n = place === -1 ? -1 : number?.ordinal ? number.value : null;
    if (n === null) return null;
    const to = number ? number.to : index + 2;
    return withWhole(view, { kind: 'nth', unit, weekday: null, n }, index, to, point);
  }
  const n = readPlaceInRow(word);
  if (n === null || word.startsWith('ال')) return null;
  let at = index + 1;
  const next = wordAt(view, at);
  if (next === 'يوم' || next === 'ايام') at++;
  // ثاني أيام عيد الأضحى
  const feastDay = next === 'ايام' && n > 0 ? feast(view, at) : null;
  if (feastDay) {
    const amounts = [{ unit: 'day', amount: n - 1 }] as const;
    const value: DateValue = { kind: 'offset', amounts, direction: 1, anchor: feastDay.value, exact: true };
    return { value, from: index, to: feastDay.to };
  }
  const named = WEEKDAYS.get(`ال${wordAt(view, at)}`) ?? WEEKDAYS.get(wordAt(view, at));
  if (named !== undefined)
    return withWhole(view, { kind: 'nth', unit: 'weekday', weekday: named, n }, index, at + 1, point);
  const one = UNIT_FORMS.get(next);
  if (!one || one.definite || one.number === 'two' || one.unit === 'hour') return null;
  return withWhole(view, { kind: 'nth', unit: one.unit, weekday: null, n }, index, index + 2, point);
}

function withWhole(
  view: View,
  nth: { kind: 'nth'; unit: Unit | 'weekday'; weekday: number | null; n: number },
  index: number,
  to: number,
  point: PointReader,
): Found | null {
  const linked = wordAt(view, to) === 'من' || wordAt(view, to) === 'في';
  const at = linked ? to + 1 : to;
  const inner =
    point(view, at) ?? (linked || nth.unit === 'half' || nth.unit === 'quarter' ? bareYear(view, at, true) : null);
  if (inner && ['date', 'unit', 'century', 'season'].includes(inner.value.kind)) {
    if (!linked && inner.value.kind !== 'unit' && inner.value.kind !== 'date') return null;
    if (inner.value.kind === 'date' && inner.value.day !== null) return null;
    return { value: { ...nth, of: inner.value }, from: index, to: inner.to };
  }
  const own = linked ? thisUnit(view, at) : null;
  if (own) return { value: { ...nth, of: own.value }, from: index, to: own.to };
  // في الربع الثاني: of this year
  const bare = nth.unit === 'quarter' && !linked && precededBy(view, index, IN_TIME);
  if (bare) return { value: { ...nth, of: THIS('year') }, from: index, to };
  return null;
}

/** العشر الأواخر من رمضان. */
function lastTen(view: View, index: number): AmountFound | null {
  if (wordAt(view, index) !== 'العشر' || !['الاواخر', 'الاوائل'].includes(wordAt(view, index + 1))) return null;
  return { amount: 10, unit: 'day', more: [], from: index, to: index + 1, definite: true, counted: true };
}

/** الأشهر الستة الأولى من العام, الأيام الثلاثة الأخيرة من الشهر. */
export function firstOf(view: View, index: number, point: PointReader): Found | null {
  const form = UNIT_FORMS.get(wordAt(view, index));
  const tens = lastTen(view, index);
  if (tens === null && !(form?.definite && form.number === 'many') && wordAt(view, index) !== 'ال') return null;
  const amount = tens ?? amountAt(view, index);
  if (!amount?.definite || !amount.counted || amount.amount === null || amount.more.length > 0) return null;
  const row = wordAt(view, amount.to);
  const place = row === 'الاواخر' ? -1 : row === 'الاوائل' ? 1 : readPlaceInRow(row);
  if ((place !== 1 && place !== -1) || wordAt(view, amount.to + 1) !== 'من') return null;
  const at = amount.to + 2;
  const whole = point(view, at) ?? monthPhrase(view, at, true) ?? thisUnit(view, at) ?? bareYear(view, at, true);
  if (!whole || !['date', 'unit', 'century', 'season'].includes(whole.value.kind)) return null;
  const nth = (n: number): DateValue => ({ kind: 'nth', unit: amount.unit, weekday: null, n, of: whole.value });
  const [from, to] = place === 1 ? [nth(1), nth(amount.amount)] : [nth(-amount.amount), nth(-1)];
  return { value: { kind: 'range', from, to }, from: amount.from, to: whole.to };
}
