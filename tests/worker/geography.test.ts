import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { compileGazetteer } from '../../src/core/gazetteer/compile.ts';
import type { Entry } from '../../src/core/gazetteer/entry.ts';
import type { AtlasPlace } from '../../src/core/model/atlas.ts';
import { describePlaces, findPlaces, Geography } from '../../src/worker/analysis-gazetteer.ts';
import { madeEntry } from './made-entry.ts';

const entry = (id: string, name: string): Entry => madeEntry(id, { en: [name] });
const INDEXES: Record<string, readonly Entry[]> = {
  small: [entry('rome', 'Rome')],
  world: [entry('rome', 'Rome'), entry('rome-georgia', 'Rome')],
};
const SITE_PLACE = { ...entry('corpus-village', 'Smallville'), ancestors: [], surfaces: [] } as unknown as AtlasPlace;

/** Serves the indexes that are named; gives which were asked for. */
function served(...names: readonly string[]): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    const name = /gazetteer\/(\w+)\.bin\.gz$/.exec(url)?.[1] ?? '';
    asked.push(name);
    return names.includes(name)
      ? new Response(gzipSync(new Uint8Array(compileGazetteer(INDEXES[name] ?? []))))
      : new Response('', { status: 404 });
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

describe('names that are looked up in the page', () => {
  it('are looked for among the well-known places and those of the site, and the world is left alone', async () => {
    const asked = served('small', 'world');
    const { gazetteer, whole } = await new Geography('http://site/data/').soon([], [SITE_PLACE]);
    expect(whole).toBe(false);
    expect(findPlaces(gazetteer, 'Rome', []).map(({ id }) => id)).toEqual(['rome']);
    expect(findPlaces(gazetteer, 'smallville', []).map(({ id }) => id)).toEqual(['corpus-village']);
    expect(describePlaces(gazetteer, ['rome', 'rome-georgia', 'corpus-village']).map(({ id }) => id)).toEqual([
      'rome',
      'corpus-village',
    ]);
    expect(asked).toEqual(['small']);
  });

  it('are looked for in the world once it is there', async () => {
    const asked = served('small', 'world');
    const geography = new Geography('http://site/data/');
    await geography.with([]);
    const { gazetteer, whole } = await geography.soon([], []);
    expect(whole).toBe(true);
    expect(findPlaces(gazetteer, 'Rome', []).map(({ id }) => id)).toEqual(['rome', 'rome-georgia']);
    expect(asked).toEqual(['world']);
  });

  it('are looked for in the world where a site has no small index', async () => {
    served('world');
    expect((await new Geography('http://site/data/').soon([], [])).whole).toBe(true);
  });
});
