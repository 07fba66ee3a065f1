/*
 * Words of speech and of speakers in Arabic news. Own reading. A verb is its perfect, with `/imperfect` where the
 * pattern does not give it; glosses are the English words that ids are made of.
 */

/** act: verbs that need "that", a colon or a quotation to speak. `+a|b`: only with one of these words near. */
export const SPEECH_VERBS = `
say: قال/يقول ذكر أعلن أكد/يؤكد أوضح أفاد/يفيد صرح أشار/يشير أضاف/يضيف تابع+قائلا|أن|إن|: اعتبر رأى/يرى لفت أبلغ أخبر كشف زعم ادعى/يدعي ألمح نوه/ينوه شدد جزم أقر/يقر اعترف علق+قائلا|بأن|: أردف استطرد روى/يروي حذر رد/يرد+قائلا|بأن|: تعهد أعرب أبدى/يبدي أظهر+أن تحدث أورد/يورد تساءل وصف/يصف جدد+دعوته|تأكيد|مطالبته|دعوتها كرر+دعوته|دعوتها|تأكيد|دعوتنا|مطالبته رجح توقع استدرك رحب+ب أيد/يؤيد دعم+بقوة|جهود|سيادة|عملية|موقف|حق|وحدة برر+بأن|بأنه|بأنها نبه اقترح خلص+إلى اعترض هنأ تأسف نقل+قوله|قولها|عن شهد+بأن|أن قدر+أن|بأن تبنى/يتبنى+هجوم|هجوما|الهجوم|هجمات|تفجير|التفجير|عملية|العملية|مسؤولية|المسؤولية|اغتيال|إطلاق|قصف
deny: نفى/ينفي كذب+خبر|أنباء|تصريحات|تقارير أنكر رفض
demand: دعا/يدعو طالب حث ناشد طلب شجع+على أوصى/يوصي ضغط/يضغط+على ذكر+بالالتزام|بضرورة|بتعهداتهم كرر+دعوتنا|دعوته|دعوتها|مطالبتنا جدد+دعوتنا|دعوته|دعوتها|مطالبته|مطالبتنا
accuse: أرجع+سبب|أسباب عزا/يعزو+سبب|أسباب|إلى اتهم/يتهم أدان/يدين دان/يدين ندد/يندد شجب استنكر حمل+مسؤولية|المسؤولية|مسؤوليه|تبعات|مسئولية انتقد اشتكى/يشتكي شكا/يشكو
threat: هدد/يهدد توعد/يتوعد أنذر
write: كتب أرسل+رسالة|بيان|بيانا|برقية|خطاب|خطابا وجه+رسالة|نداء|خطابا|كلمة أصدر+بيانا|بيان|تقريرا بعث+رسالة|برقية|برسالة غرد
`;
/** Verbs that take the hearer as object. */
export const HEARER_VERBS =
  'دعا طالب حث ناشد شجع أبلغ أخبر اتهم أدان دان انتقد حمل هدد أنذر وصف توعد حذر دعم هنأ ذكر_بالالتزام';
/** Verbs that are speech without "that", a colon or a quotation. */
export const BARE_VERBS =
  'دعا طالب حث ناشد شجع اتهم أدان دان ندد شجب استنكر انتقد هدد توعد أنذر اشتكى شكا أعلن أفاد كشف تبنى حذر رحب أعرب وصف رفض دعم أوصى ضغط حمل كرر جدد نفى تحدث أبلغ أخبر';

/** Verbs after which an unknown word is taken for the name of a speaker. */
/** Verbs that pass on what someone else says: نقل عن. */
export const RELAY_VERBS = 'نقل';
/** Verbs and participles that say that something did not happen. */
export const DENYING = 'نفى كذب أنكر نافي ناف';
/** Verbs of how a speaker takes what happened. */
export const FEELING = 'أعرب أبدى وصف رحب هنأ تأسف';
/** Verbs whose present without a subject is passive: يتوقع أن. */
export const IMPERSONAL = 'توقع رجح ذكر قدر زعم';
export const STRONG_VERBS = 'قال أضاف صرح أكد ذكر أوضح أشار تابع اعتبر كتب أردف لفت أعلن قائل';

export const SPEECH_PARTICIPLES = `
say: قائل مؤكد مضيف معلن مشير موضح معتبر مشدد محذر لافت متابع معرب واصف منوه زاعم متعهد كاشف
demand: داعي داع مطالب مناشد حاث
accuse: متهم مندد محمل منتقد مستنكر
threat: مهدد متوعد ملوح
deny: نافي ناف رافض
`;

export const COMPLEMENTIZERS = `
أن إن أنه أنها أنهم أننا أني إنه إنها إنهم إننا إنني أنني بأن بأنه بأنها بأنهم بأنهما إنهما أنهما بأننا إني بأنني أنّ إنّ بأنّ وأن وإن وأنه وأنها فإن أنهن بإن
`;
export const COMPLEMENT_PREPOSITIONS = 'إلى على عن ب في';

/** Before the name of a source; `>ل` means that the name carries the preposition, `+verb` that a verb stands between. */
export const SOURCES = `
بحسب حسب وفق وفقا>ل طبقا>ل استنادا_إلى نقلا_عن على_لسان على_حد_قول على_حد_تعبير على_حد_وصف حسبما+verb كما+verb على_ما+verb بحسب_ما+verb وفق_ما+verb حسب_ما+verb وفقا_لما+verb في_تصريح>ل في_تصريحات>ل في_رأي من_وجهة_نظر استنادا>إلى
`;

/** type gloss: heads of names of speakers, without article, with plurals. */
export const HEADS = `
body ministry: وزارة
body army: جيش
body armed-forces: قوات
body police: شرطة
body agency: وكالة
body site: موقع
body media: وسائل
body newspaper: صحيفة صحف جريدة مجلة
body channel: قناة تلفزيون راديو إذاعة شبكة فضائية
body organisation: منظمة منظمات جمعية مؤسسة
body movement: حركة جماعة تنظيم
body party: حزب ائتلاف تحالف كتلة تيار جبهة
body brigades: كتائب سرايا ألوية ميليشيا فصائل
body union: اتحاد نقابة رابطة جامعة
body council: مجلس برلمان كونغرس كنيست
body chamber: غرفة
body crescent: هلال صليب
body committee: لجان لجنة هيئة مفوضية بعثة
body court: محكمة نيابة ادعاء قضاء
body office: مكتب مركز ديوان دائرة
body embassy: سفارة قنصلية
body company: شركة مؤسسه
body presidency: رئاسة قيادة أركان
body opposition: معارضة
body hospital: مستشفى
body observatory: مرصد
body club: نادي
body institute: معهد
body directorate: مديرية مصلحة بلدية
body programme: برنامج
body guard: حرس
body coordination: تنسيقية خلية
body family: عائلة أسرة
body fund: صندوق
body factions: متطوعو
body force: قوة
body unrwa: أونروا
body unicef: يونيسف
body bank: بنك مصرف
body alliance: إطار
body intelligence: استخبارات مخابرات أجهزة
body united-nations: أمم
government government: حكومة سلطات سلطة نظام جانب دولة وفد إدارة
text statement: بيان تصريح تصريحات
text report: تقرير تقارير دراسة وثيقة وثائق أرقام إحصاءات صور لقطات مشاهد تسجيلات
text sources: مصادر مصدر
person president: رئيس رئيسة
person minister: وزير وزيرة وزراء
person spokesperson: متحدث متحدثة ناطق ناطقة
person official: مسؤول مسؤولة مسؤولون مسؤولين
person adviser: مستشار مستشارة
person coordinator: منسق منسقة
person commissioner: مفوض مفوضة مفتش مراقب مراقبون مراقبين مفاوض مفاوضون
person representative: ممثل ممثلة مندوب مندوبة مبعوث مبعوثة موفد
person ambassador: سفير سفيرة قنصل
person deputy: نائب نائبة وكيل مساعد
person commander: قائد قادة زعيم زعيمة
person general: جنرال كولونيل كابتن مارشال لواء عميد عقيد رائد نقيب ملازم فريق أميرال مقدم
person senator: سيناتور
person secretary: أمين أمينة سكرتير سكرتيرة
person director: مدير مديرة عميد
person chairman: عاهل
person trainer: مدرب
person diplomat: كبير دبلوماسي دبلوماسية دبلوماسيون
person man: رجل
person people: ناخبون ناخبين نازحون نازحين نازح نازحة لاجئون لاجئ لاجئة امرأة رجل شاب شابة ناج ناجون ناجين ناجية مزارع مسعفون مسعف متطوع تاجر بائع سائق وسيط طالب طالبة معلم معلمة صياد مالك صاحب والد والدة أرملة ممرض ممرضة
person witness: شهود شاهد سكان أهالي
person activist: ناشطون ناشطين نشطاء ناشط ناشطة
person correspondent: مراسل مراسلة صحفي صحافي
person expert: خبراء خبير خبيرة محللون محلل محللين محللة باحث باحثة باحثون أكاديمي مؤرخ
person prosecutor: مدعي
person governor: محافظ حاكم والي عمدة
person king: ملك أمير سلطان
person lawyer: محامي محام
person doctor: طبيب أطباء
person leader: مرشد شيخ شيخة
person mr: سيد سيدة دكتور دكتورة أستاذ مهندس
person citizen: مواطن مواطنون
person fighters: مقاتلون مقاتلين مسلحون متمردون متظاهرون محتجون
person member: عضو قيادي
person cleric: بطريرك مطران مفتي بابا كاثوليكوس أسقف قس كاهن إمام خطيب حاخام
`;

/** gloss: further words of names. */
export const GLOSSES = `
defence: دفاع
foreign-affairs: خارجية شؤون
interior: داخلية
health: صحة
finance: مالية
justice: عدل
council: وزراء
prime: وزراء
security: أمن
national: قومي وطني
human-rights: حقوق
foreign-relations: علاقات
european-union: 
armed: مسلحة
military: عسكري عسكرية
senior: كبير
senate: شيوخ
relief: إغاثة
state: 
information: إعلام
general: عام
supreme: أعلى
`;

/** Glosses of fields whose definite noun alone stands for the ministry: الخارجية الروسية. */
export const MINISTRIES = 'defence foreign-affairs interior health finance justice';

/** Prepositions with a pronoun that take up what was named before; see `Resumptives`. */
export const RESUMPTIVES = {
  source: 'به عنه بذلك إليه',
  relative: 'خلالها خلاله فيها فيه',
  attribute: 'بها به بهم',
};

/** "Who asked not to be named": طلب عدم كشف هويته. */
export const ANONYMITY = {
  verbs:
    'طلب طلبت طلبا طلبوا فضل فضلت فضلا فضلوا رفض رفضت رفضا رفضوا اشترط اشترطت اشترطا اشترطوا آثر آثرت طالبا طالبة طالبين مفضلا مفضلة مشترطا مشترطة رافضا رافضة',
  objects: 'هويته هويتها هويتهم هويتهما هوياتهم اسمه اسمها اسمهم أسمائهم أسماءهم اسميهما',
};

/** Words that end a name: prepositions, adverbs, days, particles. */
export const NAME_ENDS = `
التقى التقت التقيا يلتقي تلتقي اجتمع اجتمعت أجرى أجرت يجري تجري استقبل استقبلت زار زارت وصل وصلت غادر غادرت مكالمة
في من إلى على عن مع أن إن خلال بعد قبل منذ أمس اليوم غدا عبر حول ضد بين لدى عند حيث الذي التي الذين قد لقد كان كانت أيضا مساء صباح ليل فجر ظهر يوم ليلة الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد
هذا هذه ذلك تلك لم لا لن ما كما فيما بينما وذلك بشأن بعدما عقب إثر حتى أثناء رغم بسبب أمام أول أنه أنها إنه إنها بأن بأنه بأنها مؤخرا حاليا سابقا لاحقا تقريبا جميع كل بشكل بشدة مرارا مجددا رسميا فيه فيها منه به بها عليه له لها إنهم أنهم كذلك عليها إليه إليها لكن لكنه أي خلالها خلاله فيهما عنه عنها معه معها بينهم بينهما لهم منهم عنهم معهم إنني أنني قائلا وإن وأن وأنه وأنها فإن مقتل إصابة سقوط وفاة اعتقال وقف استئناف تعليق توقيع إجراء فتح إغلاق بدء وصول انسحاب تعرض ارتفاع تسجيل إطلاق إسقاط تدمير استهداف سيطرته سيطرتها مسؤوليته مسؤوليتها حالة عزمه عزمها أمله رفضه رفضها وجود العثور فكرة حدادا وطنيا رغبته تسمية اقتراح اسناد إسناد الالتزام الذهاب موقفا أسبابا أنباء نتائج خسارة ضرورة قلقه قلقها ثقته ثقتها الحداد استخدام سعادته أسفه أسفها استعداده استعدادها دعمه دعمها تأييده أو او نحو حوالي قرابة زهاء بصفة بصفته بصفتها مسؤولية المسؤولية تبعات صباحا ليلا ظهرا فجرا عصرا رسالة برقية بيانا خطابا البالغ البالغة المقربة المقرب المشرف المشرفة المعتقل المسؤولة قوله قولها قولهم جهته جهتها جانبه جانبها ناحيته دون ذاته ذاتها نفسه نفسها عينه سيطرة السيطرة استيلاء الاستيلاء تصديها تصديه بسط تحت فوق قرب قبالة
`;
/** Spellings that are a name where the same letters otherwise end one: علي, على. */
export const NAME_SPELLINGS = 'علي';
export const ADVERBIALS =
  'خلال بعد قبل أثناء عقب مع عبر أمام لدى عند من بين حول منذ رغم إثر بسبب لدي ضمن وسط قبيل بعيد';
export const STRICT_SOURCES = 'استنادا';
export const NAME_LINKS = 'باسم في ل لدى من';
export const OUT_OF = 'من';
export const PLACE_NOUNS =
  'مدينة بلدة قرية مخيم محافظة ولاية إقليم منطقة حي ناحية قضاء مطار ميناء معبر جزيرة مدينتي بلدتي قريتي مخيمي محافظتي حيي مناطق مدن بلدات قرى أحياء';
export const CONSTRUCT_HEADS = 'كبير';
export const DIRECTIONS = 'شرق غرب شمال جنوب شرقي غربي شمالي جنوبي وسط';
export const BODY_LINKS = 'عن';
/** Participles that lead from a name to a place or body that belongs to it: جماعة الحوثي المتحالفة مع إيران. */
export const ATTRIBUTES =
  'متحالف متحالفة متحالفين مدعوم مدعومة مدعومين موال موالي موالية موالين تابع تابعة تابعين مكلف مكلفة منبثق منبثقة ممول ممولة مرتبط مرتبطة مقيم مقيمة معين معينة منتخب منتخبة معترف معنية معني';
export const FUNCTION_WORDS = `
في من إلى على عن مع أن إن خلال بعد قبل منذ أو ثم قد لقد كان كانت هو هي هم نحن أنا التي الذي الذين هذا هذه ذلك تلك لا لم لن ما كما فيما بينما حيث إذ إذا لو حتى بل لكن كل بعض غير أي كيف لماذا متى أين عند عندما
منها منه فيها فيه بها به لها له عليها عليه إليها إليه عنها عنه معها معه بينهم بينها بينهما آخرون أخرى آخر أيضا فقط حوالي نحو أكثر أقل ليس ليست وهو وهي وهم فهو فهي فهم لكي كي إحدى لإحدى وقد ولم ولا ولن وما فقد مما بأن لأن أنه أنها إنه إنها
`;
export const BREAKS = 'لكنه لكنها لكنهم فيما بينما كذلك كما وفي وكان وكانت غير في_حين في_وقت بالمقابل';
export const PERFECTIVE = 'قد';
export const ASIDES = 'وهو_ما';
export const SEAT_LINKS = 'في';
export const GOING_ON = 'كما فيما';
export const RELATIVES = 'الذي التي الذين اللذين اللذان اللتين اللتان';
export const AGENTS = 'من_قبل على_يد من_جانب كل_من';
export const MESSAGES = 'مؤتمر مؤتمرا بلاغ تحقيق';
/** Beside those of `given-names.ts`: what is a name only among names. */
export const GIVEN_NAMES = 'بان ولد أبو آل';

/** Latin letters for ids: consonants keep, long vowels as written. */
export const LETTERS: Readonly<Record<string, string>> = {
  ا: 'a',
  ب: 'b',
  ت: 't',
  ث: 'th',
  ج: 'j',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'dh',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  ع: 'a',
  غ: 'gh',
  ف: 'f',
  ق: 'q',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  و: 'w',
  ي: 'y',
  گ: 'g',
  چ: 'ch',
};
