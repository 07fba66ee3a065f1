import { expect, test } from 'vitest';
import { loadGazetteer } from '../../src/cli/gazetteer-index.ts';
import { speakerGlosser } from '../../src/core/speaker-glosses.ts';

const gloss = speakerGlosser(loadGazetteer());

/** `name | what it says`; `-` where a word is not known, so that nothing is said rather than something wrong. */
const CASES = `
وزارة الدفاع الأذربيجانية | Azerbaijani Ministry of Defence
وزارة الدفاع في باكو | Ministry of Defence in Baku
المتحدث باسم وزارة الخارجية الأمريكية | Spokesperson for the US State Department
وزير الخارجية الأمريكي، أنتوني بلينكن | US Secretary of State, Antony Blinken
رئيس الوزراء الأرميني نيكول باشينيان | Armenian Prime Minister Nikol Pashinyan
حكمت حاجييف، مستشار السياسة الخارجية للرئيس الأذربيجاني علييف | Hikmet Hajiyev, foreign policy adviser to Azerbaijani President Aliyev
سيرجي غازاريان، وزير خارجية الحكومة غير المعترف بها | Sergey Ghazaryan, foreign minister of the unrecognised government
السيناتور الأمريكي بن كاردين (ديمقراطي من ماريلاند)، رئيس لجنة العلاقات الخارجية بمجلس الشيوخ | US Senator Ben Cardin (Democrat from Maryland), chair of the Foreign Relations Committee of the Senate
ممثلة أذربيجان لمجلس حقوق الإنسان التابع للأمم المتحدة | Representative of Azerbaijan to the Human Rights Council of the United Nations
مسؤول كبير في الاتحاد الأوروبي | Senior official in the European Union
الأمين العام لحلف شمال الأطلسي | Secretary-general of NATO
قائد الجيش الأوكراني أولكسندر سيرسكي | Commander of the Ukrainian army, Oleksandr Sirsky
زعيم الجماعة عبد الملك الحوثي | Leader of the group, Abdel Malik al-Houthi
المتحدث العسكري العميد نبيل حسن | Military spokesperson, Brigadier General Nabil Hassan
سكان جباليا وبيت لاهيا | Residents of Jabalia and Beit Lahia
القوات الموالية لأرمينيا | Forces loyal to Armenia
موقع "إن تي في" الألماني | German website NTV
ممثل علييف | Representative of Aliyev
سائق | -
الإطار الاستراتيجي | -
مسعفون من الهلال الأحمر الفلسطيني | -
نازحون جاؤوا | -
مسؤول فلسطيني مطلع | -
Azerbaijan's defence ministry | -
`;

test.each(
  CASES.trim()
    .split('\n')
    .map((line) => line.split(' | ') as [string, string]),
)('%s', (name, expected) => {
  expect(gloss(name)?.en ?? '-').toBe(expected);
});
