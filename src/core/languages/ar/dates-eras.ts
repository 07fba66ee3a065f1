import { calendarDate } from '../../calendar/calendar-date.ts';
import type { DateValue, SeasonValue } from '../../calendar/date-value.ts';
import { type Found, numberAt, precededBy, type View, viewsAfterAnd, wordAt } from './dates-scan.ts';
import { AGE_WORDS, DECADES, DEMONSTRATIVES, PARTS, SEASONS, TURNS } from './dates-words.ts';
import { bareYear, eraAt, relativeUnit, turnOfUnit, yearPhrase } from './dates-years.ts';

/** Seasons, decades and centuries. */

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
export function century(view: View, index: number): Found | null {
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

/** الألفية الثالثة, الألف الثالث قبل الميلاد. */
export function millennium(view: View, index: number): Found | null {
  const word = wordAt(view, index);
  if (word !== 'الالفيه' && word !== 'الالف') return null;
  const number = numberAt(view, index + 1);
  if (!number?.ordinal || number.value > 10) return null;
  const era = eraAt(view, number.to, 1);
  if (word === 'الالف' && era.calendar === null) return null;
  const value = { kind: 'millennium', millennium: era.year === 0 ? -number.value : number.value } as const;
  return { value, from: index, to: era.to };
}

const NOUGHTIES = new Set(['الالفينيات', 'الالفينات']);
const BEGINNINGS = new Set([...PARTS].flatMap(([word, part]) => (part === 'start' || part === 'early' ? [word] : [])));
const IN_TIME = new Set(['في', 'منذ', 'خلال', ...PARTS.keys()]);

/** الألفينيات, في الألفين, مطلع الألفية. */
function noughties(view: View, index: number): Found | null {
  const word = wordAt(view, index);
  let to = index + 1;
  if (word === 'الالفيه') {
    if (!precededBy(view, index, BEGINNINGS)) return null;
    if (['الجديده', 'الثالثه', 'الحاليه'].includes(wordAt(view, to))) to++;
  } else if (word === 'الالفين') {
    if (!precededBy(view, index, IN_TIME) || view.text.tokens[to]?.type === 'word') return null;
  } else if (!NOUGHTIES.has(word)) return null;
  return { value: { kind: 'decade', decade: 0, century: { kind: 'century', century: 21 } }, from: index, to };
}

/** التسعينيات, تسعينيات القرن الماضي, عقد الثمانينيات; not an age. */
export function decade(view: View, index: number): Found | null {
  const first2000 = noughties(view, index);
  if (first2000) return first2000;
  const first = wordAt(view, index);
  const at = first === 'عقد' || first === 'حقبه' || first === 'فتره' || first === 'سنوات' ? index + 1 : index;
  const word = wordAt(view, at);
  const definite = word.startsWith('ال');
  const decadeNumber = DECADES.get(definite ? word.slice(2) : word);
  if (decadeNumber === undefined) return null;
  const next = wordAt(view, at + 1);
  const behind = next === 'من' || next === 'في' ? at + 2 : at + 1;
  if (AGE_WORDS.has(wordAt(view, behind))) return null;
  const whole = century(view, behind) ?? relativeCentury(view, behind);
  const fits = whole && (whole.value.kind === 'century' || whole.value.kind === 'unit');
  return {
    value: { kind: 'decade', decade: decadeNumber, century: fits ? whole.value : null },
    from: index,
    to: fits ? whole.to : at + 1,
  };
}

/** القرن الماضي. */
const relativeCentury = (view: View, index: number) =>
  wordAt(view, index) === 'القرن' ? turnOfUnit(view, index, 'century') : null;
