import { describe, expect, it } from 'vitest';
import { furnitureLines, linesOf, mendedBrackets, type PdfPiece, paragraphsOf } from '../../src/formats/pdf-lines.ts';
import { readFile } from '../../src/formats/readers.ts';

/** A line of a page: its text, and where it stands from the left and from below, in points. */
type Line = readonly [text: string, x: number, y: number, size?: number];

/** A PDF of pages of 400 × 600 points, in Helvetica. */
function pdfOf(pages: readonly (readonly Line[])[], info = ''): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${4 + 2 * at} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  for (const [at, lines] of pages.entries()) {
    const content = lines
      .map(([text, x, y, size = 12]) => `BT /F ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`)
      .join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Resources << /Font << /F 3 0 R >> >> /Contents ${5 + 2 * at} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  objects.push(`<< ${info} >>`);
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}

const read = async (pages: readonly (readonly Line[])[], info?: string) =>
  (await readFile('a.pdf', pdfOf(pages, info)))[0];

describe('a PDF', () => {
  it('gives paragraphs, words that were parted joined, without heads and page numbers', async () => {
    const page = (number: number, lines: readonly Line[]): Line[] => [
      ['The Daily News', 40, 580, 9],
      ...lines,
      [`Page ${number} of 3`, 180, 20, 9],
    ];
    const result = await read([
      page(1, [
        ['Talks in Yevlakh', 40, 520, 20],
        ['The ministry of defence said that the opera-', 40, 480],
        ['tions had stopped at one in the afternoon.', 40, 466],
        ['A second paragraph begins after a wider gap', 40, 430],
        ['and goes on over the end of the page to', 40, 416],
      ]),
      page(2, [['the next one, where it ends.', 40, 520]]),
      page(3, [['The end (of it).', 40, 520]]),
    ]);
    expect(result?.document?.text).toBe(
      'Talks in Yevlakh\nThe ministry of defence said that the operations had stopped at one in the afternoon.\nA second paragraph begins after a wider gap and goes on over the end of the page to the next one, where it ends.\nThe end (of it).',
    );
    expect(result?.document && result.furniture).toBe('Page 1 of 3\nPage 2 of 3\nPage 3 of 3\nThe Daily News');
  });

  it('knows its title, author and day, and no title that a program gave it', async () => {
    const line: Line[] = [['Hello there, reader.', 40, 500]];
    const named = await read([line], "/Title (Talks) /Author (A. Writer) /CreationDate (D:20230921080000+04'00')");
    expect(named?.document).toMatchObject({
      title: 'Talks',
      author: 'A. Writer',
      date: '2023-09-21',
      dateBasis: 'inferred',
    });
    const unnamed = await read([line], '/Title (Microsoft Word - draft.docx)');
    expect(unnamed?.document?.title).toBeUndefined();
  });

  it('that holds no text says so', async () => {
    expect(await read([[]])).toMatchObject({ document: null, notices: [{ code: 'no-text-layer' }] });
  });

  it.each([
    ['no PDF', 'hello'],
    ['nothing but a head', '%PDF-1.7'],
    [
      'pages that are each other',
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 9999999/Kids[2 0 R 2 0 R]>>endobj trailer<</Root 1 0 R>>',
    ],
  ])('of %s is refused', { timeout: 60_000 }, async (_, source) => {
    const [result] = await readFile('a.pdf', new TextEncoder().encode(source));
    expect(result?.document).toBeNull();
    expect(result?.notices[0]?.severity).toBe('error');
  });
});

describe('the pieces of a line', () => {
  const piece = (text: string, x: number, given: Partial<PdfPiece> = {}): PdfPiece => ({
    text,
    x,
    y: 100,
    width: text.length * 5,
    height: 10,
    rightToLeft: /[\u0600-\u06ff]/.test(text),
    endsLine: false,
    ...given,
  });
  const text = (pieces: readonly PdfPiece[], toTheLeft: boolean) => linesOf(pieces, toTheLeft).map((line) => line.text);

  it('stand in the order of reading whatever the order of drawing', () => {
    const words = [piece('باكو', 100), piece('في', 80), piece('قالت', 50)];
    expect(text(words, true)).toEqual(['باكو في قالت']);
    expect(text([...words].reverse(), true)).toEqual(['باكو في قالت']);
  });

  it('keep numbers and foreign words in their own order', () => {
    expect(
      text(
        [
          piece('يوم', 100),
          piece('13', 60, { width: 10 }),
          piece(':', 70, { width: 5 }),
          piece('00', 75, { width: 10 }),
          piece('في', 40),
        ],
        true,
      ),
    ).toEqual(['يوم 13:00 في']);
    expect(
      text(
        [piece('مع', 135), piece('New', 90, { width: 15 }), piece('York', 110, { width: 20 }), piece('اليوم', 60)],
        true,
      ),
    ).toEqual(['مع New York اليوم']);
    expect(text([piece('the word', 0), piece('باكو', 45), piece('is', 70)], false)).toEqual(['the word باكو is']);
  });

  it.each<[string, string]>([
    ['.COVID-19', 'عن COVID-19.'],
    ['.2023', 'عن 2023.'],
    ['.com', 'عن com.'],
    ['!NATO', 'عن NATO!'],
  ])('have the signs of the end behind a foreign word: %s', (word, line) => {
    expect(text([piece('عن', 100), piece(word, 95 - 5 * word.length)], true)).toEqual([line]);
  });

  it('have no signs moved where the line goes on with a small letter', () => {
    expect(text([piece('عن', 120), piece('.com', 90), piece('باكو', 60)], true)).toEqual(['عن .com باكو']);
    expect(text([piece('عن', 120), piece('.NATO', 85), piece('باكو', 55)], true)).toEqual(['عن NATO. باكو']);
  });

  it.each<[string, string, string]>([
    ['the opera-', 'tions', 'the operations'],
    ['road to Stepa\u2010', 'nakert', 'road to Stepanakert'],
    ['road to Stepa\u00ad', 'nakert', 'road to Stepanakert'],
    ['from Nagorno-', 'Karabakh', 'from Nagorno-Karabakh'],
    ['of COVID-', '19', 'of COVID-19'],
    ['in 2022\u2013', '2023', 'in 2022\u20132023'],
    ['he said \u2013', 'and left', 'he said \u2013 and left'],
    ['he said -', 'and left', 'he said - and left'],
  ])('are joined over the end of a line: %j and %j', (first, second, whole) => {
    const lines = linesOf([piece(first, 0), piece(second, 0, { y: 88 })], false);
    expect(paragraphsOf(lines)).toEqual([whole]);
  });

  it('far apart are columns', () => {
    expect(text([piece('a', 0), piece('b', 100)], false)).toEqual(['a\tb']);
  });

  it('are mended where brackets were written as they look', () => {
    expect(mendedBrackets('قالت )باكو( أمس »نعم«')).toBe('قالت (باكو) أمس «نعم»');
    expect(mendedBrackets('قالت (باكو) أمس «نعم»')).toBe('قالت (باكو) أمس «نعم»');
    expect(mendedBrackets(')a( b')).toBe(')a( b');
  });

  it('that repeat in the middle of pages are text', () => {
    const page = (y: number) => ({ lines: linesOf([piece('Again and again', 0, { y })], false), bottom: 0, top: 600 });
    expect(furnitureLines([page(300), page(300), page(300)]).size).toBe(0);
    expect(furnitureLines([page(580), page(580), page(580)]).size).toBe(3);
    expect(furnitureLines([page(580), page(560), page(540)]).size).toBe(0);
  });
});
