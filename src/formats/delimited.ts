import type { Document } from '../core/model/document.ts';
import type { Notice } from '../core/model/notice.ts';
import { decode } from './decode.ts';
import { dayOrder, fileDate } from './file-date.ts';
import { MAX_FILE_BYTES, MAX_ROWS } from './limits.ts';
import { documentOf } from './metadata.ts';
import { cleanId } from './printable.ts';
import { type ReadDocument, type ReadHints, refuse } from './read-document.ts';

type Column = Exclude<keyof Document, 'titles' | 'dateBasis' | 'dateNote'>;

/** The names that each column goes by, folded: lower case, without spaces, signs and the Arabic article. */
const NAMES: Readonly<Record<Column, readonly string[]>> = {
  text: [
    'text',
    'body',
    'content',
    'articlebody',
    'fulltext',
    'articletext',
    'bodytext',
    'maintext',
    'article',
    'story',
    'نص',
    'متن',
    'محتوى',
    'مقال',
    'خبر',
  ],
  id: ['id', 'docid', 'documentid', 'articleid', 'key', 'معرف', 'رقم'],
  title: ['title', 'headline', 'heading', 'عنوان'],
  date: [
    'date',
    'published',
    'datepublished',
    'publishdate',
    'publicationdate',
    'publishedat',
    'publishedon',
    'pubdate',
    'publicationtime',
    'تاريخ',
    'تاريخالنشر',
  ],
  lang: ['lang', 'language', 'لغة'],
  source: ['source', 'publisher', 'publication', 'outlet', 'newspaper', 'site', 'sourcename', 'مصدر', 'صحيفة'],
  author: ['author', 'authors', 'byline', 'writer', 'creator', 'كاتب', 'مؤلف'],
  url: ['url', 'link', 'address', 'href', 'webpage', 'رابط'],
};
/** The column of an unnamed text is the one whose cells are this long on average. */
const TEXT_LENGTH = 80;

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
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter: delimiter === ',' ? '' : delimiter,
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
  const columns = columnsOf(header);
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
  const order = dayOrder(rows.map((row) => row[columns.date ?? -1] ?? ''));
  for (const [index, row] of rows.entries()) {
    if (index === MAX_ROWS) {
      read.push(refuse(id, 'too-many-rows', `Only the first ${MAX_ROWS} rows were read: split the table.`));
      break;
    }
    read.push(readRow(id, index, row, columns, order, index === 0 ? notices : []));
  }
  return read;
}

type Columns = { [Name in Column]?: number };

function readRow(
  id: string,
  index: number,
  row: readonly string[],
  columns: Columns,
  order: ReturnType<typeof dayOrder>,
  notices: readonly Notice[],
): ReadDocument {
  const cell = (name: Column) => {
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
      notices: [...notices, { code: 'empty-row', severity: 'error', message: `Row ${index + 2} holds no text.` }],
    };
  const written = cell('date');
  return documentOf(
    rowId,
    text,
    {
      title: cell('title'),
      date: written === undefined ? undefined : (fileDate(written, order) ?? written),
      lang: cell('lang'),
      source: cell('source'),
      author: cell('author'),
      url: cell('url') || undefined,
    },
    notices,
  );
}

function columnsOf(header: readonly string[]): Columns {
  const folded = header.map((name) =>
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '')
      .replace(/^ال/, ''),
  );
  const columns: Columns = {};
  for (const [column, names] of Object.entries(NAMES) as [Column, readonly string[]][]) {
    const found = names.map((name) => folded.indexOf(name)).find((at) => at >= 0);
    if (found !== undefined) columns[column] = found;
  }
  return columns;
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
