import type { DateValue, Unit } from '../../calendar/date-value.ts';
import { weekday } from './dates-relative.ts';
import { type Found, numberAt, type PointReader, type View, wordAt } from './dates-scan.ts';
import { DAY_PARTS, EVES, PARTS, UNIT_FORMS, WEEKDAYS } from './dates-words.ts';
import { bareYear } from './dates-years.ts';
import { readPlaceInRow } from './numbers.ts';

/** Parts of days, weeks, months and years, and the n-th thing in them. */

const THIS = (unit: Unit): DateValue => ({ kind: 'unit', unit, shift: 0, anchor: 'document' });

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
  const of = inner?.value ?? (bare && form ? THIS(form.unit) : null);
  if (!of) return null;
  const kind = of.kind;
  if (kind === 'duration' || kind === 'offset' || kind === 'stretch' || kind === 'list') return null;
  if (kind === 'day' || kind === 'weekday') {
    if (part !== 'rest') return null;
    return inner && { ...inner, from: index };
  }
  const isWeek = kind === 'unit' && of.unit === 'week';
  if (kind === 'unit' && of.unit === 'day') return null;
  return {
    value: { kind: 'part', part: isWeek && weekend ? 'weekend' : part, of },
    from: index,
    to: inner?.to ?? at + 2,
  };
}

/** وقت سابق من هذا الشهر, وقت لاحق اليوم, وقت متأخر من مساء الثلاثاء. */
export function earlierOrLater(view: View, index: number, point: PointReader): Found | null {
  if (wordAt(view, index) !== 'وقت') return null;
  const word = wordAt(view, index + 1);
  const part =
    word === 'سابق'
      ? 'before'
      : word === 'لاحق'
        ? 'rest'
        : word === 'مبكر'
          ? 'early'
          : word === 'متاخر'
            ? 'late'
            : null;
  if (!part) return null;
  const at = wordAt(view, index + 2) === 'من' ? index + 3 : index + 2;
  const inner = point(view, at);
  if (!inner || inner.value.kind === 'duration') return null;
  const isDay =
    inner.value.kind === 'day' ||
    inner.value.kind === 'weekday' ||
    (inner.value.kind === 'date' && inner.value.day !== null);
  if (isDay) return { ...inner, from: index };
  return { value: { kind: 'part', part, of: inner.value }, from: index, to: inner.to };
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

const FRACTIONS: ReadonlyMap<string, Unit> = new Map([
  ['النصف', 'half'],
  ['الربع', 'quarter'],
  ['الفصل', 'quarter'],
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
  const form = UNIT_FORMS.get(wordAt(view, at));
  const inner =
    point(view, at) ?? (linked || nth.unit === 'half' || nth.unit === 'quarter' ? bareYear(view, at, true) : null);
  if (inner && ['date', 'unit', 'century', 'season'].includes(inner.value.kind)) {
    if (!linked && inner.value.kind !== 'unit' && inner.value.kind !== 'date') return null;
    if (inner.value.kind === 'date' && inner.value.day !== null) return null;
    return { value: { ...nth, of: inner.value }, from: index, to: inner.to };
  }
  if (linked && form?.definite && form.number === 'one' && ['week', 'month', 'year', 'century'].includes(form.unit))
    return { value: { ...nth, of: THIS(form.unit) }, from: index, to: at + 1 };
  return null;
}
