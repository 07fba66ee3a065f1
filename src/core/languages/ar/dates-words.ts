import type { Turn, Unit } from '../../calendar/date-value.ts';
import { wordList, wordTable } from '../word-list.ts';
import { FEASTS } from './feasts.ts';

/*
 * Words of time in Modern Standard Arabic news. Sources: own reading; the month names of the Levant and Iraq, of Egypt
 * and the Gulf, of the Maghreb (Algeria and Tunisia, Morocco, Libya before 2011 left out) as in Unicode CLDR `ar` and
 * its regional locales. `_` is a space; keys are folded.
 */

const numbered = (table: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, number> =>
  new Map([...table].map(([word, [value]]) => [word, Number(value)]));
const named = <Value extends string>(table: ReadonlyMap<string, readonly Value[]>): ReadonlyMap<string, Value> =>
  new Map([...table].map(([word, values]) => [word, values[0] as Value]));

/** Gregorian months in all systems. */
export const MONTHS = numbered(
  wordTable(`
  1: يناير ينايـر كانون_الثاني جانفي يناير جانفيي
  2: فبراير شباط فيفري فبراير فيبراير
  3: مارس آذار اذار مارت
  4: أبريل ابريل إبريل نيسان أفريل افريل نيسن
  5: مايو أيار ايار ماي مايس
  6: يونيو يونيه حزيران جوان يونية
  7: يوليو يوليه تموز جويلية يوليوز يولية
  8: أغسطس اغسطس آب أوت غشت أغسطوس
  9: سبتمبر أيلول ايلول شتنبر سبتمير
  10: أكتوبر اكتوبر تشرين_الأول تشرين_أول أوكتوبر
  11: نوفمبر تشرين_الثاني تشرين_ثاني نونبر نوفمير
  12: ديسمبر كانون_الأول كانون_أول دجنبر ديسمير
  1: كانون_ثاني
`),
);

/** Hijri months. */
export const HIJRI_MONTHS = numbered(
  wordTable(`
  1: محرم المحرم محرم_الحرام
  2: صفر صفر_الخير
  3: ربيع_الأول ربيع_أول
  4: ربيع_الثاني ربيع_الآخر ربيع_الاخر ربيع_ثاني
  5: جمادى_الأولى جمادى_الأول جمادي_الأولى جمادى_أولى
  6: جمادى_الآخرة جمادى_الثانية جمادى_الثاني جمادى_الآخر جمادى_الاخرة
  7: رجب
  8: شعبان
  9: رمضان رمضان_المبارك
  10: شوال
  11: ذو_القعدة ذي_القعدة
  12: ذو_الحجة ذي_الحجة
`),
);

/** Names that are also other words or persons' names: they need a number, شهر, a preposition or a year beside them. */
export const DOUBTFUL_MONTHS = wordList(`
  مارس ماي أوت جوان آب اب نيسان تموز محرم المحرم صفر رجب شعبان رمضان شوال آذار أيلول مارت
`);

/** First words of month names of two words. */
export const MONTH_HEADS = wordList('كانون تشرين ربيع جمادى جمادي ذو ذي صفر رمضان محرم');

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

/** Prepositions and nouns behind which a number of four digits is a year: في 2020, حرب 2020. */
export const YEAR_PREPOSITIONS = wordList(`
  في منذ حتى قبل بعد خلال بين من إلى بحلول مطلع نهاية أواخر أوائل منتصف بداية صيف شتاء ربيع خريف أواسط مستهل بنهاية بداية وفي ومنذ
`);
/** Nouns in construct with a year: what happens or is published once a year. */
export const YEAR_NOUNS = wordList(`
  حرب الحرب حروب ثورة ثورات انقلاب انتخابات الانتخابات استفتاء اتفاق اتفاقية اتفاقيات معاهدة هدنة زلزال مونديال أولمبياد دستور قانون تقرير عدوان هزيمة نكسة نكبة غزو هجوم هجمات
  أزمة موازنة ميزانية خريف صيف شتاء ربيع موسم نسخة دورة رؤية أحداث احتجاجات انتفاضة مجزرة كأس إعلان بيان نظام حدود خطوط عرب مؤتمر قمة اجتياح تفجيرات اعتداءات كارثة فيضانات جائحة
  حراك تسوية بطولة تعداد إحصاء جدول اقتراع مفاوضات هدن معارك معركة نزاع صراع عملية إضراب مجاعة
`);
/** Behind these a number is the number of a thing, or a count, and no year. */
export const NOT_YEAR_HEADS = wordList(`
  رقم الرقم القرار قرار قرارا القرارين المادة مادة الفقرة بند البند القانون صفحة طراز موديل قناة هاتف فاكس رحلة طائرة قطار سيارة شقة غرفة مبنى طريق المرسوم مرسوم رمز نمرة
  أكثر أقل زهاء قرابة مقتل إصابة نحو حوالي عدد بلغ يبلغ تجاوز يتجاوز بلغت بمقدار بسعر بقيمة قيمة سعر نقطة مستوى ارتفاع بارتفاع عمق بعمق مسافة مساحة
`);
/** What is counted: a number before one of these is no year and no day. */
export const COUNTED = wordList(`
  قتيل قتيلا قتلى جريح جريحا جرحى شخص شخصا أشخاص مصاب مصابا مصابين ضحية ضحايا شهيد شهيدا شهداء جندي جنديا جنود عنصر عنصرا عناصر مقاتل مقاتلا مقاتلين مسلح مسلحا مسلحين أسير أسيرا أسرى
  سجين سجينا سجناء معتقل معتقلا معتقلين نازح نازحا نازحين لاجئ لاجئا لاجئين مدني مدنيا مدنيين طفل طفلا أطفال امرأة نساء رجل رجلا رجال مواطن مواطنا مواطنين عائلة أسرة نسمة ألف ألفا آلاف
  مليون مليونا ملايين مليار مليارا مليارات تريليون دولار دولارا يورو جنيه جنيها درهم درهما ريال ريالا دينار دينارا ليرة روبل شيكل كيلومتر كيلومترا كيلومترات كم متر مترا أمتار ميل ميلا
  سم مم ملم كلم سنتيمتر سنتيمترا كيلو كيلوغرام كيلوغراما غرام غراما طن طنا أطنان لتر لترا برميل برميلا هكتار هكتارا فدان بالمئة بالمائة قرية قرى مدينة موقع موقعا مواقع مركبة دبابة صاروخ صاروخا صواريخ طائرة غارة هجوم هجوما
  سيارة منزل منزلا منازل مبنى مدرسة حالة إصابة صوت صوتا مقعد مقعدا مقاعد نقطة نقاط هدف هدفا أهداف مباراة دولة دول شركة عامل عاملا موظف موظفا طالب طالبا لاعب لاعبا ساعة دقيقة ثانية يوم يوما
  أيام أسبوع أسبوعا أسابيع شهر شهرا أشهر سنة سنوات عام عاما أعوام درجة درجات مرة مرات ضعف كلمة صفحة وفاة راكب راكبا صحفي صحفيا صحافي شاحنة قذيفة لغم لغما متظاهر متظاهرا متظاهرين محتج
  فلسطيني فلسطينيا سوري سوريا عراقي إسرائيلي أرمني أوكراني روسي حصانا حصان ميغاواط كيلوواط رأس وحدة قطعة نسخة فرصة جولة عملية
`);
/** Words that end like a counted noun (tanween) and are not: a year may stand before them. */
export const NOT_COUNTED = wordList(`
  أيضا تقريبا وفقا نقلا رسميا بعدما خصوصا مثلا بدءا وصولا مرورا انتهاء ردا نظرا طبقا حسبما كما لما عندما سابقا لاحقا حاليا صباحا مساء ليلا ظهرا فجرا عصرا معا أيضاً ميلاديا ميلادي دوليا عالميا محليا تحديدا ولما فعليا
`);
/** Before a day and month these make a name (a square, a movement): not a date. */
export const DATE_NAME_HEADS = wordList(`
  ميدان شارع حي مدرسة مطار مخيم ثانوية مركب قاعة برج نفق مسجد معهد سد قاعدة مدينة جسر كوبري محور حركة قوى فريق تحالف كتيبة كتائب جماعة منظمة جامعة قياديي قيادي ملعب حزب ستاد مستشفى لواء استاد ساحة نادي صحيفة جريدة تجمع تيار مسيحيي نواب قيادات أقطاب
`);

/**
 * Days known by their date alone, behind the words that name them: the year, when none is said. Source: general
 * history; only what is called so over many years.
 */
export const FAMOUS_DAYS: readonly (readonly [month: number, day: number, year: number, heads: ReadonlySet<string>])[] =
  [
    [9, 11, 2001, wordList('هجمات اعتداءات أحداث تفجيرات هجوم')],
    [10, 7, 2023, wordList('هجوم هجمات أحداث عملية')],
    [1, 25, 2011, wordList('ثورة انتفاضة أحداث')],
    [6, 30, 2013, wordList('ثورة مظاهرات أحداث')],
    [7, 23, 1952, wordList('ثورة حركة انقلاب')],
    [7, 14, 1958, wordList('ثورة انقلاب')],
    [2, 17, 2011, wordList('ثورة')],
    [6, 4, 1967, wordList('حدود خطوط خط')],
    [7, 15, 2016, wordList('انقلاب محاولة')],
  ];

/** Signs of the future before an expression. */
export const FUTURE_WORDS = wordList(`
  سوف المقرر مقرر المقررة مقررة المزمع المزمعة يعتزم تعتزم يعتزمون المتوقع المرتقب المرتقبة يتوقع تتوقع يخطط تخطط المنتظر ستكون موعد موعدا موعدها موعده ينوي تنوي بحلول لن يجب ينبغي
  سيكون اعتزام المخطط المرجح سيصل ستصل سيتم ستتم سيحل ستحل سيقع ستقع سيبت ستبت سيرد سترد سيضم ستضم سيمر ستمر سيظل ستظل سيعود
`);
/** Signs of the past. */
export const PAST_WORDS = wordList(
  'كان كانت كانوا قد لقد لم وقد وكان وكانت ولم اندلع اندلعت وقع وقعت بدأ بدأت جرى جرت غادر غادرت حدث حدثت شهد شهدت عقب قتل قتلت أعلن أعلنت قال قالت',
);
/**
 * Imperfect verbs with which the news tells what is planned, with a day behind them and no word for the future: يلتقي
 * الوزير الخميس نظيره. An attached pronoun is taken off first.
 */
export const PLAN_VERBS = wordList(`
  يلتقي تلتقي يجتمع تجتمع يزور تزور يعقد تعقد يبدأ تبدأ ينطلق تنطلق يختتم تختتم يصل تصل يستقبل تستقبل يستضيف تستضيف يفتتح تفتتح يتوجه تتوجه يحل تحل يلعب تلعب يواجه تواجه
  يستأنف تستأنف يغادر تغادر يعود تعود يدلي تدلي يصوت تصوت ينتخب تنتخب يتوجهون يلتقون يجتمعون يصوتون يقام تقام يسافر تسافر
`);
/** Words that begin like a future verb (س and a prefix of the imperfect) and are none. */
export const NOT_FUTURE =
  /^(سياس|سيطر(?!ح|د)|سياده|سيادي|سيار(?:ه|ات|ت|ا)|سيناريو|سينما|سينا$|سيما$|سيناوي|سيول|سير(?:ه|ج|غ|ا$|ات|سك|وف|ين$)|سيف(?:$|ا|ي)|سيد(?:$|ه|ي|ات)|سيمون|سيميا|سيان|سيبير|سيلا|سيله|سيلفيو|سيجار|ستراتي|ستالين|ستوكهولم|ستيف|ستيب|ستولت|ستارمر|ستار$|ستوديو|ستين|ستون|سته|ستمايه|ستميه|ست$|سنو|سنه|سنغاف|سنجار|سنار|سندا|سندس|سنتي|سنتات|سنيور|سنيه|سنا$|سنين)/;

export const PUBLICATION_WORDS = wordList('نشر نشرت النشر التحديث تحديث حرر حررت كتب_في الإصدار تاريخ_النشر');
export const BEFORE_ERA = wordList('الميلاد');

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
    ...['من', 'الي', 'بين', 'مابين', 'ما', 'قبل', 'بعد', 'وقت', 'عطله', 'اخر', 'اول', 'حقبه', 'فتره'],
    ...[
      'النصف',
      'الربع',
      'الفصل',
      'الثلاثي',
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
