import { ARABIC_MONTHS, HIJRI_MONTHS as HIJRI } from '../../calendar/arabic-months.ts';
import type { Turn, Unit } from '../../calendar/date-value.ts';
import { foldName } from '../../text/fold.ts';
import { wordList, wordTable } from '../word-list.ts';
import { FEASTS } from './feasts.ts';

/*
 * Words of time in Modern Standard Arabic news. Sources: own reading. `_` is a space; keys are folded.
 */

const numbered = (table: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, number> =>
  new Map([...table].map(([word, [value]]) => [word, Number(value)]));
const named = <Value extends string>(table: ReadonlyMap<string, readonly Value[]>): ReadonlyMap<string, Value> =>
  new Map([...table].map(([word, values]) => [word, values[0] as Value]));

const months = (rows: readonly (readonly string[])[]): ReadonlyMap<string, number> =>
  new Map(rows.flatMap((names, at) => names.map((name) => [foldName(name), at + 1])));

/** Gregorian months in all systems. */
export const MONTHS = months(ARABIC_MONTHS);
export const HIJRI_MONTHS = months(HIJRI);

/** Names that are also other words or persons' names: they need a number, شهر, a preposition or a year beside them. */
export const DOUBTFUL_MONTHS = wordList(`
  مارس ماي أوت جوان آب اب نيسان تموز محرم المحرم صفر رجب شعبان رمضان شوال آذار أيلول مارت
`);

export const WEEKDAYS = numbered(
  wordTable(`
  1: الاثنين الإثنين
  2: الثلاثاء الثلثاء الثلاثا
  3: الأربعاء الاربعا
  4: الخميس
  5: الجمعة
  6: السبت
  7: الأحد
`),
);

/** The first of a month, in the Maghreb and of Hijri months too. */
export const FIRST_DAYS = wordList('أول فاتح الفاتح غرة مستهل');

/** Weekdays without article, only behind يوم: يوم جمعة. */
export const BARE_WEEKDAYS = numbered(
  wordTable('1: اثنين إثنين\n2: ثلاثاء\n3: أربعاء\n4: خميس\n5: جمعة\n6: سبت\n7: أحد'),
);

/** Words before a weekday that make a name of it: a prayer, a market, a newspaper. */
export const WEEKDAY_NAME_HEADS = wordList(`
  صلاة خطبة سوق صحيفة جريدة مجلة مسجد جامع كل أيام حي مدينة بلدة قرية كلا هذين هذان بين_هذين سبت_النور نادي شيفيلد إمام خطيب كلتا
`);

/** Days from now. */
export const DAY_WORDS = numbered(
  wordTable(`
  -1: أمس الأمس البارحة امبارح
  0: اليوم الليلة
  1: غدا غد الغد
`),
);

export interface UnitForm {
  readonly unit: Unit;
  readonly number: 'one' | 'two' | 'many';
  readonly definite: boolean;
}

const unitRows: readonly (readonly [Unit, string, string, string])[] = [
  ['second', 'ثانية', 'ثانيتين ثانيتان', 'ثوان ثواني'],
  ['minute', 'دقيقة', 'دقيقتين دقيقتان', 'دقائق'],
  ['hour', 'ساعة', 'ساعتين ساعتان', 'ساعات'],
  ['day', 'يوم يوما', 'يومين يومان', 'أيام اياما'],
  ['week', 'أسبوع أسبوعا اسبوع', 'أسبوعين أسبوعان', 'أسابيع'],
  ['month', 'شهر شهرا', 'شهرين شهران', 'أشهر شهور شهورا أشهرا'],
  ['year', 'عام عاما سنة', 'عامين عامان سنتين سنتان', 'أعوام سنوات سنين أعواما سنون'],
  ['decade', 'عقد عقدا عشرية', 'عقدين عقدان عشريتين', 'عقود عشريات'],
  ['century', 'قرن قرنا', 'قرنين قرنان', 'قرون'],
];

export const UNIT_FORMS: ReadonlyMap<string, UnitForm> = new Map<string, UnitForm>(
  unitRows.flatMap(([unit, one, two, many]) =>
    (
      [
        ['one', one],
        ['two', two],
        ['many', many],
      ] as const
    ).flatMap(([number, words]) =>
      [...wordList(words)].flatMap((word) => [
        [word, { unit, number, definite: false }] as const,
        [`ال${word}`, { unit, number, definite: true }] as const,
      ]),
    ),
  ),
);

export const TURNS = named<Turn | 'recent' | 'same' | 'following' | 'preceding'>(
  wordTable(`
  last: الماضي الماضية الماضيين الماضيان الماضيتين الفائت الفائتة المنصرم المنصرمة المنصرمين المنقضي المنقضية المنصرمتين الفارط الفارطة السابقين السابقتين
  recent: الأخير الأخيرة الأخيرين الأخيرتين
  next: المقبل المقبلة المقبلين المقبلتين القادم القادمة القادمين القادمتين الآتي الآتية
  this: الحالي الحالية الجاري الجارية الراهن الراهنة
  same: نفسه نفسها ذاته ذاتها عينه
  following: التالي التالية اللاحق اللاحقة الموالي الموالية
  preceding: السابق السابقة
`),
);

export const DEMONSTRATIVES = named<'this' | 'that'>(wordTable('this: هذا هذه\nthat: ذلك تلك نفس ذات'));

export const PARTS = named<'start' | 'early' | 'mid' | 'late' | 'end' | 'rest'>(
  wordTable(`
  start: بداية فاتحة
  early: أوائل مطلع مستهل بدايات باكورة
  mid: منتصف أواسط وسط
  late: أواخر نهايات
  end: نهاية ختام
  rest: بقية باقي
`),
);

/** Parts of the day, as first term before a date: مساء الثلاثاء. */
export const DAY_PARTS = wordList('صباح ظهر عصر مساء ليل ليلة فجر ضحى ظهيرة مغرب صبيحة أمسية نهار غروب');
/** With the article, behind هذا. */
export const DAY_PARTS_DEFINITE = wordList('الصباح المساء الليلة الظهر الفجر');
export const EVES = wordList('عشية');

export const SEASONS = numbered(wordTable('21: ربيع\n22: صيف\n23: خريف\n24: شتاء'));

export const DECADES = numbered(
  wordTable(`
  20: عشرينيات عشرينات
  30: ثلاثينيات ثلاثينات
  40: أربعينيات أربعينات
  50: خمسينيات خمسينات
  60: ستينيات ستينات
  70: سبعينيات سبعينات
  80: ثمانينيات ثمانينات
  90: تسعينيات تسعينات
`),
);
export const AGE_WORDS = wordList('عمره عمرها العمر عمرهم عمري عمرهن البالغ البالغة يبلغ تبلغ سن يناهز تناهز');

/** The year behind one of these is a year: عام 2020. */
export const YEAR_WORDS = wordList('عام العام سنة السنة');
export const YEARS_WORDS = wordList('عامي العامين سنتي أعوام الأعوام سنوات السنوات العامان عاما السنتين');

/** Offices and notions that العام, "general", belongs to. */
export const GENERAL_HEADS = wordList(`
  الأمين المدير القائد المدعي النائب المفتش المراقب السكرتير القنصل المفوض الوكيل المنسق الحاكم الرأي القطاع الاتحاد المقرر النظام الأمن المدعى الصالح المال الذوق الوضع المستشفى
`);

export const SINCE = wordList('منذ مذ');
/** With من behind them: from a day on. */
export const BEGINNING = wordList('ابتداء اعتبارا بدءا ابتداءا');
export const UNTIL = wordList('حتى لغاية');
export const TO = wordList('إلى حتى لغاية ولغاية وحتى وإلى');
/** "Of now": makes an offset exact. */
export const NOW = wordList('الآن اليوم');
/** Behind "until": the span has no end yet. */
export const UNTIL_NOW = wordList('الآن اليوم يومنا الوقت الساعة اللحظة');
export const APPROXIMATE = wordList('نحو حوالي حوالى قرابة زهاء قريب_من');
/** Behind these, an amount without a number is a duration: بعد أشهر. */
export const DURATION_HEADS = wordList(`
  منذ بعد قبل خلال مدى لمدة مدة طوال طيلة غضون مدار مر عبر قرابة نحو حوالي زهاء
  استمر استمرت يستمر تستمر دام دامت يدوم تدوم استغرق استغرقت يستغرق تستغرق صمد صمدت يصمد تصمد أمضى أمضت قضى قضت
`);
export const WHOLE = wordList('طوال طيلة');
export const SOME = wordList('عدة بضع بضعة');
/** Three to nine: three or so. */
export const SOME_FEW = wordList('بضع بضعة');
export const SOME_FEW_COUNT = 3;
export const FEW = wordList('القليلة القليل المعدودة العديدة الطويلة الكثيرة');
export const FULL = wordList('كامل كاملة كاملا كاملين واحد واحدة تقريبا');
export const FRACTIONS: ReadonlyMap<string, number> = new Map<string, number>([
  ['نصف', 0.5],
  ['النصف', 0.5],
  ['ربع', 0.25],
]);

/** Every word that an expression can begin with, numbers aside: most words of a text are passed over by it. */
export const STARTERS: ReadonlySet<string> = new Set(
  [
    ...[MONTHS, HIJRI_MONTHS, WEEKDAYS, BARE_WEEKDAYS, DAY_WORDS, UNIT_FORMS, DEMONSTRATIVES, PARTS, FEASTS].flatMap(
      (words) => [...words.keys()],
    ),
    ...[...SEASONS.keys(), ...DECADES.keys()].flatMap((word) => [word, `ال${word}`]),
    ...[
      DAY_PARTS,
      EVES,
      FIRST_DAYS,
      YEAR_WORDS,
      YEARS_WORDS,
      SINCE,
      BEGINNING,
      UNTIL,
      APPROXIMATE,
      WHOLE,
      SOME,
    ].flatMap((words) => [...words]),
    ...FRACTIONS.keys(),
    ...['من', 'غايه', 'بين', 'مابين', 'ما', 'قبل', 'بعد', 'وقت', 'عطله', 'اخر', 'اول', 'حقبه', 'فتره'],
    ...[
      'النصف',
      'الربع',
      'الفصل',
      'الثلاثي',
      'الثلث',
      'السداسي',
      'القرن',
      'القرنين',
      'الالفيه',
      'الالف',
      'الالفين',
      'الالفينيات',
      'الالفينات',
    ],
  ].map((words) => words.split(' ')[0] ?? ''),
);

/** What opens a date to one side, behind "or" or "and what". */
export const OUTWARD_LINKS = wordList('أو وما فما');
export const OUTWARD: ReadonlyMap<string, 'after' | 'before'> = new Map([
  ...[...wordList('بعده بعدها')].map((word) => [word, 'after'] as const),
  ...[...wordList('قبله قبلها')].map((word) => [word, 'before'] as const),
]);
