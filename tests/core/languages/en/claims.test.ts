import { describe, expect, it } from 'vitest';
import { indexPath, openIndex } from '../../../../src/cli/gazetteer-index.ts';
import { analyse } from '../../../../src/core/analyse.ts';

const gazetteer = openIndex(indexPath('world'));
const read = (text: string) => analyse({ id: 'x', text, date: '2023-09-21' }, gazetteer);

/** `text | speaker: what is said`. */
const CLAIMS = `
Azerbaijan's Defence Ministry said that it had begun an operation. | Azerbaijan's Defence Ministry: it had begun an operation.
"We want the shelling to stop immediately," said Armenian Prime Minister Nikol Pashinyan. | Armenian Prime Minister Nikol Pashinyan: "We want the shelling to stop immediately,"
Police arrested 98 people in the capital, officials said. | officials: Police arrested 98 people in the capital,
According to the ministry, ten people were killed. | ministry: ten people were killed.
Antony Blinken, the US secretary of state, said the fighting must stop. | Antony Blinken, the US secretary of state: the fighting must stop.
The ministry, which runs the port, told Reuters on Monday that ten people were killed. | ministry: ten people were killed.
The talks were held in Yevlakh. |
`;

/** `text | kind place factuality`, in order. */
const EVENTS = `
Azerbaijan launched a military operation in Nagorno-Karabakh on Tuesday. | offensive nagorno-karabakh reported
Thousands of protesters marched in Yerevan yesterday. | protest yerevan reported
Representatives met in the city of Yevlakh on September 21 for talks. | negotiation yevlakh reported
At least 25 people were killed in Stepanakert. | casualties stepanakert reported
Russian forces did not attack Georgia. | attack georgia negated
`;

const rows = (table: string) =>
  table
    .split('\n')
    .filter((line) => line.includes('|'))
    .map((line) => line.split('|').map((part) => part.trim()) as [string, string]);

describe('speakers in an English text', () => {
  it.each(rows(CLAIMS))('%s', (text, expected) => {
    const said = read(text).claims.map(({ attributedTo, start, end }) => `${attributedTo}: ${text.slice(start, end)}`);
    expect(said.join(' ; ')).toBe(expected);
  });

  it('knows one speaker under two names', () => {
    const { claims } = read(
      'US Secretary of State Antony Blinken said that the fighting must stop. Blinken added that talks were needed.',
    );
    expect(new Set(claims.map((claim) => claim.speakerId)).size).toBe(1);
    expect(claims[1]?.attributedTo).toBe('US Secretary of State Antony Blinken');
  });
});

describe('events in an English text', () => {
  it.each(rows(EVENTS))('%s', (text, expected) => {
    const told = read(text).events.map(({ kind, placeId, factuality }) => `${kind} ${placeId} ${factuality}`);
    expect(told.join(' ; ')).toBe(expected);
  });
});

describe('a document in two languages', () => {
  const text =
    'أعلنت أذربيجان عن هجوم عسكري في منطقة ناغورنو كاراباخ يوم الثلاثاء.\nThousands of people fled Stepanakert through the Lachin corridor on Thursday.';

  it('reads each passage by its language, and the places are the same', () => {
    const { lang, mentions } = read(text);
    expect(lang).toBe('en');
    expect(mentions.map(({ placeId }) => placeId)).toEqual(
      expect.arrayContaining(['azerbaijan', 'nagorno-karabakh', 'stepanakert', 'lachin-corridor']),
    );
    for (const { start, end, surface } of mentions) expect(text.slice(start, end)).toBe(surface);
  });
});
