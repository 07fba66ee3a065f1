import type { AtlasEvent } from '../../core/model/atlas.ts';
import type { EventKind, JoinedEvent } from '../../core/model/event.ts';
import { formatDate } from '../i18n/dates.ts';
import { formatNumber, messages } from '../i18n/locale.ts';
import { kindName, languageOf, type Named, tellingVoice } from '../i18n/names.ts';
import { atlas, language } from '../state/app-state.ts';

/** A matter on which the tellings of an event differ: each thing said of it, with all who say it. */
export interface ToldDifferently {
  readonly about: string;
  readonly label: string;
  readonly said: readonly { readonly value: Named; readonly speakers: readonly Named[] }[];
}

/** Where the given tellings (rows of the events) differ, each speaker in the words of its document. */
export function toldDifferently(joined: JoinedEvent, tellings: readonly number[]): ToldDifferently[] {
  const corpus = atlas.value;
  if (!corpus) return [];
  const t = messages.value;
  const words: Readonly<Record<string, string>> = { ...t.figures, ...t.takeAway.chronology.about };
  const rows = new Map(
    tellings.map((row) => {
      const event = corpus.events[row]!;
      return [`${corpus.documents[event.document]?.id} ${event.id}`, row] as const;
    }),
  );
  return joined.differences.flatMap(({ about, tellings: told }) => {
    const said = new Map<string, { value: Named; speakers: Map<string, Named> }>();
    for (const { documentId, eventId, value } of told) {
      const row = rows.get(`${documentId} ${eventId}`);
      if (row === undefined) continue;
      const shown = valueName(about, value, corpus.events[row]!);
      const known = said.get(shown.text) ?? { value: shown, speakers: new Map() };
      said.set(shown.text, known);
      const speaker = tellingVoice(row);
      known.speakers.set(speaker.text, speaker);
    }
    if (said.size < 2) return [];
    const sides = [...said.values()].map(({ value, speakers }) => ({ value, speakers: [...speakers.values()] }));
    return [{ about, label: words[about] ?? about, said: sides }];
  });
}

function valueName(about: string, value: string, event: AtlasEvent): Named {
  const lang = language.value;
  if (about === 'date') return { text: formatDate(event.date, event.firstDay, event.lastDay), lang };
  if (about === 'kind') return { text: kindName(value as EventKind), lang };
  const figure = /^([>≤~]?)(\d+)$/.exec(value);
  if (!figure) return { text: value, lang: languageOf(value) };
  const [, sign = '', number = ''] = figure;
  return { text: `${sign === '>' ? '≥ ' : sign === '≤' ? '≤ ' : sign}${formatNumber(Number(number))}`, lang };
}
