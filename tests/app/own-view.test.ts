import { describe, expect, it } from 'vitest';
import { boundsOf } from '../../src/formats/shape-bounds.ts';
import { uniqueIds } from '../../src/formats/unique-ids.ts';
import { pastedDocument, sortFiles } from '../../src/worker/analysis-add.ts';
import { corpusFile, parseCorpusFile } from '../../src/worker/analysis-exchange.ts';

const file = (path: string, content: string) => ({ path, file: new File([content], path.split('/').pop() ?? '') });

describe('files that are dropped', () => {
  it('come in the order of the command line, with what their corpus.json says', async () => {
    const settings = { title: 'News', documents: [{ file: 'a.txt', date: '2023-09-19' }] };
    const chosen = await sortFiles([
      file('news/b.txt', 'two'),
      file('news/corpus.json', JSON.stringify(settings)),
      file('news/a.txt', 'one'),
      file('news/.hidden', 'none'),
    ]);
    expect(chosen.files.map(({ path }) => path)).toEqual(['news/a.txt', 'news/b.txt']);
    expect(chosen.files[0]?.settings?.date).toBe('2023-09-19');
    expect(chosen.settings?.title).toBe('News');
    expect(chosen.folder).toBe('news');
  });

  it('tells what is wrong with a corpus.json and reads the rest', async () => {
    const chosen = await sortFiles([file('news/corpus.json', '{"title": 5}'), file('news/a.txt', 'one')]);
    expect(chosen.refusals.map(({ notice }) => notice.code)).toEqual(['bad-settings']);
    expect(chosen.files).toHaveLength(1);
  });
});

describe('a pasted text', () => {
  it('is a document with the title and date that were typed', () => {
    const read = pastedDocument({ title: ' A talk ', date: '19 September 2023', text: 'words' });
    expect(read.document).toMatchObject({ id: 'A talk', title: 'A talk', date: '2023-09-19', text: 'words' });
  });

  it('is refused when there is none', () => {
    expect(pastedDocument({ title: '', date: '', text: ' \n' }).document).toBeNull();
  });
});

describe('an exported corpus', () => {
  const corrections = [
    {
      document: 'a',
      quote: 'Goris',
      start: 0,
      end: 5,
      scope: 'corpus' as const,
      action: { type: 'not-a-place' as const },
    },
  ];
  const record = {
    id: 'own-1',
    title: 'Mine',
    titles: { ar: 'لي' },
    description: '',
    descriptions: {},
    created: 1,
    documents: 1,
    removed: false,
    corrections,
  };

  it('comes back as it went', async () => {
    const documents = [{ id: 'a', text: 'Goris\n', title: 'T', date: '2020', url: 'https://example.org/' }];
    const read = parseCorpusFile(await corpusFile(record, documents).text());
    expect(read.faults).toEqual([]);
    expect(read.documents).toEqual(documents);
    expect(read.corrections).toEqual(corrections);
    expect(read.corpus).toMatchObject({ title: 'Mine', titles: { ar: 'لي' } });
  });

  it('takes nothing that it does not know, whoever made it', () => {
    const read = parseCorpusFile(
      JSON.stringify({
        format: 'mawdi-corpus',
        version: 1,
        title: 'x\u0000y',
        documents: [
          { id: '../a', text: 'text', url: 'javascript:alert(1)', lang: '<b>', extra: 1 },
          { id: 'b' },
          'nothing',
        ],
        corrections: [{ document: 'a' }],
      }),
    );
    expect(read.documents).toEqual([{ id: '../a', text: 'text' }]);
    expect(read.faults).toHaveLength(3);
    expect(read.corrections).toEqual([]);
  });

  it.each(['', '[]', '{"format":"mawdi-corpus","version":2}', '{"format":"other"}', 'null'])(
    'refuses %s',
    (content) => {
      const { documents, faults } = parseCorpusFile(content);
      expect(documents).toEqual([]);
      expect(faults).toHaveLength(1);
    },
  );
});

describe('what app and command line share', () => {
  it('numbers ids that stand twice', () => {
    const unique = uniqueIds();
    expect(['a', 'a', 'a-2', 'a'].map((id) => unique(id).id)).toEqual(['a', 'a-2', 'a-2-2', 'a-3']);
  });

  it('bounds a shape that crosses the antimeridian from west to east', () => {
    const bounds = boundsOf([
      [
        [170, 60],
        [180, 65],
      ],
      [
        [-180, 65],
        [-170, 60],
      ],
    ]);
    expect(bounds).toEqual([170, 60, -170, 65]);
  });
});
