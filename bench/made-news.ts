import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pick, seeded } from './seeded.ts';

const ARABIC = [
  'قالت {speaker} إن القوات تقدمت نحو {place} يوم {date}، وإن {number} جنديا قتلوا في المعارك.',
  'وأعلنت {speaker} مقتل {number} مدنيين وإصابة {count} آخرين في قصف استهدف {place} فجر {date}.',
  'وفي {place} تظاهر آلاف الأشخاص احتجاجا على ارتفاع الأسعار، بحسب ما ذكرت {speaker}.',
  'ونزح نحو {count} ألف شخص من {place} إلى {place} منذ {date}، وفق {speaker}.',
  'واتفق الطرفان في {place} على وقف لإطلاق النار يبدأ {date} برعاية {speaker}.',
  'ونفت {speaker} أن تكون قواتها قد قصفت {place}، واتهمت الطرف الآخر بخرق الهدنة.',
  'ووصلت إلى {place} {number} شاحنات محملة بالمساعدات قادمة من {place} يوم {date}.',
  'وزار وزير الخارجية {place} يوم {date} لإجراء محادثات مع {speaker} بشأن الوضع في {place}.',
  'وأغلقت السلطات الطريق بين {place} و{place} مدة {number} أيام.',
  'وقال شهود إن انفجارا هز وسط {place} مساء {date} وأسفر عن {number} قتلى.',
  'واستولت القوات على بلدة قرب {place} بعد معارك استمرت {number} أيام، كما أعلنت {speaker}.',
  'ودعت {speaker} إلى انسحاب فوري من {place} والعودة إلى طاولة المفاوضات.',
  'واعتقلت الشرطة {count} شخصا في {place} على خلفية احتجاجات {date}.',
  'وتشهد {place} منذ {date} أزمة مياه حادة أثرت في حياة السكان.',
  'ولم يصدر عن {speaker} تعليق فوري على ما جرى في {place}.',
];
const ENGLISH = [
  'At least {number} people were killed in {latin} on {day}, {voice} said.',
  '{voice} said that troops had entered {latin} on {day} after {number} days of fighting.',
  'Thousands protested in {latin} on {day} against the rise in prices.',
  'About {count} families fled {latin} for {latin} since {day}, according to {voice}.',
  'The two sides agreed on a ceasefire in {latin}, to begin on {day}.',
  '{voice} denied that its forces had shelled {latin}.',
  'Talks between the delegations were held in {latin} on {day}.',
];
const PLACES = [
  'باكو ستيباناكيرت يريفان أنقرة موسكو طهران تبليسي شوشة غوريس غزة رفح خان يونس جباليا القدس نابلس جنين حلب',
  'إدلب حمص درعا دمشق بيروت صيدا طرابلس بنغازي مصراتة الخرطوم الفاشر بورتسودان عدن تعز صنعاء الحديدة مأرب بغداد',
  'الموصل البصرة كركوك أربيل كييف خاركيف أوديسا ماريوبول خيرسون القاهرة الدوحة الرياض جدة عمان تونس الجزائر وهران',
  'الرباط نواكشوط مقديشو هرجيسا نيروبي كابول قندهار إسلام آباد كراتشي دلهي بروكسل جنيف واشنطن باريس لندن برلين',
]
  .join(' ')
  .replace('خان يونس', 'خان_يونس')
  .replace('إسلام آباد', 'إسلام_آباد')
  .split(' ')
  .map((name) => name.replace('_', ' '));
const LATIN = [
  'Baku Stepanakert Yerevan Ankara Moscow Tehran Tbilisi Shusha Goris Gaza Rafah Jerusalem Aleppo Idlib Homs Damascus',
  'Beirut Tripoli Benghazi Khartoum Aden Taiz Sanaa Baghdad Mosul Basra Kyiv Kharkiv Odesa Mariupol Cairo Doha Riyadh',
]
  .join(' ')
  .split(' ');
const SPEAKERS = [
  'وزارة الدفاع',
  'وزارة الصحة',
  'وزارة الداخلية',
  'وزارة الخارجية الروسية',
  'وزارة الدفاع الأذربيجانية',
  'الأمم المتحدة',
  'منظمة الصحة العالمية',
  'وكالة الأناضول',
  'السلطات المحلية',
  'اللجنة الدولية للصليب الأحمر',
];
const VOICES = ['The Ministry of Defence', 'The United Nations', 'The health ministry', 'Local authorities'];
const MONTHS = 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' ');
const LATIN_MONTHS = 'January February March April May June July August September October November December'.split(' ');
const SENTENCES = 12;
const FIRST_DAY = Date.UTC(2014, 0, 1) / 86_400_000;
const DAYS = 3_652;
const WITHIN_DAYS = 20;

const isoOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** News that nobody wrote: Arabic, every tenth text English; names, dates, figures and speakers drawn from a seed. */
function madeText(at: number, seed: number): { text: string; date: string; lang: 'ar' | 'en' } {
  const random = seeded(seed + at * 7919);
  const lang = at % 10 === 9 ? 'en' : 'ar';
  const published = FIRST_DAY + Math.floor(random() * DAYS);
  // a text has its own scene: a few places that come again
  const scene = Array.from({ length: 4 }, () => pick(PLACES, random));
  const fill: Readonly<Record<string, () => string | number>> = {
    place: () => pick(scene, random),
    latin: () => pick(LATIN, random),
    speaker: () => pick(SPEAKERS, random),
    voice: () => pick(VOICES, random),
    number: () => 3 + Math.floor(random() * 8),
    count: () => 11 + Math.floor(random() * 80),
    date: () => dayIn(published - Math.floor(random() * WITHIN_DAYS), MONTHS),
    day: () => dayIn(published - Math.floor(random() * WITHIN_DAYS), LATIN_MONTHS),
  };
  const paragraphs = Array.from({ length: 4 }, () =>
    Array.from({ length: SENTENCES / 4 }, () =>
      pick(lang === 'ar' ? ARABIC : ENGLISH, random).replace(/\{(\w+)\}/g, (_, name: string) => String(fill[name]?.())),
    ).join(' '),
  );
  return { text: paragraphs.join('\n\n'), date: isoOf(published), lang };
}

function dayIn(day: number, months: readonly string[]): string {
  const date = new Date(day * 86_400_000);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** The file of a document under the folder of its corpus: folders of five hundred. */
export const madePath = (at: number) =>
  join(String(Math.floor(at / 500)).padStart(3, '0'), `news-${String(at).padStart(6, '0')}.md`);

const madeFile = (at: number, seed: number): string => {
  const { text, date, lang } = madeText(at, seed);
  return `---\ndate: ${date}\nlang: ${lang}\nsource: Agency ${at % 7}\n---\n${text}\n`;
};

/** Writes a corpus of so many documents; the same for the same seed. */
export function writeCorpus(folder: string, count: number, seed: number): void {
  for (let at = 0; at < count; at++) {
    const path = join(folder, madePath(at));
    if (at % 500 === 0) mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, madeFile(at, seed));
  }
}
