import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { speakerAliases } from '../../../src/core/events/speaker-aliases.ts';
import { openGazetteer } from '../../../src/core/gazetteer/gazetteer.ts';
import { OTHER_SEATS, seatsOf } from '../../../src/core/gazetteer/seats.ts';

describe('speakers over documents', () => {
  const speakers = [
    { speakerId: 'blnkn', attributedTo: 'بلينكن' },
    { speakerId: 'antwny-blnkn', attributedTo: 'وزير الخارجية الأمريكي أنتوني بلينكن' },
    { speakerId: 'hsn', attributedTo: 'حسن' },
    { speakerId: 'ali-hsn', attributedTo: 'علي حسن' },
    { speakerId: 'amr-hsn', attributedTo: 'عمر حسن' },
  ];

  it('gives a family name alone the one full name of the corpus, and none where two fit', () => {
    expect([...speakerAliases(speakers)]).toEqual([['blnkn', 'antwny-blnkn']]);
    expect([...speakerAliases([...speakers].reverse())]).toEqual([['blnkn', 'antwny-blnkn']]);
  });
});

const INDEX = new URL('../../../public/data/gazetteer/world.bin', import.meta.url);
describe.skipIf(!existsSync(INDEX))('seats of states', () => {
  const open = () => {
    const bytes = readFileSync(INDEX);
    return openGazetteer(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  };

  it.each([
    ['baku', 'azerbaijan'],
    ['cairo', 'egypt'],
    ['khartoum', 'sudan'],
    ['brussels', 'eu'],
    ['aleppo', 'aleppo'],
    ['azerbaijan', 'azerbaijan'],
  ])('%s speaks for %s', (seat, state) => expect(seatsOf(open())(seat)).toBe(state));

  it('names only places of the gazetteer', () => {
    const gazetteer = open();
    for (const [seat, state] of OTHER_SEATS) {
      expect(gazetteer.indexOf(seat), seat).toBeGreaterThanOrEqual(0);
      expect(gazetteer.indexOf(state), state).toBeGreaterThanOrEqual(0);
    }
  });
});
