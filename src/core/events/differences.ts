import type { Difference, Event } from '../model/event.ts';

type Tellings = Difference['tellings'][number][];

/** What the tellings of one event say differently: figures by what they count, dates, words for it. Nothing is averaged. */
export function differencesOf(events: readonly Event[]): Difference[] {
  const differences: Difference[] = [];
  const counts = [...new Set(events.flatMap((event) => event.figures.map((figure) => figure.what)))].sort();
  for (const what of counts) {
    const tellings: Tellings = [];
    const values = new Set<string>();
    for (const event of events)
      for (const figure of event.figures) {
        if (figure.what !== what) continue;
        const value = `${figure.atLeast ? '>' : figure.atMost ? '≤' : figure.approx ? '~' : ''}${figure.value}`;
        values.add(value);
        tellings.push({ eventId: event.id, value, attributedTo: event.attributedTo });
      }
    if (values.size > 1) differences.push({ about: what, tellings });
  }
  const dates: Tellings = [];
  for (const event of events)
    if (event.date !== null && event.dateBasis === 'passage')
      dates.push({ eventId: event.id, value: event.date, attributedTo: event.attributedTo });
  if (new Set(dates.map((telling) => telling.value)).size > 1) differences.push({ about: 'date', tellings: dates });
  const framings: Tellings = [];
  for (const event of events)
    for (const word of event.framing)
      framings.push({ eventId: event.id, value: word, attributedTo: event.attributedTo });
  if (new Set(framings.map((telling) => plain(telling.value))).size > 1)
    differences.push({ about: 'framing', tellings: framings });
  // one says that the truce holds, another that it is broken
  const held: Tellings = [];
  for (const event of events) held.push({ eventId: event.id, value: event.kind, attributedTo: event.attributedTo });
  if (
    events.some((event) => event.kind === 'ceasefire') &&
    events.some((event) => event.kind === 'ceasefire-violation')
  )
    differences.push({ about: 'kind', tellings: held });
  return differences;
}

const plain = (word: string) => word.replace(/^(?:لل|ال|ل)/u, '').replace(/\s+ال/gu, ' ');
