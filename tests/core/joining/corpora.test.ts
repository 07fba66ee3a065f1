import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join as pathOf } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/core/analyse.ts';
import { openGazetteer } from '../../../src/core/gazetteer/gazetteer.ts';
import { placesOf } from '../../../src/core/join-digests.ts';
import type { Analysis } from '../../../src/core/model/analysis.ts';
import type { JoinedEvent } from '../../../src/core/model/event.ts';
import { join } from '../../../src/core/stages/join.ts';

/** A telling, by its document and words of its event. */
type Told = readonly [document: string, words: string];

interface Expected {
  readonly joined: readonly {
    readonly why: string;
    readonly kind?: string;
    readonly tellings: readonly Told[];
    readonly differ?: readonly string[];
    /** Whether it is sure that they are one. */
    readonly sure?: boolean;
  }[];
  readonly apart: readonly { readonly why: string; readonly tellings: readonly Told[] }[];
}

/** Folders of invented articles that tell the same happenings differently, with traps between them. */
const FOLDER = pathOf(import.meta.dirname, '../../corpora');
const INDEX = new URL('../../../public/data/gazetteer/world.bin', import.meta.url);

const read = <Value>(...path: string[]) => JSON.parse(readFileSync(pathOf(FOLDER, ...path), 'utf8')) as Value;

describe.skipIf(!existsSync(INDEX))('invented corpora', () => {
  for (const name of readdirSync(FOLDER)) {
    describe(name, () => {
      const bytes = readFileSync(INDEX);
      const gazetteer = openGazetteer(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
      const places = placesOf(gazetteer);
      const texts = new Map<string, string>();
      const analyses: Analysis[] = [];
      for (const { file, date, lang } of read<{ documents: { file: string; date: string; lang?: string }[] }>(
        name,
        'corpus.json',
      ).documents) {
        const id = file.replace(/\.txt$/, '');
        const text = readFileSync(pathOf(FOLDER, name, file), 'utf8');
        texts.set(id, text);
        analyses.push(analyse({ id, text, date, ...(lang ? { lang } : {}) }, gazetteer));
      }
      const joined = join(analyses, places);
      const { joined: same, apart } = read<Expected>(name, 'expected.json');

      /** The joined events that have a telling of an event with these words. */
      const withTelling = ([document, words]: Told): Set<JoinedEvent> => {
        const at = texts.get(document)?.indexOf(words) ?? -1;
        if (at < 0) throw new Error(`"${words}" is not in ${name}/${document}.txt`);
        const events = analyses.find(({ id }) => id === document)?.events ?? [];
        const ids = events.filter(({ start, end }) => start < at + words.length && end > at).map(({ id }) => id);
        const found = joined.filter(({ tellings }) =>
          tellings.some(({ documentId, eventId }) => documentId === document && ids.includes(eventId)),
        );
        if (found.length === 0) throw new Error(`no event at "${words}" in ${name}/${document}.txt`);
        return new Set(found);
      };
      const shared = (tellings: readonly Told[]): Set<JoinedEvent> => {
        const [first, ...others] = tellings.map(withTelling);
        return new Set([...(first ?? [])].filter((one) => others.every((found) => found.has(one))));
      };

      it.each(same)('$why', ({ kind, tellings, differ, sure }) => {
        const found = [...shared(tellings)].filter((one) => kind === undefined || one.kind === kind);
        expect(found).toHaveLength(1);
        expect(found[0]?.differences.map(({ about }) => about)).toEqual(expect.arrayContaining([...(differ ?? [])]));
        if (sure !== undefined) expect(found[0]?.tellings.every((one) => one.sure)).toBe(sure);
      });

      it.each(apart)('apart: $why', ({ tellings }) => expect(shared(tellings).size).toBe(0));

      it('is joined alike whatever the order of its documents', () => {
        expect(join(analyses.toReversed(), places)).toEqual(joined);
        expect(join([...analyses.slice(1), ...analyses.slice(0, 1)], places)).toEqual(joined);
      });
    });
  }
});
