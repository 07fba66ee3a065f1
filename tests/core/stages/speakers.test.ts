import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openGazetteer } from '../../../src/core/gazetteer/gazetteer.ts';
import { OTHER_SEATS, seatsOf } from '../../../src/core/gazetteer/seats.ts';
import { speakerAliases } from '../../../src/core/joining/speaker-aliases.ts';

describe('speakers over documents', () => {
  const named = (...ids: string[]) => ids.map((speakerId) => ({ speakerId, attributedTo: speakerId }));
  const isPlace = (id: string) => ['france', 'sudan', 'el-fasher'].includes(id);

  it.each([
    ['a family name alone is the one full name of the corpus', ['blnkn', 'antwny-blnkn'], { blnkn: 'antwny-blnkn' }],
    ['none where two full names fit', ['hsn', 'ali-hsn', 'amr-hsn'], {}],
    ['a state is nobody’s family name', ['france', 'jean-france', 'sudan', 'ali-sudan'], {}],
    ['an office is no person', ['government', 'spokesperson-government', 'army', 'sudan-army'], {}],
    ['a town is no full name', ['fasher', 'el-fasher'], {}],
  ])('%s', (_, ids, expected) => {
    expect(Object.fromEntries(speakerAliases(named(...ids), isPlace))).toEqual(expected);
    expect(Object.fromEntries(speakerAliases(named(...ids.toReversed()), isPlace))).toEqual(expected);
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
