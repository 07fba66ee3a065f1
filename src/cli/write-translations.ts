import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Atlas, DocumentFile } from '../core/model/atlas.ts';

/** A document's translation as it lies beside the corpus: `translations/<lang>/<document>.json`. */
interface Translation {
  readonly document: string;
  readonly lang: string;
  /** Who made it. */
  readonly by?: string;
  readonly passages: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

const MAX_BYTES = 20_000_000;

/**
 * Copies the translations of a corpus to `data/translations/<lang>/<index>.json` and gives the atlas in which each
 * document names the languages it has. What does not fit the text is told and left out: every sentence that is
 * translated has to be one of the document.
 */
export function writeTranslations(folder: string, data: string, atlas: Atlas, say: (line: string) => void): Atlas {
  const root = join(folder, 'translations');
  if (!existsSync(root) || !statSync(root).isDirectory()) return atlas;
  const indexOf = new Map(atlas.documents.map(({ id }, index) => [id, index]));
  const languages = new Map<number, string[]>();
  for (const lang of readdirSync(root).sort()) {
    if (!/^[a-z]{2,3}$/.test(lang) || !statSync(join(root, lang)).isDirectory()) continue;
    for (const name of readdirSync(join(root, lang)).sort()) {
      if (!name.endsWith('.json')) continue;
      const path = join(root, lang, name);
      const read = readTranslation(path, lang);
      if (typeof read === 'string') {
        say(`${path}: warning: ${read}; left out [bad-translation]`);
        continue;
      }
      const index = indexOf.get(read.document);
      if (index === undefined) {
        say(`${path}: warning: no document is called "${read.document}"; left out [bad-translation]`);
        continue;
      }
      const file = JSON.parse(readFileSync(join(data, atlas.documents[index]?.file ?? ''), 'utf8')) as DocumentFile;
      for (const fault of misaligned(read, file)) say(`${path}: warning: ${fault} [translation-alignment]`);
      const target = join(data, 'translations', lang);
      mkdirSync(target, { recursive: true });
      const spans = new Set(file.analysis.passages.map(({ start, end }) => `${start}-${end}`));
      const passages = read.passages.filter(({ start, end }) => spans.has(`${start}-${end}`));
      writeFileSync(join(target, `${index}.json`), JSON.stringify({ lang, by: read.by ?? null, passages }));
      languages.set(index, [...(languages.get(index) ?? []), lang]);
    }
  }
  if (languages.size === 0) return atlas;
  const documents = atlas.documents.map((document, index) => {
    const translations = languages.get(index);
    return translations ? { ...document, translations } : document;
  });
  return { ...atlas, documents };
}

/** The translation, or what is the matter with it. */
function readTranslation(path: string, lang: string): Translation | string {
  if (statSync(path).size > MAX_BYTES) return `more than ${MAX_BYTES} bytes`;
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
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
