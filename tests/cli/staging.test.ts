import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { exchange } from '../../src/cli/jobs/exchange.ts';
import type { Mover } from '../../src/cli/jobs/mover.ts';
import { openStaging } from '../../src/cli/jobs/staging.ts';
import { freshFolder, removeFolders } from './run-mawdi.ts';
import { contents } from './site-files.ts';

/** How many files may still be moved or taken away before the machine loses its power. */
const power = vi.hoisted(() => ({ left: Number.POSITIVE_INFINITY }));

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const dying =
    <Words extends unknown[]>(work: (...words: Words) => void) =>
    (...words: Words) => {
      if (power.left-- <= 0) throw new Error('no power');
      work(...words);
    };
  return { ...real, renameSync: dying(real.renameSync), rmSync: dying(real.rmSync), mkdirSync: real.mkdirSync };
});

afterEach(() => {
  power.left = Number.POSITIVE_INFINITY;
});
afterAll(removeFolders);

/** A site in small: a head that names its parts. */
function makeSite(folder: string, parts: readonly string[]): void {
  mkdirSync(join(folder, 'data/documents'), { recursive: true });
  for (const part of parts) writeFileSync(join(folder, `data/documents/${part}.json`), part);
  writeFileSync(join(folder, 'data/atlas.json'), JSON.stringify(parts));
  for (const name of BY_NAME) writeFileSync(join(folder, name), `${name} of ${parts.join()}`);
  writeFileSync(join(folder, 'index.html'), 'page');
}

/** Files that the next run must find of one build, though each is renamed by itself. */
const BY_NAME = ['data/shapes.geojson', 'data/stories.json', 'data/events.geojson'];
const EXCHANGE = { last: ['index.html', 'data/atlas.json', ...BY_NAME], owned: ['data/'] };

/** Exchanges in this process, which can lose its power. */
const here = (): Mover => ({ move: async (moves) => exchange(moves), dismiss: () => {} });

describe('openStaging', () => {
  it('exchanges a site by one rename: whole after each step that a death can follow', async () => {
    let steps = 0;
    for (let whole = false; !whole; steps++) {
      const site = join(freshFolder(), 'site');
      makeSite(site, ['a', 'b', 'c']);
      const staging = openStaging(site, here);
      makeSite(staging.folder, ['b', 'd', 'e']);
      power.left = steps;
      try {
        await staging.commit(EXCHANGE);
        whole = true;
      } catch (error) {
        expect(String(error)).toMatch(/no power/);
      }
      power.left = Number.POSITIVE_INFINITY;
      const head = JSON.parse(readFileSync(join(site, 'data/atlas.json'), 'utf8')) as string[];
      expect([
        ['a', 'b', 'c'],
        ['b', 'd', 'e'],
      ]).toContainEqual(head);
      for (const part of head) expect(readFileSync(join(site, `data/documents/${part}.json`), 'utf8')).toBe(part);
      // the next run finishes what was begun, or leaves it all as it was
      openStaging(site).discard();
      const settled = JSON.parse(readFileSync(join(site, 'data/atlas.json'), 'utf8')) as string[];
      if (head.includes('d')) expect(settled).toEqual(head);
      for (const part of settled) expect(readFileSync(join(site, `data/documents/${part}.json`), 'utf8')).toBe(part);
      for (const name of BY_NAME) expect(readFileSync(join(site, name), 'utf8')).toBe(`${name} of ${settled.join()}`);
      expect(readdirSync(join(site, '..'))).toEqual(['site']);
      staging.discard();
    }
    expect(steps).toBeGreaterThan(10);
  });

  it('takes away what the new site does not have, in its own folders only', async () => {
    const site = join(freshFolder(), 'site');
    makeSite(site, ['a', 'b']);
    writeFileSync(join(site, 'CNAME'), 'example.org');
    const staging = openStaging(site);
    makeSite(staging.folder, ['c']);
    staging.keep('data/documents/b.json');
    await staging.commit(EXCHANGE);
    expect([...contents(site).keys()]).toEqual([
      'CNAME',
      'data/atlas.json',
      'data/documents/b.json',
      'data/documents/c.json',
      ...BY_NAME.toSorted(),
      'index.html',
    ]);
  });

  it('does not finish an exchange that a later build has passed', async () => {
    const site = join(freshFolder(), 'site');
    makeSite(site, ['a']);
    const begun = openStaging(site, here);
    makeSite(begun.folder, ['b']);
    power.left = 2;
    await expect(begun.commit(EXCHANGE)).rejects.toThrow(/no power/);
    power.left = Number.POSITIVE_INFINITY;
    const later = new Date(Date.now() + 60_000);
    makeSite(site, ['c']);
    for (const name of BY_NAME) utimesSync(join(site, name), later, later);
    const before = contents(site);
    openStaging(site).discard();
    expect(contents(site)).toEqual(before);
  });

  it('leaves the old site as it was when the work is given up', () => {
    const site = join(freshFolder(), 'site');
    makeSite(site, ['a']);
    const before = contents(site);
    const staging = openStaging(site);
    makeSite(staging.folder, ['z']);
    staging.discard();
    expect(contents(join(site, '..'))).toEqual(new Map([...before].map(([name, bytes]) => [`site/${name}`, bytes])));
  });
});
