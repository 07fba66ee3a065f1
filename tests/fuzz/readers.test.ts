/**
 * Every reader on bytes that nobody meant for it: arbitrary ones, and well-formed files with some bytes changed, lost or
 * doubled. Each gives at least one document or notice, throws nothing, and keeps its promises on what it gives.
 * Seeded: a failure prints the seed; `PROPERTY_RUNS=20000` searches longer.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { webAddress } from '../../src/formats/metadata.ts';
import type { ReadDocument } from '../../src/formats/read-document.ts';
import { FORMATS, readFile } from '../../src/formats/readers.ts';
import { bytesAt } from '../formats/make-archive.ts';

const cases = fileURLToPath(new URL('../formats/cases', import.meta.url));
const SEED = 20230920;
const runs = Number(process.env.PROPERTY_RUNS ?? 60);

/** Well-formed inputs by extension, from the cases. */
const samples = new Map<string, Uint8Array[]>();
for (const name of readdirSync(cases)) {
  const input = readdirSync(join(cases, name)).find((file) => file.startsWith('input.'));
  if (!input) continue;
  const extension = input.slice('input'.length);
  samples.set(extension, [...(samples.get(extension) ?? []), bytesAt(join(cases, name, input))]);
}

/** Pieces that mean something to one reader or another. */
const PIECES = [
  '<',
  '>',
  '</',
  '<!--',
  '-->',
  '<script>',
  '</script>',
  '<p>',
  '<table><tr><td>',
  '<svg>',
  '<style>',
  '<template>',
  '<a href="javascript:x">',
  '&#0;',
  '&#xD800;',
  '&amp',
  '<![CDATA[',
  ']]>',
  '<?xml',
  '---\n',
  'title: x\n',
  '- ',
  '# ',
  '**',
  '`',
  '[',
  '](',
  '|',
  '\t',
  ',',
  ';',
  '"',
  '""',
  '\r',
  '\n',
  '\r\n',
  '{',
  '}',
  '{"id":1,"text":"',
  '\\u',
  '\0',
  '\ufeff',
  '\u202e',
  '\ud800',
  'باكو',
  '٢٠٢٣',
  '19/09/2023',
  '%PDF-1.7\n',
  'obj<<>>stream\n',
  'endstream endobj',
  'xref\n',
  'trailer<</Root 1 0 R>>',
  'startxref\n0\n%%EOF',
  'PK\u0001\u0002',
  'PK\u0003\u0004',
  'PK\u0005\u0006',
];

const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => new TextEncoder().encode(pieces.join(''))),
);

/** A change at a place (0 to 1) of the bytes. */
const change = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.constantFrom('set', 'cut', 'insert', 'double', 'end'),
  fc.uint8Array({ minLength: 1, maxLength: 12 }),
);

function changed(bytes: Uint8Array, changes: readonly (readonly [number, string, Uint8Array])[]): Uint8Array {
  let result = [...bytes];
  for (const [share, what, piece] of changes) {
    const at = Math.floor(share * result.length);
    if (what === 'set') result.splice(at, piece.length, ...piece);
    else if (what === 'cut') result.splice(at, piece.length * 10);
    else if (what === 'insert') result.splice(at, 0, ...piece);
    else if (what === 'double') result.splice(at, 0, ...result.slice(at, at + 200));
    else result = result.slice(0, at);
  }
  return Uint8Array.from(result);
}

function keepsItsPromises(read: readonly ReadDocument[]): void {
  expect(read.length).toBeGreaterThan(0);
  for (const one of read) {
    const id = one.document ? one.document.id : one.id;
    expect(id).not.toBe('');
    expect(id).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    if (!one.document) expect(one.notices.length).toBeGreaterThan(0);
    for (const { code, message, start, end } of one.notices) {
      expect(code).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(message).not.toBe('');
      if (start === undefined || end === undefined) continue;
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(one.document?.text.length ?? 0);
      expect(start).toBeLessThan(end);
    }
    if (one.document?.url !== undefined) expect(webAddress(one.document.url)).not.toBeNull();
    expect(structuredClone(one)).toEqual(one);
  }
}

describe.each(FORMATS.map(({ name, extensions }) => [name, extensions[0] ?? ''] as const))(
  'the reader of %s',
  (name, extension) => {
    const numRuns = name === 'pdf' ? Math.ceil(runs / 3) : runs;

    it('takes any bytes', { timeout: 120_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(anyBytes, async (bytes) => {
          keepsItsPromises(await readFile(`a${extension}`, bytes));
        }),
        { seed: SEED, numRuns },
      );
    });

    it('takes its own files with faults', { timeout: 120_000 }, async () => {
      const known = samples.get(extension) ?? [];
      expect(known.length, `cases of ${extension}`).toBeGreaterThan(0);
      await fc.assert(
        fc.asyncProperty(
          fc.nat(known.length - 1),
          fc.array(change, { minLength: 1, maxLength: 5 }),
          async (index, changes) => {
            keepsItsPromises(await readFile(`a${extension}`, changed(known[index] as Uint8Array, changes)));
          },
        ),
        { seed: SEED, numRuns },
      );
    });

    it('reads the same bytes the same way twice, and leaves them alone', async () => {
      for (const bytes of samples.get(extension) ?? []) {
        const before = bytes.slice();
        const first = await readFile(`a${extension}`, bytes);
        expect(bytes).toEqual(before);
        expect(await readFile(`a${extension}`, bytes)).toEqual(first);
      }
    });
  },
);

describe('text that stands between marks', () => {
  const words = fc.array(fc.constantFrom('باكو', 'قالت', 'a<b', '&amp;', '"', "'", '2023', 'ﷲ', '😀', '،'), {
    minLength: 1,
    maxLength: 12,
  });

  it('comes back from a page as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 6 }), async (paragraphs) => {
        const lines = paragraphs.map((line) => line.join(' '));
        const html = lines.map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`).join('\n');
        const [read] = await readFile('a.html', new TextEncoder().encode(`<main>${html}</main>`));
        expect(read?.document?.text).toBe(lines.join('\n'));
      }),
      { seed: SEED, numRuns: runs },
    );
  });

  it('comes back from a table as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 6 }), async (rows) => {
        const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const csv = `id,text,note\r\n${rows.map(([text, note], at) => `${at},${cell(text.join('\n'))},${cell(note.join(', '))}`).join('\r\n')}`;
        const read = await readFile('a.csv', new TextEncoder().encode(csv));
        expect(read.map(({ document }) => document?.text)).toEqual(rows.map(([text]) => text.join('\n')));
      }),
      { seed: SEED, numRuns: runs },
    );
  });
});
