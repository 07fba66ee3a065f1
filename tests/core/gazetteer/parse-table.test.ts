import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTable } from '../../../src/core/gazetteer/parse-table.ts';
import { anyString } from '../arbitrary-text.ts';

const HEAD = '# source: made up\n# licence: MIT\n';
const COLUMNS = 'id\tkind\tgn\tlat\tlon\trank\tar\ten\thy\tru\tparents\n';
const faultsOf = (content: string) =>
  parseTable('t.tsv', content).faults.map(({ file, line, message }) => `${file}:${line}: ${message}`);

describe('a gazetteer table', () => {
  it('reads a row whole', () => {
    const { rows, faults } = parseTable(
      't.tsv',
      `${HEAD}${COLUMNS}shusha\tcity\t\t39.76\t46.75\t4\tشوشا | ?شوشي\tShusha\tՇուշի\tШуша\tkarabakh azerbaijan\n`,
    );
    expect(faults).toEqual([]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      file: 't.tsv',
      line: 4,
      id: 'shusha',
      kind: 'city',
      lat: 39.76,
      lon: 46.75,
      rank: 4,
      parents: ['karabakh', 'azerbaijan'],
    });
    expect(rows[0]?.names.ar).toEqual([
      { text: 'شوشا', ambiguous: false },
      { text: 'شوشي', ambiguous: true },
    ]);
  });

  it('takes its id from gn, empty cells and a dash for unknown, and CRLF', () => {
    const { rows, faults } = parseTable('t.tsv', `${HEAD}${COLUMNS}\t\t42\t\t\t\tباكو\t-\r\n`);
    expect(faults).toEqual([]);
    expect(rows[0]).toMatchObject({
      id: 'gn42',
      kind: null,
      lat: null,
      rank: 0,
      names: { ar: [{ text: 'باكو', ambiguous: false }] },
    });
  });

  it.each([
    ['a kind that is none', 'x\ttown\t\t1\t1\t4\tباكو', 't.tsv:4: unknown kind "town"'],
    ['no kind and no gn', 'x\t\t\t1\t1\t4\tباكو', 't.tsv:4: a row without gn needs a kind'],
    ['an id with capitals', 'Baku\tcity\t\t1\t1\t4\tباكو', 't.tsv:4: id "Baku" is not kebab-case'],
    ['no id', '\tcity\t\t1\t1\t4\tباكو', 't.tsv:4: id "" is not kebab-case'],
    ['a latitude beyond the pole', 'x\tcity\t\t91\t1\t4\tباكو', 't.tsv:4: lat "91" is not a number from -90 to 90'],
    [
      'a longitude that is a word',
      'x\tcity\t\t1\teast\t4\tباكو',
      't.tsv:4: lon "east" is not a number from -180 to 180',
    ],
    ['half a position', 'x\tcity\t\t1\t\t4\tباكو', 't.tsv:4: lat and lon go together'],
    ['a rank of ten', 'x\tcity\t\t1\t1\t10\tباكو', 't.tsv:4: rank "10" is not a number from 1 to 9'],
    [
      'Latin in the Arabic column',
      'x\tcity\t\t1\t1\t4\tBaku',
      't.tsv:4: "Baku" in column ar is not written in its script',
    ],
    [
      'Cyrillic in the Armenian column',
      'x\tcity\t\t1\t1\t4\tباكو\tBaku\tБаку',
      't.tsv:4: "Баку" in column hy is not written in its script',
    ],
    ['an empty name between bars', 'x\tcity\t\t1\t1\t4\tباكو | | بكو', 't.tsv:4: empty name in column ar'],
    ['no name at all', 'x\tcity\t\t1\t1\t4', 't.tsv:4: no name in any language'],
    ['a cell too many', 'x\tcity\t\t1\t1\t4\tباكو\tBaku\t\t\t\tmore', 't.tsv:4: 12 cells, 11 columns'],
  ])('%s is told with its line', (_, row, message) => {
    expect(faultsOf(`${HEAD}${COLUMNS}${row}\n`)).toContain(message);
  });

  it('asks for a header, its source and its licence, and known columns', () => {
    expect(faultsOf('')).toEqual(['t.tsv:1: no header line']);
    expect(faultsOf('# source: x\nid\tkind\tar\n')).toEqual([
      't.tsv:2: the header must have a "# source:" and a "# licence:" line',
    ]);
    expect(faultsOf(`${HEAD}id\tkind\tnames\n`)).toEqual(['t.tsv:3: unknown column "names"']);
  });

  it('keeps the sound rows of a table with faults', () => {
    const { rows, faults } = parseTable(
      't.tsv',
      `${HEAD}${COLUMNS}a\tcity\t\t1\t1\t4\tباكو\nB\tcity\n# a comment\n\nc\tcity\t\t1\t1\t4\tيفلاخ\n`,
    );
    expect(rows.map(({ id, line }) => `${id}:${line}`)).toEqual(['a:4', 'c:8']);
    expect(faults.map(({ line }) => line)).toEqual([5]);
  });

  it('takes any content without throwing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyString,
          fc.array(fc.string()).map((cells) => `${HEAD}${COLUMNS}${cells.join('\t')}\n`),
        ),
        (content) => {
          const { rows, faults } = parseTable('t.tsv', content);
          return [...rows, ...faults].every(({ line }) => line >= 1 && line <= content.split('\n').length);
        },
      ),
    );
  });
});
