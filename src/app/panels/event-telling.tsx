import { NO_DAY } from '../../core/model/atlas.ts';
import { formatRange } from '../i18n/dates.ts';
import { messages } from '../i18n/locale.ts';
import { atlas } from '../state/app-state.ts';
import { columns } from '../state/counts.ts';
import { correctionSlots } from './correction-slots.ts';
import { Passage } from './passage.tsx';

/** One telling of an event: its passage, how far it is one, and its date where that is another than the event's. */
export function Telling({ row }: { readonly row: number }) {
  const t = messages.value;
  const corpus = atlas.value;
  const event = corpus?.events[row];
  const Mend = correctionSlots.value?.Telling;
  const table = columns.value;
  if (!corpus || !event || !table) return null;
  const { mentions: m, firstMention } = table;
  const rows: number[] = [];
  for (let at = firstMention[event.document]!; at < firstMention[event.document + 1]!; at++)
    if (m.passage[at] === event.passage && event.place >= 0 && m.place[at] === event.place) rows.push(at);
  const joined = corpus.joinedEvents[event.joined];
  const sure =
    joined?.tellings.find((one) => one.eventId === event.id && one.documentId === corpus.documents[event.document]?.id)
      ?.sure !== false;
  const same = event.firstDay === table.events.firstDay[row] && event.lastDay === table.events.lastDay[row];
  const dated = event.firstDay === NO_DAY || same ? null : formatRange(event.firstDay, event.lastDay);
  return (
    <div class="passage-group">
      {(event.factuality !== 'reported' || !sure) && (
        <p class="factuality">
          {event.factuality === 'negated' ? t.event.denied : event.factuality === 'possible' ? t.event.possible : ''}
          {!sure && ` ${t.event.unsure}`}
        </p>
      )}
      <Passage document={event.document} passage={event.passage} rows={rows} speaker={event.speaker} at={event.start} />
      {dated && <p class="quiet">{dated}</p>}
      {Mend && <Mend row={row} />}
    </div>
  );
}
