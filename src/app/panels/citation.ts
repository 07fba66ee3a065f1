import type { AtlasDocument } from '../../core/model/atlas.ts';
import { formatDate } from '../i18n/dates.ts';
import { documentTitle } from '../i18n/names.ts';
import { language } from '../state/app-state.ts';
import { EMPTY_STATE, encodeState } from '../state/url.ts';

/** The address of a mention in its document, on this site. */
function linkTo(document: AtlasDocument, mention: number): string {
  const hash = encodeState({
    ...EMPTY_STATE,
    selection: { type: 'document', id: document.id, mention },
    language: language.value,
  });
  return `${location.origin}${location.pathname}#${hash}`;
}

/** A passage as it is quoted: words, author, title, date, source, link. */
export function citation(document: AtlasDocument, quote: string, mention: number): string {
  const parts = [
    document.author,
    documentTitle(document).text,
    document.source,
    formatDate(document.date, document.firstDay, document.lastDay, 'long'),
  ];
  return `“${quote}”\n— ${parts.filter(Boolean).join(', ')}. ${linkTo(document, mention)}`;
}
