import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentFile } from '../core/model/atlas.ts';
import { readGuideFile } from './guide-file.ts';

/** A document's translation as it lies beside the corpus: `translations/<lang>/<document>.json`. */
export interface Translation {
  readonly document: string;
  readonly lang: string;
  /** Who made it. */
  readonly by?: string;
  readonly passages: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

/** A translation that a document of this corpus may have. */
export interface FoundTranslation extends Translation {
  readonly path: string;
  /** Changes when the file is written. */
  readonly stamp: string;
}

const MAX_BYTES = 20_000_000;

/** The translations of a corpus by document, each in the order of the languages. What is none is told and left out. */
export function readTranslations(
  folder: string,
  say: (line: string) => void,
): ReadonlyMap<string, readonly FoundTranslation[]> {
  const root = join(folder, 'translations');
  const found = new Map<string, FoundTranslation[]>();
  if (!existsSync(root) || !statSync(root).isDirectory()) return found;
  for (const lang of readdirSync(root).sort()) {
    if (!/^[a-z]{2,3}$/.test(lang) || !statSync(join(root, lang)).isDirectory()) continue;
    for (const name of readdirSync(join(root, lang)).sort()) {
      if (!name.endsWith('.json')) continue;
      const path = join(root, lang, name);
      const read = readTranslation(join(root, lang), name, lang);
      if (typeof read === 'string') {
        say(`${path}: warning: ${read}; left out [bad-translation]`);
        continue;
      }
      const known = found.get(read.document) ?? [];
      found.set(read.document, [
        ...known.filter((other) => other.lang !== lang),
        { ...read, path, stamp: stampOf(path) },
      ]);
    }
  }
  return found;
}

/**
 * What the site keeps of a translation. What does not fit the text is told and left out: every sentence that is translated
 * has to be one of the document.
 */
export function alignTranslation(read: FoundTranslation, file: DocumentFile, say: (line: string) => void): string {
  for (const fault of misaligned(read, file)) say(`${read.path}: warning: ${fault} [translation-alignment]`);
  const spans = new Set(file.analysis.passages.map(({ start, end }) => `${start}-${end}`));
  const passages = read.passages.filter(({ start, end }) => spans.has(`${start}-${end}`));
  return JSON.stringify({ lang: read.lang, by: read.by ?? null, passages });
}

function stampOf(path: string): string {
  const { size, mtimeMs } = statSync(path);
  return `${path} ${size} ${mtimeMs}`;
}

/** The translation, or what is the matter with it. */
function readTranslation(folder: string, name: string, lang: string): Translation | string {
  const file = readGuideFile(folder, name, MAX_BYTES);
  if (file === null || 'fault' in file) return file?.fault ?? 'gone';
  let value: unknown;
  try {
    value = JSON.parse(file.content);
  } catch {
    return 'not JSON';
  }
  if (typeof value !== 'object' || value === null) return 'expected an object';
  const { document, lang: own, by, passages } = value as Record<string, unknown>;
  if (typeof document !== 'string') return '"document" must be the id of a document';
  if (own !== lang) return `"lang" must be "${lang}", as the folder says`;
  if (!Array.isArray(passages) || !passages.every(isPassage)) return '"passages" must be a list of {start, end, text}';
  return { document, lang, passages, ...(typeof by === 'string' ? { by } : {}) };
}

function isPassage(value: unknown): value is Translation['passages'][number] {
  if (typeof value !== 'object' || value === null) return false;
  const { start, end, text } = value as Record<string, unknown>;
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) && typeof text === 'string';
}

/** Sentences that are translated and are not there, and such that are there and not translated. */
function misaligned({ passages }: Translation, { analysis }: DocumentFile): string[] {
  const spans = analysis.passages.filter(({ furniture }) => !furniture).map(({ start, end }) => `${start}-${end}`);
  const all = new Set(analysis.passages.map(({ start, end }) => `${start}-${end}`));
  const done = new Set(passages.map(({ start, end }) => `${start}-${end}`));
  return [
    ...[...done].filter((span) => !all.has(span)).map((span) => `${span} is no sentence of the document; left out`),
    ...spans.filter((span) => !done.has(span)).map((span) => `the sentence ${span} is not translated`),
  ];
}
