/*
 * Arabic words of offices, bodies and speakers with their plain English equivalents. Source: own reading of Arabic and
 * English news; state bodies as the bodies themselves write their names in English.
 *
 * A line is `English = Arabic | Arabic`, without article unless it belongs to the name. Flags after the English:
 * `f` feminine in Arabic, `+` a proper name (stands without "the"), `p` plural.
 */

/** Persons in an office or a role. */
export const ROLES = `
president = رئيس | رئيسة f | رئيس الجمهورية | رئيسة الجمهورية f
prime minister = رئيس الوزراء | رئيسة الوزراء f | رئيس وزراء | رئيسة وزراء f | رئيس الحكومة
minister = وزير | وزيرة f
ministers p = وزراء
foreign minister = وزير الخارجية | وزيرة الخارجية f | وزير خارجية | وزيرة خارجية f | وزير الشؤون الخارجية
foreign ministers p = وزراء خارجية | وزراء الخارجية
defence minister = وزير الدفاع | وزيرة الدفاع f | وزير دفاع
interior minister = وزير الداخلية | وزيرة الداخلية f | وزير داخلية
finance minister = وزير المالية | وزيرة المالية f
health minister = وزير الصحة | وزيرة الصحة f | وزير صحة
justice minister = وزير العدل | وزيرة العدل f
energy minister = وزير الطاقة | وزيرة الطاقة f | وزير النفط
information minister = وزير الإعلام | وزير الاتصال
spokesperson = متحدث | متحدثة f | ناطق | ناطقة f
spokesperson for = متحدث باسم | متحدثة باسم f | ناطق باسم | ناطقة باسم f | متحدث بلسان
official spokesperson for = متحدث الرسمي باسم | ناطق الرسمي باسم | متحدثة الرسمية باسم f
official spokesperson = متحدث الرسمي | ناطق الرسمي
military spokesperson = متحدث العسكري | ناطق العسكري
official = مسؤول | مسؤولة f | مسئول
officials p = مسؤولون | مسؤولين | مسؤولي | مسؤولو
adviser = مستشار | مستشارة f
national security adviser = مستشار الأمن القومي | مستشار الأمن الوطني | مستشارة الأمن القومي f
foreign policy adviser = مستشار السياسة الخارجية | مستشارة السياسة الخارجية f
chancellor = المستشار الألماني | المستشارة الألمانية f
representative = ممثل | ممثلة f | مندوب | مندوبة f
representatives p = ممثلو | ممثلون | ممثلي
permanent representative = ممثل الدائم | ممثلة الدائمة f | مندوب الدائم | مندوبة الدائمة f
special representative = ممثل الخاص | ممثلة الخاصة f
envoy = مبعوث | مبعوثة f | موفد | موفدة f
special envoy = مبعوث الخاص | مبعوثة الخاصة f
ambassador = سفير | سفيرة f
consul = قنصل | قنصلة f
deputy = نائب | نائبة f
deputy president = نائب رئيس
vice president = نائب الرئيس | نائبة الرئيس f
deputy prime minister = نائب رئيس الوزراء | نائبة رئيس الوزراء f
deputy foreign minister = نائب وزير الخارجية | نائبة وزير الخارجية f
assistant = مساعد | مساعدة f
undersecretary = وكيل | وكيلة f
commander = قائد
commander-in-chief = القائد العام | القائد الأعلى
commanders p = قادة
leader = زعيم | زعيمة f | قيادي | قيادية f
leaders p = زعماء | قيادات
supreme leader = المرشد الأعلى | المرشد
general = جنرال | لواء
brigadier general = عميد
lieutenant general = فريق
colonel = عقيد
major = رائد
captain = نقيب | قبطان
admiral = أميرال
chief of staff = رئيس الأركان | رئيس هيئة الأركان | رئيس أركان
senator = سيناتور | سناتور
secretary = سكرتير | سكرتيرة f
secretary-general = الأمين العام | الأمينة العامة f | أمين عام | أمينة عامة f
director = مدير | مديرة f
director-general = مدير العام | مديرة العامة f | مدير عام
diplomat = دبلوماسي | دبلوماسية f
top diplomat = كبير الدبلوماسيين | كبيرة الدبلوماسيين f
diplomats p = دبلوماسيون | دبلوماسيين
high representative = الممثل الأعلى | الممثل السامي | الممثلة العليا f
high commissioner = المفوض السامي | المفوضة السامية f
commissioner = مفوض | مفوضة f
correspondent = مراسل | مراسلة f
correspondents p = مراسلو | مراسلون
journalist = صحفي | صحافي | صحفية f | صحافية f
journalists p = صحفيون | صحافيون | صحفيين
witness = شاهد | شاهدة f
witnesses p = شهود | شهود عيان
eyewitness = شاهد عيان
residents p = سكان | أهالي
resident = ساكن | أحد السكان
activists p = ناشطون | نشطاء | ناشطين
activist = ناشط | ناشطة f
expert = خبير | خبيرة f
experts p = خبراء
analyst = محلل | محللة f
analysts p = محللون | محللين
prosecutor = المدعي العام | مدعي عام | المدعية العامة f
governor = محافظ | حاكم | والي
mayor = عمدة | رئيس بلدية | رئيسة بلدية f
king = ملك | عاهل
queen = ملكة f
crown prince = ولي العهد | ولي عهد
prince = أمير
sultan = سلطان
pope + = البابا
patriarch = بطريرك
doctor = طبيب | طبيبة f
doctors p = أطباء
lawyer = محامي | محام | محامية f
member = عضو | عضوة f
members p = أعضاء
citizen = مواطن | مواطنة f
fighters p = مقاتلون | مقاتلين | مسلحون | مسلحين
demonstrators p = متظاهرون | متظاهرين | محتجون
refugees p = لاجئون | لاجئين
displaced people p = نازحون | نازحين
negotiator = مفاوض
chief negotiator = كبير المفاوضين
researcher = باحث | باحثة f
professor = أستاذ | أستاذة f
Democrat = ديمقراطي | ديموقراطي
Republican = جمهوري
Mr + = السيد
Ms + = السيدة f
Dr + = الدكتور | الدكتورة f
`;

/** Adjectives, masculine without article; `>` stands after the noun in English. */
export const ADJECTIVES = `
permanent = دائم
senior = كبير | رفيع | بارز
official = رسمي
military = عسكري
political = سياسي
medical = طبي
local = محلي
international = دولي
foreign = أجنبي | خارجي
national = وطني | قومي
general = عام
special = خاص
joint = مشترك
former = سابق
new = جديد
current = حالي
acting = بالوكالة | بالإنابة
supreme = أعلى
federal = اتحادي | فدرالي | فيدرالي
Democratic = ديمقراطي | ديموقراطي
Republican = جمهوري
presidential = رئاسي
governmental = حكومي
diplomatic = دبلوماسي
security = أمني
human rights = حقوقي
humanitarian = إنساني
separatist = انفصالي
Kurdish = كردي
Arab = عربي
Islamic = إسلامي
Western = غربي
independent = مستقل
opposition = معارض
interim = مؤقت | انتقالي
de facto = بحكم الأمر الواقع
unrecognised = غير المعترف بها | غير المعترف به
unilaterally declared = المعلنة من جانب واحد | المعلن من جانب واحد
self-declared = المعلنة ذاتيا
internationally recognised = المعترف بها دوليا | المعترف به دوليا
`;

/** What links two parts of a name. */
export const LINKS = `
in = في
to = لدى
for = باسم
from = من
of = التابع ل | التابعة ل | التابعين ل
loyal to = الموالي ل | الموالية ل | الموالين ل | موالية ل
based in = مقره | مقرها
supported by = المدعوم من | المدعومة من
close to = المقربة من | المقرب من
for affairs of = لشؤون
on = حول | بشأن
`;

/** What a president is called who heads such a body, by how the body ends in English. */
export const HEADED: readonly (readonly [string, RegExp])[] = [
  ['chair', /(?:committee|association|organisation|centre|fund|institute|observatory)$/i],
  ['speaker', /(?:parliament|assembly|house of representatives|senate|knesset)$/i],
  [
    'head',
    /(?:delegation|mission|authority|administration|(?<!European )commission|agency|office|movement|party|government|service|command)$/,
  ],
];

/** Who is sent somewhere is so "to" it, who works there "at" it: both ب in Arabic. */
export const SENT = /representative|ambassador|envoy|consul|adviser/;

/** Adjectives and offices as English news calls them, after what the words say. */
export const USUAL: readonly (readonly [RegExp, string])[] = [
  [/^American foreign minister/i, 'US Secretary of State'],
  [/^American defence minister/i, 'US Secretary of Defense'],
  [/\bAmerican Ministry of Foreign Affairs/, 'US State Department'],
  [/\b(?:American )?State Department/, 'US State Department'],
  [/^British foreign minister/i, 'British Foreign Secretary'],
  [/\b(German|Austrian) adviser/i, '$1 Chancellor'],
  [/\bAmerican (?=[A-Za-z])/, 'US '],
];

/** Names of Latin letters, of which Arabic spells abbreviations. */
export const LETTERS_SPELT =
  'A=إيه A=آي B=بي C=سي D=دي E=إي F=إف G=جي H=إتش I=آي J=جيه K=كيه L=إل M=إم N=إن O=أو P=بي R=آر S=إس T=تي V=في W=دبليو X=إكس Y=واي';
