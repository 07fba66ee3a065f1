import type { DateValue, SeasonValue, Unit } from '../../calendar/date-value.ts';
import { stretch } from './dates-amounts.ts';
import { dayAndMonth, dayOfMonth, monthPhrase } from './dates-calendar.ts';
import { numericDate } from './dates-numeric.ts';
import { dayWord, demonstrative, weekday, weekWithDays } from './dates-relative.ts';
import { type Found, numberAt, precededBy, type View, viewsAfterAnd, wordAt } from './dates-scan.ts';
import {
  AGE_WORDS,
  DAY_PARTS,
  DECADES,
  DEMONSTRATIVES,
  EVES,
  FEAST_HEADS,
  FEASTS,
  PARTS,
  SEASONS,
  TURNS,
  UNIT_FORMS,
  WEEKDAYS,
  YEAR_WORDS,
} from './dates-words.ts';
import { bareYear, calendarDate, eraAt, relativeUnit, turnOfUnit, yearAt, yearPhrase } from './dates-years.ts';
import { readPlaceInRow } from './numbers.ts';

/** A single date at a token, of whatever kind. */

const THIS = (unit: Unit): DateValue => ({ kind: 'unit', unit, shift: 0, anchor: 'document' });

/** "Late in the evening of the first Friday of July" is as deep as sense goes; a bound keeps the cost linear. */
const MAX_DEPTH = 4;

/** A single date at a token: everything but ranges and rows. */
export function point(outer: View, index: number): Found | null {
  if (index >= outer.to || outer.depth > MAX_DEPTH) return null;
  const view = { ...outer, depth: outer.depth + 1 };
  const type = view.text.tokens[index]?.type;
  if (type === 'number')
    return (
      dayAndMonth(view, index) ??
      numericDate(view, index) ??
      stretch(view, index) ??
      bareYear(view, index, false) ??
      dayOfMonth(view, index)
    );
  if (type !== 'word') return null;
  return (
    feast(view, index) ??
    dayWord(view, index) ??
    demonstrative(view, index, point) ??
    seasonOf(view, index) ??
    weekday(view, index, point) ??
    partOf(view, index) ??
    earlierOrLater(view, index) ??
    dayPart(view, index) ??
    dayAndMonth(view, index) ??
    monthPhrase(view, index, false) ??
    yearPhrase(view, index) ??
    century(view, index) ??
    decade(view, index) ??
    nthOf(view, index) ??
    stretch(view, index) ??
    relative(view, index) ??
    weekOf(view, index) ??
    dayOfMonth(view, index)
  );
}

/** الشهر الماضي, العام المقبل, الأسبوع قبل الماضي. */
function relative(view: View, index: number): Found | null {
  const form = UNIT_FORMS.get(wordAt(view, index));
  if (!form?.definite || form.number !== 'one') return null;
  if (form.unit === 'day' || form.unit === 'hour' || form.unit === 'minute' || form.unit === 'second') return null;
  const found = turnOfUnit(view, index, form.unit);
  if (!found) return null;
  return form.unit === 'week' ? weekWithDays(view, found, point) : found;
}

/** أوائل التسعينيات, نهاية الأسبوع الماضي, مطلع العام, بقية الشهر. */
function partOf(view: View, index: number): Found | null {
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
function earlierOrLater(view: View, index: number): Found | null {
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
function dayPart(view: View, index: number): Found | null {
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

const SEASON_LICENCE = new Set(['في', 'خلال', 'منذ', 'بحلول', ...PARTS.keys()]);

/** صيف 2016, الصيف الماضي, هذا الصيف, خريف العام الماضي. */
export function seasonOf(view: View, index: number): Found<SeasonValue> | null {
  const pointer = DEMONSTRATIVES.get(wordAt(view, index)) === 'this';
  const at = pointer ? index + 1 : index;
  const word = wordAt(view, at);
  const definite = word.startsWith('ال') && SEASONS.has(word.slice(2));
  const season = SEASONS.get(definite ? word.slice(2) : word) as SeasonValue['season'] | undefined;
  if (season === undefined) return null;
  const value = { kind: 'season', season, year: null, turn: null } as const;
  if (pointer) return definite ? { value: { ...value, turn: 'this' }, from: index, to: at + 1 } : null;
  if (definite) {
    const turn = TURNS.get(wordAt(view, at + 1));
    if (turn === 'last' || turn === 'next' || turn === 'this')
      return { value: { ...value, turn }, from: index, to: at + 2 };
    if (wordAt(view, at + 1) === 'العربي' || view.text.tokens[at + 1]?.folded.startsWith('ال')) return null;
    const licensed = precededBy(view, index, SEASON_LICENCE);
    return licensed ? { value, from: index, to: at + 1 } : null;
  }
  const behind = wordAt(view, at + 1) === 'من' ? at + 2 : at + 1;
  const year = yearPhrase(view, behind) ?? relativeUnit(view, behind, 'year') ?? bareYear(view, behind, true);
  return year ? { value: { ...value, year: year.value }, from: index, to: year.to } : null;
}

/** القرن التاسع عشر, القرن الماضي, القرن الخامس قبل الميلاد, القرن الـ19. */
function century(view: View, index: number): Found | null {
  const word = wordAt(view, index);
  if (word !== 'القرن' && word !== 'القرنين' && word !== 'قرن') return null;
  const number = word === 'قرن' ? null : numberAt(view, index + 1);
  if (!number || number.value < 1 || number.value > 30) return null;
  const first = centuryValue(view, number.value, number.to);
  if (word === 'القرنين') {
    for (const rest of viewsAfterAnd(view, number.to)) {
      const other = numberAt(rest, rest.head);
      if (!other) continue;
      const second = centuryValue(view, other.value, other.to);
      const before = second.value.kind === 'century' && second.value.century < 0;
      const value: DateValue = before ? { kind: 'century', century: -number.value } : first.value;
      return { value: { kind: 'list', items: [value, second.value] }, from: index, to: second.to };
    }
  }
  return { ...first, from: index };
}

function centuryValue(view: View, century: number, to: number): Found {
  const era = eraAt(view, wordAt(view, to) === 'الميلادي' ? to + 1 : to, 1);
  if (['الهجري', 'هجري', 'للهجره'].includes(wordAt(view, to))) {
    // a Hijri century, by its first and last year
    const year = (value: number) => calendarDate({ year: value, calendar: 'islamic' });
    const from = year((century - 1) * 100 + 1);
    return { value: { kind: 'range', from, to: year(century * 100) }, from: to, to: to + 1 };
  }
  return { value: { kind: 'century', century: era.year === 0 ? -century : century }, from: to, to: era.to };
}

/** التسعينيات, تسعينيات القرن الماضي, عقد الثمانينيات; not an age. */
function decade(view: View, index: number): Found | null {
  const first = wordAt(view, index);
  const at = first === 'عقد' || first === 'حقبه' || first === 'فتره' || first === 'سنوات' ? index + 1 : index;
  const word = wordAt(view, at);
  const definite = word.startsWith('ال');
  const decadeNumber = DECADES.get(definite ? word.slice(2) : word);
  if (decadeNumber === undefined) return null;
  const next = wordAt(view, at + 1);
  const behind = next === 'من' || next === 'في' ? at + 2 : at + 1;
  if (AGE_WORDS.has(wordAt(view, behind))) return null;
  const whole = century(view, behind) ?? relative(view, behind);
  const fits =
    whole && (whole.value.kind === 'century' || (whole.value.kind === 'unit' && whole.value.unit === 'century'));
  return {
    value: { kind: 'decade', decade: decadeNumber, century: fits ? whole.value : null },
    from: index,
    to: fits ? whole.to : at + 1,
  };
}

const FRACTIONS: ReadonlyMap<string, Unit> = new Map([
  ['النصف', 'half'],
  ['الربع', 'quarter'],
  ['الفصل', 'quarter'],
]);

/** النصف الثاني من العام, الربع الثالث من 2016, الأسبوع الأخير من يوليو, العقد الأول من القرن العشرين, أول جمعة من يوليو. */
function nthOf(view: View, index: number): Found | null {
  const word = wordAt(view, index);
  const form = UNIT_FORMS.get(word);
  const unit = FRACTIONS.get(word) ?? (form?.definite && form.number === 'one' ? form.unit : null);
  if (unit && unit !== 'hour' && unit !== 'minute' && unit !== 'second') {
    const place = readPlaceInRow(wordAt(view, index + 1));
    const number = place === -1 ? null : numberAt(view, index + 1);
    const n = place === -1 ? -1 : number?.ordinal ? number.value : null;
    if (n === null) return null;
    const to = number ? number.to : index + 2;
    return withWhole(view, { kind: 'nth', unit, weekday: null, n }, index, to);
  }
  const n = readPlaceInRow(word);
  if (n === null || word.startsWith('ال')) return null;
  let at = index + 1;
  const next = wordAt(view, at);
  if (next === 'يوم' || next === 'ايام') at++;
  const named = WEEKDAYS.get(`ال${wordAt(view, at)}`) ?? WEEKDAYS.get(wordAt(view, at));
  if (named !== undefined) return withWhole(view, { kind: 'nth', unit: 'weekday', weekday: named, n }, index, at + 1);
  const one = UNIT_FORMS.get(next);
  if (!one || one.definite || one.number === 'two' || one.unit === 'hour') return null;
  return withWhole(view, { kind: 'nth', unit: one.unit, weekday: null, n }, index, index + 2);
}

function withWhole(
  view: View,
  nth: { kind: 'nth'; unit: Unit | 'weekday'; weekday: number | null; n: number },
  index: number,
  to: number,
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

/** أسبوع 16 سبتمبر: the week that holds it. */
function weekOf(view: View, index: number): Found | null {
  if (wordAt(view, index) !== 'اسبوع') return null;
  const inner = dayAndMonth(view, index + 1);
  return inner?.value.kind === 'date'
    ? { value: { kind: 'part', part: 'week-of', of: inner.value }, from: index, to: inner.to }
    : null;
}

/** عيد الفطر, where the words take it as a time. */
function feast(view: View, index: number): Found | null {
  const pair = `${wordAt(view, index)} ${wordAt(view, index + 1)}`;
  const eve = FEASTS.get(`${pair} ${wordAt(view, index + 2)}`);
  const known = eve ?? FEASTS.get(pair);
  if (!known || (!eve && !precededBy(view, index, FEAST_HEADS) && view.preposition === '')) return null;
  const [calendar, month, day] = known;
  let to = index + (eve ? 3 : 2);
  if (TURNS.has(wordAt(view, to))) return null;
  if (wordAt(view, to) === 'الجديده' || wordAt(view, to) === 'الميلاديه' || wordAt(view, to) === 'المبارك') to++;
  const relativeYear = relativeUnit(view, to, 'year');
  const phrase = YEAR_WORDS.has(wordAt(view, to)) ? yearAt(view, to + 1, true) : yearAt(view, to, false);
  const year = relativeYear?.value ?? phrase?.year ?? null;
  return { value: calendarDate({ calendar, month, day, year }), from: index, to: relativeYear?.to ?? phrase?.to ?? to };
}
