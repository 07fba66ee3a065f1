import { expect, it } from 'vitest';
import { basicLanguage } from '../../../src/core/languages/basic-language.ts';
import { attribute } from '../../../src/core/stages/attribute.ts';
import { date } from '../../../src/core/stages/date.ts';
import { event } from '../../../src/core/stages/event.ts';
import { interpret } from '../../../src/core/stages/interpret.ts';
import { recognise } from '../../../src/core/stages/recognise.ts';
import { resolve } from '../../../src/core/stages/resolve.ts';
import { readText } from '../../../src/core/text/tokenised-text.ts';
import { smallGazetteer } from '../small-gazetteer.ts';

/** A third language with nothing but particles and the names of its months. */
const french = basicLanguage({
  code: 'fr',
  capitals: true,
  prepositions: 'à en au aux de du dans vers entre pour près',
  conjunctions: 'et ou',
  functionWords: 'le la les un une des ce cette il elle ils elles est a ont sont et ou que qui à en de',
  months: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
});

const TEXT =
  'La délégation est partie de Washington pour Stepanakert le 19 septembre 2023, avant de rentrer à Baku. La France et la Syria ont suivi en octobre 2023.';

it('finds places and dates with particles and month names alone', () => {
  const text = readText(TEXT, french.sentences);
  const { value } = resolve(text, recognise(text, smallGazetteer, french.names), smallGazetteer, french.names);
  const mentions = interpret(text, value, french.names, french.senses, () => false);
  expect(mentions.map(({ placeId }) => placeId)).toEqual(['washington', 'stepanakert', 'baku', 'france', 'syria']);
  for (const { start, end, surface } of mentions) expect(TEXT.slice(start, end)).toBe(surface);
  const dated = date(text, { id: 'x', text: TEXT }, french.dates).value;
  expect(dated.dates.map(({ surface, edtf }) => `${surface} ${edtf}`)).toEqual([
    '19 septembre 2023 2023-09-19',
    'octobre 2023 2023-10',
  ]);
  // what it does not know it leaves open
  const claims = attribute(text, mentions, french.speech).value;
  expect(claims).toEqual([]);
  expect(event(text, mentions, dated.dates, claims, dated.date, french.events).value).toEqual([]);
});
