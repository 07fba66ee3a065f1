import { mkdirSync, readdirSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pick, seeded } from '../../bench/seeded.ts';
import { build } from '../../src/cli/jobs/build-site.ts';
import { freshFolder, removeFolders } from './run-mawdi.ts';
import { contents } from './site-files.ts';

// the same for every corpus, and slow to make from the sources
vi.mock('../../src/cli/base-map.ts', async (load) => ({ ...(await load<object>()), writeBaseMap: () => {} }));

const ROUNDS = Number(process.env.REBUILD_ROUNDS ?? 2);
const STEPS = Number(process.env.REBUILD_STEPS ?? 4);
const PLACES = ['باكو', 'تبليسي', 'يريفان', 'موسكو', 'أنقرة', 'شوشة'];
const SAID = ['زار الوفد', 'قُتل ثلاثة مدنيين في', 'قالت وزارة الدفاع إن القوات دخلت', 'Thousands protested in Baku;'];

beforeEach(() => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => vi.restoreAllMocks());
afterAll(removeFolders);

/** What happens to a folder of documents between two builds, told by its name. */
class Folder {
  private made = 0;
  constructor(
    private readonly path: string,
    private readonly random: () => number,
  ) {
    mkdirSync(path);
    for (let at = 0; at < 110; at++) this.write(`d${String(at).padStart(4, '0')}.txt`);
    this.rows();
  }

  change(): string {
    const some = () => pick(this.names(), this.random);
    const changes: Record<string, () => void> = {
      nothing: () => {},
      touched: () => utimesSync(join(this.path, some()), new Date(), new Date()),
      changed: () => this.write(some()),
      'three changed': () => [some(), some(), some()].map((name) => this.write(name)),
      'put first': () => this.write(`a${1000 - this.made}.txt`),
      'put between': () => this.write(some().replace('.txt', '-x.txt')),
      'put last': () => this.write(`x${1000 + this.made}.txt`),
      removed: () => rmSync(join(this.path, some())),
      'many removed': () => {
        for (const name of this.names().slice(20, 50)) rmSync(join(this.path, name));
      },
      'rows changed': () => this.rows(),
      'not to be read': () => writeFileSync(join(this.path, 'q.docx'), 'no zip'),
      'cache damaged': () => this.damage('../.site.mawdi-cache'),
      'site damaged': () => this.damage('../site'),
      'cache damaged and changed': () => {
        this.damage('../.site.mawdi-cache');
        this.write(some());
      },
    };
    const what = pick(Object.keys(changes), this.random);
    changes[what]?.();
    return what;
  }

  /** Takes away one file, or half of it. */
  private damage(folder: string): void {
    const files = readdirSync(join(this.path, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => join(entry.parentPath, entry.name));
    const file = pick(files.sort(), this.random);
    if (this.random() < 0.5) rmSync(file);
    else truncateSync(file, Math.floor(statSync(file).size / 2));
  }

  private names(): string[] {
    return readdirSync(this.path).filter((name) => name.endsWith('.txt'));
  }

  private sentence(): string {
    this.made++;
    return `${pick(SAID, this.random)} ${pick(PLACES, this.random)} يوم ${1 + (this.made % 27)} أكتوبر 2023. ${this.made}`;
  }

  private write(name: string): void {
    writeFileSync(join(this.path, name), this.sentence());
  }

  /** A file of many documents, one of them with an id that stands already. */
  private rows(): void {
    const rows = ['m1', 'm2', 'd0003', 'm4'].map((id) => JSON.stringify({ id, text: this.sentence() }));
    writeFileSync(join(this.path, 'many.jsonl'), rows.join('\n'));
  }
}

describe('a site that was built again after changes', () => {
  it('is byte for byte the site that is built from nothing', { timeout: 600_000 }, async () => {
    const options = { dataOnly: true, corrections: [], cores: 1, quiet: true, policy: { hosts: [], baseMap: null } };
    for (let round = 0; round < ROUNDS; round++) {
      const place = freshFolder('mawdi rebuild ');
      const texts = join(place, 'texts');
      const folder = new Folder(texts, seeded(20_260_301 + round));
      await build(texts, join(place, 'site'), { ...options, cached: true });
      const done: string[] = [];
      for (let step = 0; step < STEPS; step++) {
        done.push(folder.change());
        await build(texts, join(place, 'site'), { ...options, cached: true });
        const fresh = join(place, 'fresh');
        await build(texts, fresh, { ...options, cached: false });
        expect(contents(join(place, 'site')), `round ${round}: ${done.join(', ')}`).toEqual(contents(fresh));
      }
    }
  });
});
