import { formatDate, formatRange } from '../i18n/dates.ts';
import { directionOf, messages } from '../i18n/locale.ts';
import { eventTitle, kindName, languageOf, tellingVoice } from '../i18n/names.ts';
import { atlas } from '../state/app-state.ts';
import { columns, type PassingEvent } from '../state/counts.ts';
import { groupOf } from '../state/kind-groups.ts';
import { Glyph } from './glyph.tsx';
import { SpeakerName } from './speaker-name.tsx';
import { StateLink } from './state-link.tsx';
import { TranslatedLine } from './translated.tsx';

/** Words of so many characters say what happened. */
const ENOUGH = 24;

/** One event of a list: its shape, kind, date, the words that report it and who says so. */
export function EventRow({ event, withPlace = false }: { readonly event: PassingEvent; readonly withPlace?: boolean }) {
  const t = messages.value;
  const corpus = atlas.value;
  const joined = corpus?.joinedEvents[event.joined];
  const first = event.tellings[0];
  const telling = first === undefined ? undefined : corpus?.events[first];
  if (!joined || !telling || first === undefined) return null;
  const table = columns.value?.events;
  const from = table?.firstDay[first] ?? telling.firstDay;
  const to = table?.lastDay[first] ?? telling.lastDay;
  const gists = event.tellings.map((row) => corpus?.events[row]?.gist ?? '');
  const told = gists.findIndex((text) => text.length >= ENOUGH);
  const gist = gists[told] ?? telling.gist;
  const said = corpus?.events[event.tellings[told] ?? first] ?? telling;
  // each speaker once, in the words of the first telling
  const speakers = new Map<number, number>();
  for (const row of event.tellings) {
    const speaker = corpus?.events[row]?.speaker ?? -1;
    if (!speakers.has(speaker)) speakers.set(speaker, row);
  }
  return (
    <li class="event-row">
      <Glyph group={groupOf(joined.kind)} size={13} />
      <div>
        <div class="event-line">
          <StateLink to={{ type: 'event', id: joined.id }}>
            {withPlace ? eventTitle(joined) : kindName(joined.kind)}
          </StateLink>
          <span class="date">
            {joined.date === telling.date ? formatDate(joined.date, from, to) : formatRange(from, to)}
          </span>
        </div>
        <div class="event-words" lang={languageOf(gist)} dir={directionOf(languageOf(gist))}>
          {gist}
        </div>
        <TranslatedLine document={said.document} start={said.start} />
        <div class="speaker">
          {[...speakers].slice(0, 2).map(([speaker, row], index) => {
            const name = tellingVoice(row);
            return (
              <span key={speaker}>
                {index > 0 && ' · '}
                {speaker < 0 ? <bdi lang={name.lang}>{t.event.article}</bdi> : <SpeakerName name={name} />}
              </span>
            );
          })}
          {speakers.size > 2 && ` ${t.moreCount(speakers.size - 2)}`}
        </div>
      </div>
    </li>
  );
}
