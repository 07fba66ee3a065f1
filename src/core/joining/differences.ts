import type { Difference } from '../model/event.ts';
import { foldName } from '../text/fold.ts';
import { plainNoun } from '../text/plain-noun.ts';
import type { Telling } from './telling.ts';

type Told = Difference['tellings'][number];

/** What the tellings of one event say differently: figures by what they count, dates, names and words for it. Nothing is averaged. */
export function differencesOf(tellings: readonly Telling[]): Difference[] {
  const events = tellings.map(({ event }) => event);
  const differences: Difference[] = [];
  /** Lists what each telling says of a matter when not all say the same. */
  const list = (about: string, said: readonly Told[], plain: (value: string) => string = (value) => value) => {
    if (new Set(said.map(({ value }) => plain(value))).size > 1) differences.push({ about, tellings: said });
  };
  const says = (at: number, value: string): Told => ({
    documentId: tellings[at]?.documentId ?? '',
    eventId: events[at]?.id ?? '',
    value,
    attributedTo: events[at]?.attributedTo ?? null,
  });
  const counts = [...new Set(events.flatMap(({ figures }) => figures.map(({ what }) => what)))].sort();
  for (const what of counts)
    list(
      what,
      events.flatMap(({ figures }, at) =>
        figures
          .filter((figure) => figure.what === what)
          .map(({ atLeast, atMost, approx, value }) =>
            says(at, `${atLeast ? '>' : atMost ? '≤' : approx ? '~' : ''}${value}`),
          ),
      ),
    );
  list(
    'date',
    events.flatMap(({ date, dateBasis }, at) => (date !== null && dateBasis === 'passage' ? [says(at, date)] : [])),
  );
  // the names of one script: that another language writes it otherwise is no difference
  for (const script of [ARABIC, LATIN, CYRILLIC])
    list(
      'place',
      tellings.flatMap(({ placeName }, at) => (placeName && script.test(placeName) ? [says(at, placeName)] : [])),
      foldName,
    );
  list(
    'framing',
    events.flatMap(({ framing }, at) => framing.map((word) => says(at, word))),
    plainNoun,
  );
  // one says that the truce holds, another that it is broken
  const kinds = new Set(events.map(({ kind }) => kind));
  if (kinds.has('ceasefire') && kinds.has('ceasefire-violation'))
    list(
      'kind',
      events.map(({ kind }, at) => says(at, kind)),
    );
  return differences;
}

const ARABIC = /\p{Script=Arabic}/u;
const LATIN = /\p{Script=Latin}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
