import type { ChronologyWords, ExportFormat } from '../data/export-client.ts';
import { FILE_TYPES, makeExport, saveFile } from '../data/export-client.ts';
import { documentAddress } from '../data/load.ts';
import { formatDate } from '../i18n/dates.ts';
import { messages } from '../i18n/locale.ts';
import { atlas, language, shapes } from '../state/app-state.ts';
import { currentState } from '../state/history.ts';
import { encodeState } from '../state/url.ts';
import { passingRows } from './passing-rows.ts';

/** Makes a file of what the filters leave and hands it over. Gives its name. */
export async function takeAway(format: ExportFormat): Promise<string> {
  const corpus = atlas.value;
  if (!corpus) throw new Error('the atlas is not there yet');
  const content = await makeExport({
    format,
    atlas: corpus,
    ...passingRows(),
    documents: corpus.documents.map(({ file }) => documentAddress(file)),
    shapes: shapes.value ?? { type: 'FeatureCollection', features: [] },
    words: vocabulary(),
  });
  const [ending, type] = FILE_TYPES[format];
  const name = `mawdi-${ending}`;
  saveFile(name, type, content);
  return name;
}

function vocabulary(): ChronologyWords {
  const t = messages.value;
  const c = t.takeAway.chronology;
  return {
    lang: language.value,
    chronology: c.title,
    undated: t.undated,
    placeUnknown: c.placeUnknown,
    article: t.event.article,
    says: c.says,
    differ: c.differ,
    figures: t.event.figures,
    factuality: t.factualities,
    dateBasis: t.eventDateBasis,
    placeSure: c.placeSure,
    sources: c.sources,
    licence: c.licence,
    licenceText: c.licenceText,
    kinds: t.kinds,
    about: { ...t.figures, ...c.about },
    dates: dateWords(),
    columns: c.columns,
  };
}

/** Every date of the corpus's events and documents as the interface writes it. */
function dateWords(): Record<string, string> {
  const dates: Record<string, string> = {};
  const corpus = atlas.value;
  for (const { date, firstDay, lastDay } of [...(corpus?.events ?? []), ...(corpus?.documents ?? [])])
    if (date !== null) dates[date] ??= formatDate(date, firstDay, lastDay, 'long');
  return dates;
}

const pageAddress = () => `${location.origin}${location.pathname}${location.search}`;

/** The whole state of the screen as a link. */
export const linkToView = () => `${pageAddress()}#${encodeState({ ...currentState(), embed: false })}`;

/** A frame with the quiet map, for other pages. */
export function frameSnippet(): string {
  const address = `${pageAddress()}#${encodeState({ ...currentState(), embed: true, story: null, follow: false })}`;
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const title = atlas.value?.titles[language.value] ?? atlas.value?.title ?? messages.value.appName;
  return `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="480" loading="lazy" style="border:0"></iframe>`;
}
