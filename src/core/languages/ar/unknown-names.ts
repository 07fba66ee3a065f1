import type { UnknownNameRules } from '../name-rules.ts';
import { wordList } from '../word-list.ts';
import { commonWords } from './common-words.ts';

/*
 * Which word after a kind word is a name although no gazetteer has it. A construct without article (قرية X) takes a
 * name or an adjective; after the feminine nouns an adjective shows its ة, after the masculine ones nothing tells it, so
 * these need the article or quotation marks. Source: own reading of Arabic news.
 */

const feminine = wordList('قرية بلدة مديرية ضيعة محلة معتمدية مستوطنة قريتي بلدتي');
const masculine = wordList('حي مخيم دوار');
/** Features that carry their kind word within the name. */
const features = wordList(
  'حارة خور سد جسر كبري مستشفى مشفى ملعب استاد سجن شارع ميدان ساحة معبر مطار ميناء مصفاة ترعة مستشفيا',
);
/** Of these the ones after which one word with its article says too little, for it may tell what is done there. */
const calledAfterPlaces = wordList('معبر مطار ميناء');
const riverine = wordList('خور سد جسر');
/** Features whose name stands for itself. */
const bareFeatures = wordList('نهر وادي جبل هضبة');
/** What squares and streets are called everywhere, though they are ordinary nouns. */
const squareNames = wordList(`
  الجمهورية التحرير الاستقلال الشهداء الحرية العروبة الأمويين العباسيين الثورة الاعتصام الأمم التغيير السبعين النصر السلام الوحدة الكرامة الأندلس المحطة الساعة البرلمان الطيران كهرمانة الفردوس
`);
const squares = wordList('ميدان ساحة شارع');

/** Where each kind word stands: features first, for what is more than a feature stands outside of the name. */
const called = new Map<string, 'inside' | 'outside'>([
  ...[...features].map((word) => [word, 'inside'] as const),
  ...[...feminine, ...masculine, ...bareFeatures].map((word) => [word, 'outside'] as const),
]);

const heads = wordList(`
  ود حلة شق قوز حجر فريق أبو أبي أم بني بيت دير تل كفر عين رأس وادي خربة شيخ حوش باب برج سيدي إيمي تيزي آيت أيت أولاد بو تين سان عرب نزلة منشية كوم ميت عزبة كفور بئر قصر قلعة نجع شط
`);

/** Letters from which on a word without article after a masculine noun is rather a name. */
const LONG = 6;

const notNames = wordList(`
  تقع يقع تبعد يبعد تضم يضم تعد يعد تسمى يسمى تدعى يدعى تعرف يعرف كانت كان ليست ليس أصبحت صارت باتت تم تمت شهدت حدودية حدودي أخرى كبرى صغرى قريبة قريب مجاورة ما مما لا لم لن قد حيث بما بها فيها لها له بها منها عليها إليها أهلها سكانها وسط
  كاملة بأكملها بأسرها عدة معظمها حسب وفق منذ بعد قبل ثم إذ إذا أن إن حتى خلال لدى ضد عبر مع دون خضراء حمراء بيضاء صفراء سوداء زرقاء صحراء خالية هادئة واحدة فقط جدا أيضا كما وهي وهو التي الذي
  تحت فوق أمام خلف حول داخل خارج بين نحو ضمن عند تابعة تتبع تحمل تحولت تعرضت تعيش تواجه تسيطر تشهد يسكنها يقطنها يعيش يسيطر اسمها اسمه بلا غير ذات ذي ذو مثل نائية شبه
  النفط الغاز الألغام الطاقة التعليم السياسة الإعلام الصحة الثقافة العمل الشجرة الزيتون الحياة السكن السلام المياه الماء السمك الأسهم العملات الذهب المال السوداء الخضار اللاجئين النازحين اللجوء النزوح التدريب الاعتقال
  جليدي جوي بري بحري عائم معلق مشاة سريع صناعي ترابي مائي جاف صغير كبير عال جار عظيم منيع ألغام نفط غاز نفطي غازي جديد قديم هائل مؤقت الفجوة الثغرة الفراغ النقص العجز الطريق الذرائع الرمق الجليد الثلج الهوة
  واحد واحدة اثنين الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت اليوم أمس هذا هذه ذلك تلك
`);

/** Finite verbs by shape: imperfects (تقع, ستبقى) and feminine perfects (شهدت). */
function looksLikeVerb(folded: string): boolean {
  return /^س?[تي][^اوي].{2,3}$/.test(folded) || (folded.length >= 4 && folded.endsWith('ت') && !/[اوي]ت$/.test(folded));
}

const definite = (folded: string) => folded.startsWith('ال') && folded.length >= 5;

export const arabicUnknownNames: UnknownNameRules = {
  heads,
  calls: (kindWord) => called.get(kindWord) ?? null,
  called: (kindWord, folded) => squares.has(kindWord) && squareNames.has(folded),
  plainNoun: (folded) => definite(folded) && !folded.includes(' '),
  namesNouns: (kindWord) => kindWord === 'حي' || kindWord === 'قرية' || kindWord === 'بلدة',
  couldStandInRow: (folded) =>
    folded.length >= 3 &&
    !notNames.has(folded) &&
    !looksLikeVerb(folded) &&
    !/(?:ها|هم|نا|هما|ته|ين|ون|ات)$/.test(folded),
  couldBeName(kindWord, folded, written) {
    if (folded.length < 3 || notNames.has(folded) || /^[وف]?لل|^و/.test(folded) || looksLikeVerb(folded)) return false;
    if (/(?:ها|هم|نا|كم|هن)$/.test(folded) && !definite(folded)) return false;
    // سد الطرق is the act of barring them
    if (squares.has(kindWord) && squareNames.has(folded)) return true;
    if (features.has(kindWord) && !riverine.has(kindWord))
      return (
        definite(folded) &&
        !calledAfterPlaces.has(kindWord) &&
        !commonWords.has(folded.slice(2)) &&
        !notNames.has(folded.slice(2)) &&
        !/(?:ين|ون)$/.test(folded)
      );
    if (definite(folded)) return kindWord !== 'سد' && !/(?:ين|ون|ات)$/.test(folded);
    // an adjective of six letters and more begins with م or shows its ending: حي مكتظ, حي سكني
    if (masculine.has(kindWord))
      return folded.length >= LONG && !/^م/.test(folded) && !/(?:ي|يا|ا|ه|ين|ات)$/.test(folded);
    if (/ة[\u064b-\u0652]*$/.test(written)) return false;
    return feminine.has(kindWord) || !/(?:ي|يا|ا)$/.test(folded);
  },
};
