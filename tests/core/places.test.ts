import { describe, expect, it } from 'vitest';
import { seatsOf } from '../../src/core/gazetteer/seats.ts';
import type { Language } from '../../src/core/languages/language.ts';
import { languageOf } from '../../src/core/languages/registry.ts';
import type { Mention } from '../../src/core/model/mention.ts';
import { interpret } from '../../src/core/stages/interpret.ts';
import { recognise } from '../../src/core/stages/recognise.ts';
import { resolve } from '../../src/core/stages/resolve.ts';
import { readText } from '../../src/core/text/tokenised-text.ts';
import { smallGazetteer } from './small-gazetteer.ts';

/**
 * One row a case: `text | expected mentions`, each `surface → place id sense` in order of the text; nothing after the
 * bar for a text without any. A row that fails for a known reason is marked `? reason |` in front.
 */
const ROWS = `
# attached particles are not part of the name
عاد الوفد إلى باكو. | باكو → baku literal
عاد الوفد وباكو تنتظر. | باكو → baku metonymic
سلمت الرسالة لأرمينيا. | أرمينيا → armenia metonymic
سلمت الرسالة للولايات المتحدة. | لولايات المتحدة → united-states metonymic
? a verb of motion makes the ل one of direction | وصل الوفد للولايات المتحدة. | لولايات المتحدة → united-states literal
زار فرنسا وروسيا وسوريا. | فرنسا → france literal ; روسيا → russia literal ; سوريا → syria literal

# the article that belongs to the name, names of several words, quotation marks inside
عقد الاجتماع في الولايات المتحدة الأمريكية. | الولايات المتحدة الأمريكية → united-states literal
أعلنت جمهورية مرتفعات "قره باغ" الاستقلال. | جمهورية مرتفعات "قره باغ" → artsakh-republic metonymic
في "قره باغ" وحولها. | قره باغ → nagorno-karabakh literal
شرب الماء من نهر الأردن. | نهر الأردن → jordan-river literal
أغلقت القوات ممر لاتشين. | ممر لاتشين → lachin-corridor literal

# a generic noun is outside unless it is part of the name
اجتمعوا في مدينة شوشا. | شوشا → shusha literal
وقع الانفجار في بلدة لاتشين. | لاتشين → lachin literal

# one place under any spelling
في ناغورنو كاراباخ. | ناغورنو كاراباخ → nagorno-karabakh literal
في ناجورنو كاراباخ. | ناجورنو كاراباخ → nagorno-karabakh literal
في ناغورني قره باغ. | ناغورني قره باغ → nagorno-karabakh literal
في قَرَه باغ. | قَرَه باغ → nagorno-karabakh literal
في قره‌باغ. | قره‌باغ → nagorno-karabakh literal
في مدينة ستيباناكرت. | ستيباناكرت → stepanakert literal
في خانكندي. | خانكندي → stepanakert literal
في #ناغورنو_كاراباخ. | ناغورنو_كاراباخ → nagorno-karabakh literal

في حديقة #حلب_تحت_القصف. |
كتب تحت وسم #حلب أمس. | حلب → aleppo literal

# a relative clause after a noun is no name of a body
جاء ذلك بعد اتفاق وقعته أرمينيا مع باكو. | أرمينيا → armenia metonymic ; باكو → baku metonymic

# people counted are no country; a row goes on after "then"
أنقذ الخفر 39 سوريا وعراقيا. | سوريا → syria demonym ; عراقيا → iraq demonym
مر الوفد بباكو، ثم روسيا. | باكو → baku literal ; روسيا → russia literal

# the surname of a person is no people where the document names him in full, and stays one as an adjective
قال محمد علي العراقي إن السودان يرفض. وأكد العراقي ذلك، والتقى العراقي وفدا. وقال الجيش العراقي إنه تقدم. | السودان → sudan metonymic ; العراقي → iraq demonym
وقال مسؤول عراقي لمحمد العراقي إن السودان يتقدم. | عراقي → iraq demonym ; السودان → sudan metonymic

# a kind word is outside where the bare name means this very thing
عبروا نهر العاصي ليلا. | العاصي → orontes literal
فجرت القوات جسرا على نهر سيم. | سيم → seym-river literal
نزح الأهالي من ولاية كسلا. | كسلا → kassala-state literal
نزح الأهالي إلى كسلا. | كسلا → kassala literal

# the text itself calls something a place that no table has: told, not placed
قصفوا قرية تاميش ليلا. | تاميش → null literal
وصلوا إلى بلدة "عين الوادي الأخضر" أمس. | عين الوادي الأخضر → null literal
وصلوا إلى بلدة صغيرة تقع في الجبل. |
وصلوا إلى قرية تبعد عشرة كيلومترات. |
انهار جسر أربعات أمس. | جسر أربعات → null literal
نزح الأهالي من حي الوحدانية. | الوحدانية → null literal
أقاموا في حي سكني هادئ. |

# على is no given name, and an ordinary word before a name is no evidence
سيطروا على لاتشين. | لاتشين → lachin literal
? Egyptian papers write the preposition so as well | كان علي لاتشين حاضرا. |

# a noun before it makes the form an adjective
وصلت قوات سورية إلى حلب. | سورية → syria demonym ; حلب → aleppo literal
عاد إلى سورية أمس. | سورية → syria literal

# a phrase is not the name that its first word could be
عاد إلى مسقط رأسه في حلب. | حلب → aleppo literal

# an adjective is definite where its noun is; a name that is nobody's adjective is a name
عبروا الحدود السورية إلى حلب. | السورية → syria demonym ; حلب → aleppo literal

# a name between two names of a row is one more, known or not
نزحوا من يفلاخ وتاموش وشوشا. | يفلاخ → yevlakh literal ; تاموش → null literal ; شوشا → shusha literal
عاد إلى شوشا وعائلته وحلب. | شوشا → shusha literal ; حلب → aleppo literal

# hospitals, squares and prisons keep their word, also when nobody knows them
نقلوا إلى مستشفى الرازي أمس. | مستشفى الرازي → null literal
تظاهروا في ساحة الحرب. |
نقل إلى مستشفى كمال عدوان ليلا. | مستشفى كمال عدوان → null literal
نزح الأهالي من حي الروضة. | الروضة → null literal

# senses
فازت موسكو على شوشا. | موسكو → moscow metonymic ; شوشا → shusha metonymic
تعرضت سوريا لزلزال. | سوريا → syria literal
احتلت روسيا المدينة. | روسيا → russia metonymic
انتهت محادثات موسكو أمس. | موسكو → moscow literal
وصل متطوعون من حلب. | حلب → aleppo literal
قال متطوعون من حلب ذلك. | حلب → aleppo associative
وقال سكان مخيم شوشا ذلك. | شوشا → shusha associative
في باكو أو موسكو. | باكو → baku literal ; موسكو → moscow literal
لبنان - عقد الاجتماع أمس. | لبنان → lebanon literal
فاز بدوري أبطال أوروبا. | أوروبا → europe embedded
باكو (أ ف ب) - عقد الاجتماع أمس. | باكو → baku literal
تحدث سكان حلب عن القصف. | حلب → aleppo associative
قالت باكو إنها سترد. | باكو → baku metonymic
قالت وزارة الدفاع في باكو إن القصف توقف. | باكو → baku literal
صرح رئيس وزراء أرمينيا بذلك. | أرمينيا → armenia associative
يعيش شعب كاراباخ في خوف. | كاراباخ → nagorno-karabakh associative
انهار كل شيء بعد سقوط الاتحاد السوفييتي. | الاتحاد السوفييتي → soviet-union literal
ذكرت وكالة فرانس برس ذلك. | فرانس → france embedded
أصدرت منظمة الأمن والتعاون في أوروبا بيانا. | أوروبا → europe embedded
قال مجلس الاتحاد الأوروبي إنه قلق. | الاتحاد الأوروبي → eu embedded
دعا الاتحاد الأوروبي إلى الهدوء. | الاتحاد الأوروبي → eu metonymic
على الحدود مع أرمينيا. | أرمينيا → armenia literal

ندد بالهجوم كل من باكو وموسكو. | باكو → baku metonymic ; موسكو → moscow metonymic
اجتمعوا في كل من باكو وموسكو. | باكو → baku literal ; موسكو → moscow literal
قصف الجيش مدينة حلب. | حلب → aleppo literal
في الجارة أرمينيا. | أرمينيا → armenia literal
تقع قرب الضفة المقابلة لأرمينيا. | أرمينيا → armenia literal
تخشى الأسواق على محصول سوريا. | سوريا → syria associative
اشتكى من أن روسيا رفضت. | روسيا → russia metonymic
هاجم مستوطنون من حلب المزارعين. | حلب → aleppo associative
وسعت شركة موانئ حلب أعمالها. | حلب → aleppo embedded

# datelines: a town, its country behind it, a second town; the agency is none
الجزائر (رويترز) - عقد الاجتماع أمس. | الجزائر → algiers literal
حلب (سوريا) - قالت السلطات ذلك. | حلب → aleppo literal ; سوريا → syria literal
باكو/موسكو - عقد الاجتماع أمس. | باكو → baku literal ; موسكو → moscow literal
باكو - الأناضول. عقد الاجتماع أمس. | باكو → baku literal
وأفاد الشهود للأناضول بذلك. |
يمتد السهل في الأناضول. | الأناضول → anatolia literal

# a month of a date is no town; a hospital is not the mosque of its name; a street is not the town that it is called after
منذ مايو 2024 لم يتغير شيء. |
انتقلوا إلى حي مايو أمس. | مايو → mayo literal
نقلوا إلى مستشفى الأقصى أمس. | مستشفى الأقصى → null literal
صلوا في الأقصى أمس. | الأقصى → al-aqsa literal
دمروا شارع حلب أمس. | شارع حلب → aleppo literal

قالت المستشارة السابقة حلب ميركل ذلك. |
التقى السفير الروسي لدى سوريا مسؤولين. | الروسي → russia demonym ; سوريا → syria associative

# persons: after a title with its article, before "son of"; an object after a person's name is a place
قال المحلل حلب الأحمد إن الوضع صعب. |
اقتحم شوشا بن غفير الساحة. |
اتهم وزير الخارجية علي يوسف أرمينيا بذلك. | أرمينيا → armenia metonymic
نشرت رواية "حلب" أمس. | حلب → aleppo embedded

# an ordinary word that is also a town: not before its owner, and without it only with evidence
تضررت الطرق في سيول الأردن. | الأردن → jordan literal
زار مدينة سيول أمس. | سيول → seoul literal
رفعت بنوك المدينة الفائدة. |

# distances are told from towns; capitals; what one must do; naming
تقع القرية على بعد 20 كيلومترا شمالي كسلا. | كسلا → kassala literal
كانت عاصمة أرمينيا. | أرمينيا → armenia literal
قالت العاصمة باكو ذلك. | باكو → baku metonymic
قال إن على باكو أن تنسحب. | باكو → baku metonymic
يسميها الجيران خانكندي. | خانكندي → stepanakert literal
سيزور موسكو غدا. | موسكو → moscow literal

# squares that are called alike everywhere; a long word after حي that is no adjective
تظاهروا في ساحة الجمهورية. | ساحة الجمهورية → null literal
أقاموا في حي كينترون. | كينترون → null literal

# a channel is no canal; a body called by its task; whose lead it is; a part of a town; adjectives and verbs
قالت قناة العربية ذلك. |
أكد مصدر لقناة حلب الإخبارية ذلك. | حلب → aleppo embedded
قال رئيس حركة تحرير السودان ذلك. | السودان → sudan embedded
بدأ التحالف بقيادة روسيا هجوما. | روسيا → russia metonymic
قصفوا الضاحية الجنوبية لباكو. | باكو → baku literal
قالت وزارة الصحة الاتحادية ذلك. |
زار مواقع عدة، وزار معبرا. |
وإلى الغرب منها تقع شوشا. | شوشا → shusha literal

# a kind word that is a town's name too; the front by a town; a square is not the country that it is called after
زار مدينة بركان أمس. | بركان → berkane literal
ثار بركان جديد أمس. |
تقدموا في محور حلب. | حلب → aleppo literal
تظاهروا في ميدان سوريا. | ميدان سوريا → null literal
أصابوا المدمرة حلب. | حلب → aleppo embedded

# a dual noun of kind is outside, but says what is meant
اقتحموا مخيمي حلب وشوشا. | حلب → aleppo-camp literal ; شوشا → shusha literal

# demonyms
قصف الجيش الأذربيجاني المواقع. | الأذربيجاني → azerbaijan demonym
يخشى الأرمن الهجوم. | الأرمن → armenians demonym
غادر أرمن كاراباخ بيوتهم. | أرمن → armenians demonym ; كاراباخ → nagorno-karabakh associative
القوات الروسية والأمريكية. | الروسية → russia demonym ; الأمريكية → united-states demonym

# one name, several places: what the text says decides
وصل إلى طرابلس في لبنان. | طرابلس → tripoli-lebanon literal ; لبنان → lebanon literal
? an adjective of a country after a name says which one | في طرابلس اللبنانية. | طرابلس → tripoli-lebanon literal ; اللبنانية → lebanon demonym
? a direction between two names says that the second contains the first | في طرابلس شمالي لبنان. | طرابلس → tripoli-lebanon literal ; لبنان → lebanon literal
وصل إلى طرابلس، عاصمة ليبيا. | طرابلس → tripoli-libya literal ; ليبيا → libya literal
وصل إلى طرابلس. | طرابلس → tripoli-libya literal

# the others in its row decide: countries among countries; vowel marks tell one name from another
وصلت مساعدات من العراق وسوريا والجزائر. | العراق → iraq literal ; سوريا → syria literal ; الجزائر → algeria literal
عقدت الجولة في عمّان أمس. | عمّان → amman literal
عقدت الجولة في عُمان أمس. | عُمان → oman literal

# a plural noun of kind holds for the whole row, over members that are not known
تضررت ولايات الشمالية والوسطى وكسلا. | كسلا → kassala-state literal
# a doubtful name between two sure ones
سافر إلى باكو وأطار وواشنطن. | باكو → baku literal ; أطار → atar literal ; واشنطن → washington literal
# a body of government, a war or a truce "in" it: the land rather than the town
قالت وزارة الصحة في غزة إن العدد ارتفع. | غزة → gaza-strip literal
دعا إلى وقف إطلاق النار في غزة. | غزة → gaza-strip literal

# a day in the dateline
باكو 30 يونيو – وصل الوفد. | باكو → baku literal

# persons, verbs and other things
فاز الجزائري بركان بونجاح بالجائزة. | الجزائري → algeria demonym
قال الجندي إن الهجوم وقع، وأدان الوزير ذلك. |
أصيب في الرباط الصليبي. |
حضرت رغدة وليلى الحفل. |

# not places
قال المصدر (Baku) إنه لا يعلم. |
قرأ الطفل قصة عنوانها بابل الجميلة. |
# a name that is also a common word needs evidence
زار محافظة بابل أمس. | بابل → babil literal
اجتمع مجلس الشيوخ في الإقليم. |
قالت الأمم المتحدة إن العاصمة هادئة. |
في صناعة النفط. |
كان الرجل في المنطقة. |
`;

const stateOf = seatsOf(smallGazetteer);
const arabic = languageOf('ar') as Language;

function mentionsOf(text: string): readonly Mention[] {
  const tokenised = readText(text, arabic.sentences);
  const proposals = recognise(tokenised, smallGazetteer, arabic.names);
  const { value } = resolve(tokenised, proposals, smallGazetteer, arabic.names);
  return interpret(tokenised, value, arabic.names, arabic.senses, (id) => stateOf(id) !== id);
}

const cases = ROWS.split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line) => {
    const parts = line.split('|').map((part) => part.trim());
    const known = parts[0]?.startsWith('?') ? (parts.shift() ?? '').slice(1).trim() : null;
    return { text: parts[0] ?? '', expected: parts[1] ?? '', known };
  });

const written = (mention: Mention) => `${mention.surface} → ${mention.placeId} ${mention.sense}`;

describe('places in a text', () => {
  for (const { text, expected, known } of cases) {
    const check = () => {
      const mentions = mentionsOf(text);
      for (const { start, end, surface } of mentions) expect(text.slice(start, end)).toBe(surface);
      expect(mentions.map(written).join(' ; ')).toBe(expected);
    };
    if (known === null) it(text, check);
    else it.fails(`${text} (known: ${known})`, check);
  }

  it('gives confidence, evidence and runners-up', () => {
    const [mention] = mentionsOf('وصل إلى طرابلس.');
    expect(mention?.confidence).toBeGreaterThan(0);
    expect(mention?.confidence).toBeLessThanOrEqual(1);
    expect(mention?.evidence.length).toBeGreaterThan(0);
    expect(mention?.candidates.map(({ placeId }) => placeId)).toEqual(['tripoli-lebanon']);
  });
});
