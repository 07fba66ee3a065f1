import type { Notice } from '../core/model/notice.ts';
import { decode } from './decode.ts';
import { type Field, fieldsAmong } from './field-names.ts';
import { type DayOrder, dayOrder, fileDate } from './file-date.ts';
import { MAX_FILE_BYTES, MAX_ROWS } from './limits.ts';
import { documentOf, languageTag } from './metadata.ts';
import { cleanId, printable } from './printable.ts';
import { type ReadDocument, type ReadHints, refuse } from './read-document.ts';

/** The column of an unnamed text is the one whose cells are this long on average. */
const TEXT_LENGTH = 80;
/** The first line by which Excel tells itself what stands between the cells. */
const SEPARATOR_LINE = /^"?sep=([^\r\n])"?\r?\n/i;

/** Reads a table of documents, one a row, columns by their names: comma, semicolon, tab or bar between the cells. */
export function readDelimited(delimiter: ',' | '\t') {
  return async (id: string, bytes: Uint8Array, hints: ReadHints = {}): Promise<ReadDocument[]> => {
    if (bytes.length > MAX_FILE_BYTES)
      return [
        refuse(id, 'file-too-large', `The table has ${bytes.length} bytes, more than ${MAX_FILE_BYTES}: split it.`),
      ];
    const { text, notices } = decode(bytes, hints.charset);
    if (text === null) return [{ document: null, id, notices }];
    return readTable(id, text, delimiter, notices);
  };
}

async function readTable(
  id: string,
  text: string,
  delimiter: ',' | '\t',
  decoded: readonly Notice[],
): Promise<ReadDocument[]> {
  const { default: Papa } = await import('papaparse');
  const said = SEPARATOR_LINE.exec(text);
  const { data, errors, meta } = Papa.parse<string[]>(said ? text.slice(said[0].length) : text, {
    delimiter: said?.[1] ?? (delimiter === ',' ? '' : delimiter),
    delimitersToGuess: [',', ';', '\t', '|'],
    skipEmptyLines: 'greedy',
    preview: MAX_ROWS + 2,
  });
  const [header, ...rows] = data;
  if (!header || rows.length === 0)
    return [
      refuse(
        id,
        'empty-table',
        'The table holds no row below its header; expected a column "text" and a row for each document.',
      ),
    ];
  const notices: Notice[] = [...decoded];
  const columns = fieldsAmong(header);
  if (columns.text === undefined) {
    const guess = longest(header.length, rows);
    if (guess === null)
      return [
        refuse(
          id,
          'no-text-column',
          `No column "text" among ${header
            .slice(0, 12)
            .map((name) => `"${name.slice(0, 40)}"`)
            .join(', ')}: name the column that holds the texts "text".`,
        ),
      ];
    columns.text = guess;
    notices.push({
      code: 'text-column-guessed',
      severity: 'info',
      message: `No column is called "text": the texts were taken from "${(header[guess] ?? '').slice(0, 80)}".`,
    });
  }
  const fault = errors.find(({ type }) => type === 'Quotes');
  if (fault)
    notices.push({
      code: 'bad-quotes',
      severity: 'warning',
      message: `The quotation marks of the table do not match (row ${(fault.row ?? 0) + 1}): rows may have run together.`,
    });
  const read: ReadDocument[] = [];
  const table: Table = {
    id,
    columns,
    width: header.length,
    delimiter: meta.delimiter,
    order: dayOrder(rows.map((row) => row[columns.date ?? -1] ?? '')),
  };
  for (const [index, row] of rows.entries()) {
    if (index === MAX_ROWS) {
      read.push(refuse(id, 'too-many-rows', `Only the first ${MAX_ROWS} rows were read: split the table.`));
      break;
    }
    const { cells, notices: faults } = withinHeading(row, index + 2, table);
    read.push(readRow(table, index, cells, index === 0 ? [...notices, ...faults] : faults));
  }
  return read;
}

interface Table {
  readonly id: string;
  readonly columns: { readonly [Name in Field]?: number };
  /** How many cells the heading has. */
  readonly width: number;
  readonly delimiter: string;
  readonly order: DayOrder;
}

/** A row of no more cells than the heading: a text in the last column takes in what an unquoted comma cut off it. */
function withinHeading(
  row: readonly string[],
  number: number,
  { columns, width, delimiter }: Table,
): { cells: readonly string[]; notices: Notice[] } {
  let filled = row.length;
  while (filled > width && row[filled - 1]?.trim() === '') filled--;
  if (filled <= width) return { cells: row, notices: [] };
  const kept = columns.text === width - 1;
  const last = row.slice(width - 1, filled).join(delimiter);
  return {
    cells: kept ? [...row.slice(0, width - 1), last] : row,
    notices: [
      {
        code: 'too-many-cells',
        severity: 'warning',
        message: `Row ${number} has ${filled} cells, the heading ${width}: ${kept ? 'the last ones were taken into the text' : 'the last ones were left out, and the others may stand in the wrong columns'}. Put a text with "${printable(delimiter)}" in it between quotation marks.`,
      },
    ],
  };
}

function readRow(
  { id, columns, order }: Table,
  index: number,
  row: readonly string[],
  before: readonly Notice[],
): ReadDocument {
  const cell = (name: Field) => {
    const at = columns[name];
    return at === undefined ? undefined : row[at];
  };
  const own = cell('id')?.trim();
  const rowId = own ? cleanId(own) : `${id}-${index + 1}`;
  const text = cell('text') ?? '';
  if (text.trim() === '')
    return {
      document: null,
      id: rowId,
      notices: [...before, { code: 'empty-row', severity: 'error', message: `Row ${index + 2} holds no text.` }],
    };
  const notices = [...before];
  const lang = cell('lang')?.trim();
  if (lang && languageTag(lang) === undefined)
    notices.push({
      code: 'language-left-out',
      severity: 'info',
      message: `Its language "${printable(lang)}" is no language tag and was left out.`,
    });
  const written = cell('date');
  return documentOf(
    rowId,
    text,
    {
      title: cell('title'),
      date: written === undefined ? undefined : (fileDate(written, order) ?? written),
      lang,
      source: cell('source'),
      author: cell('author'),
      url: cell('url') || undefined,
    },
    notices,
  );
}

function longest(width: number, rows: readonly (readonly string[])[]): number | null {
  const sample = rows.slice(0, 200);
  let best: number | null = null;
  let most = TEXT_LENGTH * sample.length;
  for (let column = 0; column < Math.min(width, 500); column++) {
    let total = 0;
    for (const row of sample) total += row[column]?.length ?? 0;
    if (total > most) {
      best = column;
      most = total;
    }
  }
  return best;
}
