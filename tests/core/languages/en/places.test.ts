import { describe, expect, it } from 'vitest';
import { indexPath, openIndex } from '../../../../src/cli/gazetteer-index.ts';
import type { Language } from '../../../../src/core/languages/language.ts';
import { languageOf } from '../../../../src/core/languages/registry.ts';
import type { Mention } from '../../../../src/core/model/mention.ts';
import { interpret } from '../../../../src/core/stages/interpret.ts';
import { recognise } from '../../../../src/core/stages/recognise.ts';
import { resolve } from '../../../../src/core/stages/resolve.ts';
import { readText } from '../../../../src/core/text/tokenised-text.ts';

/**
 * One row a case: `text | expected mentions`, each `surface → place id sense` in order of the text, or `surface → country
 * code/kind` where the place comes from the package. `? reason |` in front marks a known failure.
 */
const ROWS = `
# the sample's places are the same places as in Arabic
Fighting broke out in Nagorno-Karabakh. | Nagorno-Karabakh → nagorno-karabakh literal
They fled Stepanakert through the Lachin corridor. | Stepanakert → stepanakert literal ; Lachin corridor → lachin-corridor literal
The town of Khankendi was shelled. | Khankendi → stepanakert literal
Talks were held in Yevlakh on Thursday. | Yevlakh → yevlakh literal

# people and bodies told from places
Paris Hilton left on Monday. |
She saw Paris Hilton in Paris. | Paris → paris literal
Michael Jordan flew to Jordan. | Jordan → jordan literal
The Washington Post reported it on Monday. | Washington → washington embedded
He studied at the University of Texas. | Texas → texas embedded
Mr. Reading lives in Reading, Pennsylvania. | Reading → US/city literal ; Pennsylvania → pennsylvania literal
Orange juice was sold and many people said it was nice. |
The WHO said so. |
It cost US$1 million. |

# the article that a hyphen ties to a name, however it is written
Fighting spread to el-Fasher. | el-Fasher → el-fasher literal
They fled al-Fashir for al-Obeid. | al-Fashir → el-fasher literal ; al-Obeid → el-obeid literal
The army shelled al-Hasakah. | al-Hasakah → hasakah literal
Fighters of the Taliban left. |

# short forms
U.S. officials met in the UAE. | U.S. → united-states associative ; UAE → united-arab-emirates literal
She moved to Washington, D.C. in 2010. | Washington → washington literal ; D.C. → district-of-columbia literal
Police in Athens, Ga., said so. | Athens → US/city literal ; Ga → georgia-us literal
He was born in Springfield, Ill., in 1950. | Springfield → US/city literal ; Ill → illinois literal
The team left St. Louis on Monday. | St. Louis → st-louis literal
The team left Saint Louis on Monday. | Saint Louis → st-louis literal

# "name, name" and company
They live in London, Ontario. | London → london-ontario literal ; Ontario → ontario literal
They live in London. | London → london literal
He is from Paris, Texas. | Paris → US/city literal ; Texas → texas literal
Cases rose in Alabama, Georgia, Florida and Tennessee. | Alabama → alabama literal ; Georgia → georgia-us literal ; Florida → florida literal ; Tennessee → tennessee literal
Cases rose in Armenia, Georgia, Azerbaijan and Turkey. | Armenia → armenia literal ; Georgia → georgia literal ; Azerbaijan → azerbaijan literal ; Turkey → turkey literal
A fire burned in Fairfax County, Virginia. | Fairfax County → fairfax-county-virginia literal ; Virginia → virginia literal

# senses
Baku accused Armenia of shelling. | Baku → baku metonymic ; Armenia → armenia metonymic
Azerbaijan's Defence Ministry denied it. | Azerbaijan → azerbaijan associative
The president of France spoke. | France → france associative
Russian forces withdrew. | Russian → russia demonym
After the invasion of Ukraine, prices rose. | Ukraine → ukraine literal
`;

const english = languageOf('en') as Language;
const gazetteer = openIndex(indexPath('world'));

function mentionsOf(text: string): readonly Mention[] {
  const tokenised = readText(text, english.sentences);
  const { value } = resolve(tokenised, recognise(tokenised, gazetteer, english.names), gazetteer, english.names);
  return interpret(tokenised, value, english.names, english.senses, (id) => gazetteer.seat(gazetteer.indexOf(id)));
}

const cases = ROWS.split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line) => {
    const parts = line.split('|').map((part) => part.trim());
    const known = parts[0]?.startsWith('?') ? (parts.shift() ?? '').slice(1).trim() : null;
    return { text: parts[0] ?? '', expected: parts[1] ?? '', known };
  });

function written({ surface, placeId, sense, kind }: Mention): string {
  const packaged = placeId !== null && /^gn\d+$/.test(placeId);
  const place = packaged
    ? `${gazetteer.country(gazetteer.indexOf(placeId))}/${kind === 'village' ? 'city' : kind}`
    : placeId;
  return `${surface} → ${place} ${sense}`;
}

describe('places in an English text', () => {
  for (const { text, expected, known } of cases) {
    const check = () => {
      const mentions = mentionsOf(text);
      for (const { start, end, surface } of mentions) expect(text.slice(start, end)).toBe(surface);
      expect(mentions.map(written).join(' ; ')).toBe(expected);
    };
    if (known === null) it(text, check);
    else it.fails(`${text} (known: ${known})`, check);
  }
});
