/**
 * What stands over, or before, links to other pages, and lines that no article has. Source: own reading of Arabic and
 * English news sites. Compared with a whole label as `plain` has it: small letters, no marks, one form of alif, ya and ta marbuta.
 */
const LABELS: readonly RegExp[] = [
  // Arabic
  /^(?:اقرا|اقراوا|اقرؤوا|اقرءوا|شاهد|شاهدوا|طالع|تابع|انظر|تصفح|استمع)(?: ايضا| كذلك| المزيد| التالي| معنا)(?: .{1,40})?$/,
  /^(?:اقرا|شاهد|طالع|تابع|للمزيد|المزيد)$/,
  /^المزيد (?:من|عن|حول|في) .{1,40}$/,
  /^(?:(?:ال)?(?:مواضيع|موضوعات|اخبار|مقالات|مواد|تقارير|قصص|روابط|عناوين|مقال|خبر|موضوع|محتوي|تغطيه) )?(?:ذات|ذو) (?:صله|علاقه)(?: ب.{1,30})?$/,
  /^(?:ال)?(?:مواضيع|موضوعات|اخبار|مقالات|مواد|تقارير|قصص|روابط) (?:ال)?(?:متعلقه|مرتبطه|مشابهه|مقترحه|مختاره|متصله|اخري|سابقه|شائعه|مميزه)(?: .{1,30})?$/,
  /^(?:الاخبار |المقالات |المواضيع )?الاكثر (?:قراءه|مشاهده|شيوعا|تداولا|تعليقا|بحثا|رواجا|اهتماما|تفاعلا|شعبيه|ارسالا|مشاركه)(?: .{1,30})?$/,
  /^(?:اخر|احدث|اهم|ابرز) (?:الاخبار|المقالات|المواضيع|الموضوعات|العناوين|التقارير|اخبار .{1,30})$/,
  /^(?:قد|ربما) (?:يهمك|يهمكم|يعجبك|يعجبكم)(?: ايضا| قراءه)?$/,
  /^(?:اخترنا|اخترت|مختارات|نرشح|ننصح|ننصحك)(?: لك| لكم| بقراءه| ب?القراءه)?$/,
  /^(?:كلمات (?:مفتاحيه|دلاليه|البحث)|الكلمات (?:المفتاحيه|الدلاليه)|الوسوم|وسوم|تاغات|علامات)$/,
  /^اعلانات?$/,
  // English
  /^related(?: (?:topics?|stor(?:y|ies)|articles?|content|coverage|posts?|news|reading|links|internet links|items|pages|videos?|reports?))?$/,
  /^(?:read|see|watch|explore|discover|learn|view|find)(?: it)? (?:more|also|next|too)(?: (?:on|from|in|about|here|of) .{1,40})?$/,
  /^more (?:on|from|in|about|like) .{1,40}$/,
  /^more(?: .{1,20})? (?:stories|news|articles|coverage|headlines|posts|reading|reports|links)$/,
  /^(?:the )?most (?:read|popular|viewed|watched|shared|commented|recent|emailed)(?: .{1,20})?$/,
  /^(?:top|latest|recent|other|popular|trending|featured|similar|recommended|suggested|further)(?: .{1,20})? (?:stories|story|news|posts|articles|headlines|reading|videos|topics|searches)$/,
  /^you (?:may|might)(?: also)? (?:like|be interested in|enjoy|want to read)$/,
  /^recommended(?: for you| by .{1,20})?$/,
  /^(?:up next|read next|what to read next|keep reading|editors? s? ?picks?|dont miss|don t miss|trending(?: now)?|tags|topics|share this.{0,12}|like this|sponsored(?: content| links)?|(?:from )?around the web|from the web|promoted(?: stories| links)?)$/,
];

const LINES: readonly RegExp[] = [
  /^(?:مده|وقت|زمن) (?:القراءه|قراءه).{0,30}$/,
  /^[\d٠-٩]+ (?:دقيقه|دقائق|دقيقتان|ثانيه)(?: (?:لل)?قراءه)$/,
  /^\d+ min(?:ute)?s?(?: of)? read(?:ing)?(?: time)?$/,
  /^(?:estimated )?reading time .{1,20}$/,
  /^(?:(?:story|article) continues|continues? reading) (?:below|after) .{0,30}$/,
  /^advertise?ment(?: scroll to continue| continue reading .{1,30})?$/,
  /^like loading$/,
];

const COPYRIGHT =
  /^(?:(?:©|\(c\)|copyright\b)[^.]{0,40}(?:19|20)\d\d(?!\d)|(?:جميع|كل|كافة) الحقوق محفوظة|حقوق (?:النشر|الطبع)(?: والنشر)? محفوظة|all rights reserved)/i;

/** A label is a few words. In UTF-16 units. */
export const MAX_LABEL = 60;
/** A line on copyright may name several. */
export const MAX_COPYRIGHT = 200;

/** Whether the words stand over links to other pages: «اقرأ أيضًا», "More on this story". */
export const isRelatedLabel = (text: string): boolean => isOneOf(LABELS, text);

/** Whether a whole line is one of those that a site puts on each article: its reading time, say. */
export const isSiteLine = (text: string): boolean => isOneOf(LINES, text);

export const isCopyright = (text: string): boolean => COPYRIGHT.test(text.slice(0, 60));

function isOneOf(patterns: readonly RegExp[], text: string): boolean {
  if (text.length > MAX_LABEL + 20) return false;
  const words = plain(text);
  return words.length <= MAX_LABEL && patterns.some((pattern) => pattern.test(words));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u064b-\u065f\u0670\u0640]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
