import type { SentenceRules } from '../../text/split.ts';

/** Furniture that Arabic news sites and their copiers leave in a text: lines that are no sentence of it. Tested against a whole line. */
export const arabicSentences: SentenceRules = {
  furniture: [
    /^\[\/?(?:ad|caption|embed|gallery|video|image)[^\]]*\]$/iu,
    /^(?:source|read more|advertisement|share|continue reading|image source|getty images|reuters|afp|ap)(?: link)?\.?$/iu,
    /^[\d٠-٩]+\s+(?:دقيقة|دقائق|دقيقتان|ثانية)\s+(?:قراءة|للقراءة)$/u,
    /^(?:مدة|وقت) القراءة/u,
    /^(?:اقرأ|إقرأ|اقرؤوا|شاهد|تابع|طالع|انظر|للمزيد|المزيد)(?: أيضا| أيضاً| المزيد| أيضًا| معنا| عن)?\s*[:.…]*.{0,80}$/u,
    /^(?:المصدر|مصدر الصورة|صدر الصورة|التعليق على الصورة|تعليق الصورة|الصورة)\s*[:،].{0,120}$/u,
    /^(?:مشاركة|شارك|طباعة|حفظ|نسخ الرابط|إعلان|إعلانات|مواضيع ذات صلة|أخبار ذات صلة|الأكثر قراءة|كلمات مفتاحية|الوسوم|تم نسخ الرابط)\s*[:.]?$/u,
    /^https?:\/\/\S+$/u,
    /^(?:©|حقوق النشر).{0,120}$/u,
  ],
  // the last ones are Latin letters spelt out: إم.كيو-9, إس.إن.إن
  abbreviations: new Set(
    'د أ م ص ت ق هـ ه ب أ.د ق.م إيه بي سي دي إف جي إتش آي جيه كيه كي إل إم إن أو كيو آر إس تي يو إكس'.split(' '),
  ),
};
