import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
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
  writeFileSync(join(folder, 'index.html'), 'page');
}

const exchange = { last: ['index.html', 'data/atlas.json'], owned: ['data/'] };

describe('openStaging', () => {
  it('exchanges a site by one rename: whole after each step that a death can follow', () => {
    let steps = 0;
    for (let whole = false; !whole; steps++) {
      const site = join(freshFolder(), 'site');
      makeSite(site, ['a', 'b', 'c']);
      const staging = openStaging(site);
      makeSite(staging.folder, ['b', 'd', 'e']);
      power.left = steps;
      try {
        staging.commit(exchange);
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
      staging.discard();
    }
    expect(steps).toBeGreaterThan(6);
  });

  it('takes away what the new site does not have, in its own folders only', () => {
    const site = join(freshFolder(), 'site');
    makeSite(site, ['a', 'b']);
    writeFileSync(join(site, 'CNAME'), 'example.org');
    const staging = openStaging(site);
    makeSite(staging.folder, ['c']);
    staging.keep('data/documents/b.json');
    staging.commit(exchange);
    expect([...contents(site).keys()]).toEqual([
      'CNAME',
      'data/atlas.json',
      'data/documents/b.json',
      'data/documents/c.json',
      'index.html',
    ]);
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
