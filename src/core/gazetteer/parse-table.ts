import { PLACE_KINDS, type PlaceKind } from '../model/place.ts';

/** A row of a gazetteer table (`geo/README.md`), still without what a package adds to it. */
export interface TableRow {
  readonly file: string;
  readonly line: number;
  readonly id: string;
  readonly kind: PlaceKind | null;
  readonly gn: number;
  readonly code: string;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly rank: number;
  readonly names: Readonly<Record<string, readonly TableName[]>>;
  readonly demonyms: readonly TableName[];
  readonly peoples: readonly TableName[];
  readonly englishDemonyms: readonly TableName[];
  readonly period: string;
  readonly parents: readonly string[];
  readonly source: string;
  readonly note: Readonly<Record<string, string>>;
  readonly usage: string;
}

export interface TableName {
  readonly text: string;
  /** The name is also a common word or a personal name: it needs evidence in the text. */
  readonly ambiguous: boolean;
}

export interface TableFault {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

const COLUMNS = new Set([
  'id',
  'kind',
  'gn',
  'code',
  'lat',
  'lon',
  'rank',
  'ar',
  'en',
  'hy',
  'az',
  'ru',
  'demonym_ar',
  'people_ar',
  'demonym_en',
  'period',
  'parents',
  'source',
  'note_en',
  'note_ar',
  'usage',
]);
const LANGUAGES = ['ar', 'en', 'hy', 'az', 'ru'] as const;
const KINDS = new Set<string>(PLACE_KINDS);
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  ar: /^[\p{Script=Arabic}\p{M}\p{N}\s\-–'’"“”«».()،/]+$/u,
  hy: /^[\p{Script=Armenian}\p{N}\s\-–'’".()֊]+$/u,
  ru: /^[\p{Script=Cyrillic}\p{N}\s\-–—'’".()«»]+$/u,
};

function parseNames(cell: string, language: string, fault: (message: string) => void): TableName[] {
  if (cell === '') return [];
  const names: TableName[] = [];
  for (const part of cell.split('|')) {
    let text = part.trim();
    const ambiguous = text.startsWith('?');
    if (ambiguous) text = text.slice(1).trim();
    if (text === '') {
      fault(`empty name in column ${language}`);
      continue;
    }
    const script = SCRIPTS[language];
    if (script && !script.test(text)) fault(`"${text}" in column ${language} is not written in its script`);
    if (!names.some((name) => name.text === text)) names.push({ text, ambiguous });
  }
  return names;
}

/** Parses one table; every fault is told with its line, and the rows that are sound are returned all the same. */
export function parseTable(file: string, content: string): { rows: TableRow[]; faults: TableFault[] } {
  const rows: TableRow[] = [];
  const faults: TableFault[] = [];
  let header: string[] | null = null;
  let hasSource = false;
  let hasLicence = false;
  const lines = content.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const raw = (lines[index] ?? '').replace(/\r$/, '');
    const line = index + 1;
    const fault = (message: string) => faults.push({ file, line, message });
    if (raw.startsWith('#')) {
      if (/^#\s*sources?:/i.test(raw)) hasSource = true;
      if (/^#\s*licen[cs]e:/i.test(raw)) hasLicence = true;
      continue;
    }
    if (raw.trim() === '') continue;
    const cells = raw.split('\t').map((cell) => cell.trim());
    if (header === null) {
      header = cells;
      for (const name of cells) if (!COLUMNS.has(name)) fault(`unknown column "${name}"`);
      if (!hasSource || !hasLicence) fault('the header must have a "# source:" and a "# licence:" line');
      continue;
    }
    if (cells.length > header.length) {
      fault(`${cells.length} cells, ${header.length} columns`);
      continue;
    }
    const cell = (name: string) => {
      const at = header?.indexOf(name) ?? -1;
      const value = at < 0 ? '' : (cells[at] ?? '');
      return value === '-' ? '' : value;
    };
    const number = (name: string, min: number, max: number): number | null => {
      const value = cell(name);
      if (value === '') return null;
      const parsed = Number(value);
      if (!Number.isFinite(parsed) || parsed < min || parsed > max) {
        fault(`${name} "${value}" is not a number from ${min} to ${max}`);
        return null;
      }
      return parsed;
    };
    const gn = number('gn', 1, 100_000_000) ?? 0;
    const id = cell('id') || (gn ? `gn${gn}` : '');
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
      fault(`id "${id}" is not kebab-case`);
      continue;
    }
    const kind = cell('kind');
    if (kind !== '' && !KINDS.has(kind)) {
      fault(`unknown kind "${kind}"`);
      continue;
    }
    if (kind === '' && gn === 0) fault('a row without gn needs a kind');
    const lat = number('lat', -90, 90);
    const lon = number('lon', -180, 180);
    if ((lat === null) !== (lon === null)) fault('lat and lon go together');
    const names: Record<string, TableName[]> = {};
    for (const language of LANGUAGES) {
      const parsed = parseNames(cell(language), language, fault);
      if (parsed.length > 0) names[language] = parsed;
    }
    if (Object.keys(names).length === 0 && gn === 0) fault('no name in any language');
    rows.push({
      file,
      line,
      id,
      kind: kind === '' ? null : (kind as PlaceKind),
      gn,
      code: cell('code'),
      lat,
      lon,
      rank: number('rank', 1, 9) ?? 0,
      names,
      demonyms: parseNames(cell('demonym_ar'), 'ar', fault),
      peoples: parseNames(cell('people_ar'), 'ar', fault),
      englishDemonyms: parseNames(cell('demonym_en'), 'en', fault),
      period: cell('period'),
      parents: cell('parents') === '' ? [] : cell('parents').split(/\s+/),
      source: cell('source'),
      note: Object.fromEntries(
        [
          ['en', cell('note_en')],
          ['ar', cell('note_ar')],
        ].filter(([, text]) => text !== ''),
      ),
      usage: cell('usage'),
    });
  }
  if (header === null) faults.push({ file, line: 1, message: 'no header line' });
  return { rows, faults };
}
