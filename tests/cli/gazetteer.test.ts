import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { freshFolder, mawdi, removeFolders } from './run-mawdi.ts';

afterAll(removeFolders);

const tables = fileURLToPath(new URL('../../geo/gazetteer', import.meta.url));
const HEAD = '# source: made up\n# licence: MIT\nid\tkind\tlat\tlon\tar\tparents\n';

describe('mawdi gazetteer', () => {
  it('finds the tables of the project sound', async () => {
    const ran = await mawdi(['gazetteer', 'check']);
    expect(ran.stderr).toBe('');
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(/^\d{4,} rows, 0 faults\n$/);
  });

  it('rejects bad rows with file and line', async () => {
    const folder = freshFolder();
    mkdirSync(join(folder, 'geo'));
    cpSync(tables, join(folder, 'geo/gazetteer'), { recursive: true });
    writeFileSync(
      join(folder, 'geo/gazetteer/zz-bad.tsv'),
      `${HEAD}new-place\ttown\t40\t46\tمكان\tazerbaijan\nbaku\tcity\t40\t49\tباكو\tazerbaijan\nother-place\tcity\t40\t49\tمكان آخر\tatlantis\n`,
    );
    const ran = await mawdi(['gazetteer', 'check'], { cwd: folder });
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('geo/gazetteer/zz-bad.tsv:4: unknown kind "town"\n');
    expect(ran.stderr).toMatch(
      /geo\/gazetteer\/zz-bad\.tsv:5: id "baku" stands already at geo\/gazetteer\/\S+\.tsv:\d+\n/,
    );
    expect(ran.stderr).toContain('geo/gazetteer/zz-bad.tsv:6: unknown parent "atlantis"\n');
    expect(ran.stdout).toMatch(/rows, 3 faults/);
  });

  it('says what a name can mean', async () => {
    const ran = await mawdi(['gazetteer', 'find', 'خانكندي']);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(/^stepanakert\tcity\t39\.8/m);
    const unknown = await mawdi(['gazetteer', 'find', 'لامكانأبدا']);
    expect(unknown.code).toBe(1);
    expect(unknown.stderr).toMatch(/no place is called "لامكانأبدا"/);
  });

  it('refuses what it does not know', async () => {
    expect((await mawdi(['gazetteer'])).code).toBe(2);
    expect((await mawdi(['gazetteer', 'burn'])).code).toBe(2);
  });
});
