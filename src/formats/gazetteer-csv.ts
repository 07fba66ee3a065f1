import { idOfName, type ListedPlace, languageOfName } from './listed-place.ts';

const NAMES = ['name', 'name_ar', 'name_en', 'name_hy', 'name_az', 'name_ru'];
const COLUMNS = 'id,name,lat,lon and optionally name_ar,name_en,kind,rank,country,period';

/**
 * Reads places of a CSV file line by line, so that a file of any size fits in memory; a cell has no line break. Takes the
 * line of the header, and gives what reads the others, or what is wrong with it.
 */
export function csvPlaceReader(header: string, source: string): ((line: string) => ListedPlace) | string {
  const columns = cellsOf(header).map((cell) => cell.trim().toLowerCase());
  for (const column of ['lat', 'lon'])
    if (!columns.includes(column)) return `no column "${column}"; expected ${COLUMNS}`;
  return (line) => {
    const cells = cellsOf(line);
    const cell = (name: string) => cells[columns.indexOf(name)]?.trim() ?? '';
    const number = (name: string) => (cell(name) === '' ? Number.NaN : Number(cell(name)));
    const names = NAMES.flatMap((column) =>
      cell(column)
        .split('|')
        .map((text) => text.trim())
        .filter(Boolean)
        .map((text) => ({ text, language: column.slice(5) || languageOfName(text) })),
    );
    return {
      id: cell('id') || idOfName(names[0]?.text ?? ''),
      names,
      kind: cell('kind'),
      lat: number('lat'),
      lon: number('lon'),
      rank: Number(cell('rank')) || 0,
      country: cell('country'),
      period: cell('period'),
      source,
    };
  };
}

/**
 * Cells of one line (RFC 4180). Not papaparse, which takes whole tables: called for each of a million lines it takes
 * thirteen times as long.
 */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    (match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? '',
  );
}
