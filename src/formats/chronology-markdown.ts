import type { Atlas, DocumentFile } from '../core/model/atlas.ts';
import type { Difference } from '../core/model/event.ts';
import type { EventRow, Selection } from './atlas-rows.ts';
import { type ChronologyEntry, chronology } from './chronology.ts';
import {
  aboutWord,
  type ChronologyWords,
  dateWord,
  differenceWord,
  ENGLISH,
  figureWords,
  kindWord,
} from './chronology-words.ts';
import { webAddress } from './metadata.ts';

/**
 * The chronology as Markdown (CommonMark): a heading a day or period, an entry an event, under it each passage as a
 * quotation with its speaker and its source, and where sources differ, what each says. Text of documents is only text.
 */
export function chronologyMarkdown(
  atlas: Atlas,
  documents: readonly DocumentFile[],
  selection: Selection = {},
  words: ChronologyWords = ENGLISH,
): string {
  const lines = [`# ${plain(words.chronology)}: ${plain(atlas.titles[words.lang] ?? atlas.title)}`, ''];
  const cited = new Map<string, { number: number; line: string }>();
  let heading: string | null = null;
  for (const entry of chronology(atlas, documents, selection)) {
    const date = entry.date === null ? words.undated : dateWord(words, entry.date);
    if (date !== heading) lines.push(`## ${plain(date)}`, '');
    heading = date;
    lines.push(`**${plain(kindWord(words, entry.kind))}**${comma(words)}${plain(placeOf(entry, words))}`, '');
    for (const row of entry.tellings) {
      const { document } = row;
      const source = cited.get(document.id) ?? { number: cited.size + 1, line: sourceMarkdown(document, words) };
      cited.set(document.id, source);
      lines.push(...tellingLines(row, source.number, words));
    }
    for (const difference of entry.differences) lines.push(differenceLine(difference, words), '');
  }
  lines.push(
    `## ${plain(words.sources)}`,
    '',
    ...[...cited.values()].map(({ number, line }) => `${number}. ${line}`),
    '',
    `${plain(words.licence)}: ${plain(words.licenceText)}`,
    '',
  );
  return lines.join('\n');
}

const comma = ({ lang }: ChronologyWords) => (lang === 'ar' ? '، ' : ', ');

function placeOf({ place, placeId }: ChronologyEntry, words: ChronologyWords): string {
  return place ? (place[words.lang]?.[0] ?? place.en?.[0] ?? placeId ?? '') : words.placeUnknown;
}

function tellingLines(row: EventRow, source: number, words: ChronologyWords): string[] {
  const { event } = row;
  const sure = [
    words.factuality[event.factuality],
    event.dateBasis === 'document' ? words.dateBasis.document : '',
    row.placeConfidence === null ? '' : words.placeSure.replace('#', String(Math.round(row.placeConfidence * 100))),
  ].filter(Boolean);
  const lines = [
    `> ${plain(row.passage)}`,
    '>',
    `> — ${plain(words.says)} ${plain(row.speaker ?? words.article)} \\[${source}\\] (${plain(sure.join(comma(words)))})`,
    '',
  ];
  if (event.figures.length > 0) lines.push(`${plain(words.figures)}: ${plain(figureWords(words, row))}`, '');
  return lines;
}

/** Each thing said of one matter, with all who say it. */
function differenceLine(difference: Difference, words: ChronologyWords): string {
  const said = new Map<string, Set<string>>();
  for (const { value, attributedTo } of difference.tellings) {
    const shown = differenceWord(words, difference, value);
    said.set(shown, (said.get(shown) ?? new Set()).add(attributedTo ?? words.article));
  }
  const sides = [...said].map(([value, speakers]) => `${plain(value)} (${plain([...speakers].join(comma(words)))})`);
  const separator = words.lang === 'ar' ? '؛ ' : '; ';
  return `${plain(words.differ)} (${plain(aboutWord(words, difference.about))}): ${sides.join(separator)}`;
}

function sourceMarkdown(document: EventRow['document'], words: ChronologyWords): string {
  const url = document.url === null ? null : webAddress(document.url);
  const { title: own, titles, author, source, date } = document;
  const parts = [titles[words.lang] ?? own, author, source, date && dateWord(words, date)];
  const title = plain(parts.filter(Boolean).join(comma(words)));
  return url ? `[${title}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)` : title;
}

/** Text in which nothing is Markdown or HTML. Line breaks become spaces: a quotation is one paragraph. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~&]/g, (sign) =>
      sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : sign === '&' ? '&amp;' : `\\${sign}`,
    )
    .replace(
      /^(\s*)([-+]|\d+[.)])(?=\s)/,
      (_, gap: string, mark: string) => `${gap}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
    )
    .replace(/^(\s*)(=+|-+)\s*$/, '$1\\$2')
    .trim();
}
