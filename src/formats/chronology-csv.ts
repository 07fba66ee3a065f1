import type { Atlas, DocumentFile } from '../core/model/atlas.ts';
import { type Selection, sourceLine } from './atlas-rows.ts';
import { type ChronologyEntry, chronology } from './chronology.ts';
import { aboutWord, type ChronologyWords, ENGLISH, figureWords, kindWord } from './chronology-words.ts';
import { type Cell, toCsv } from './csv.ts';

type Telling = ChronologyEntry['tellings'][number];

/** The columns by their English heads: one telling a row. Dates stay in EDTF and ISO form, for machines read them too. */
const COLUMNS: Readonly<Record<string, (entry: ChronologyEntry, row: Telling, words: ChronologyWords) => Cell>> = {
  event: ({ id }) => id,
  date: (_, { event }) => event.date,
  from: (_, { from }) => from,
  to: (_, { to }) => to,
  kind: (_, { event }, words) => kindWord(words, event.kind),
  place_id: ({ placeId }) => placeId,
  name_en: ({ place }) => place?.en?.[0],
  name_ar: ({ place }) => place?.ar?.[0],
  passage: (_, { passage }) => passage,
  speaker: (_, { speaker }, words) => speaker ?? words.article,
  speaker_id: (_, { speakerId }) => speakerId,
  speaker_name: (_, { speakerName }) => speakerName,
  figures: (_, row, words) => figureWords(words, row),
  factuality: (_, { event }, words) => words.factuality[event.factuality],
  date_basis: (_, { event }, words) => event.dateBasis && words.dateBasis[event.dateBasis],
  place_confidence: (_, { placeConfidence }) => placeConfidence,
  sources_differ: ({ differences }, _, words) => differences.map(({ about }) => aboutWord(words, about)).join('; '),
  document: (_, { document }) => document.id,
  source: (_, { document }) => sourceLine(document),
  url: (_, { document }) => document.url,
  licence: (_entry, _row, words) => words.licenceText,
};

/** The chronology as a table in RFC 4180 form. */
export function chronologyCsv(
  atlas: Atlas,
  documents: readonly DocumentFile[],
  selection: Selection = {},
  words: ChronologyWords = ENGLISH,
): string {
  const cells = Object.values(COLUMNS);
  return toCsv(
    Object.keys(COLUMNS).map((name) => words.columns[name] ?? name),
    chronology(atlas, documents, selection).flatMap((entry) =>
      entry.tellings.map((row) => cells.map((cell) => cell(entry, row, words))),
    ),
  );
}
