import { signal } from '@preact/signals';
import type { Atlas } from '../../core/model/atlas.ts';
import type { FoundNames, NameList, SearchRequest, SearchResults } from '../../worker/search-messages.ts';
import type { Messages } from '../i18n/en.ts';
import { learnWords } from '../i18n/locale.ts';
import { documentAddress } from './load.ts';
import { translationUrl } from './translations.ts';

/** A well-known place that the corpus does not name. */
export type ElsewhereHit = SearchResults['elsewhere'][number];

/** The last answer; an answer to an older query is not shown. */
export const searchResults = signal<SearchResults | null>(null);

let worker: Worker | null = null;
let loaded: Atlas | null = null;
let serial = 0;
/** Settles when the worker has been given what it searches. */
let given: Promise<void> = Promise.resolve();

/** The last answer for each list of choices that is narrowed by typing. */
export const foundNames = signal<Partial<Record<NameList, FoundNames>>>({});
let findSerial = 0;

/** Starts the worker with the first question, and gives it the atlas that is asked about. */
function ready(atlas: Atlas): void {
  if (!worker) {
    worker = new Worker(new URL('../../worker/search.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<SearchResults | FoundNames>) => {
      if (data.type === 'found') {
        if (data.serial === findSerial) foundNames.value = { ...foundNames.peek(), [data.list]: data };
      } else if (data.serial === serial) searchResults.value = data;
    });
  }
  if (loaded !== atlas) {
    loaded = atlas;
    given = wordsOfAll().then((words) => post(indexOf(atlas, words)));
  }
}

/** Asks the worker for places, events and texts. */
export function search(atlas: Atlas, text: string): void {
  ready(atlas);
  serial++;
  if (text.trim() === '') {
    searchResults.value = null;
    return;
  }
  const request: SearchRequest = { type: 'query', serial, text };
  void given.then(() => post(request));
}

/** Asks the worker which entries of a list answer to what was typed, in any script and spelling. */
export function find(atlas: Atlas, list: NameList, text: string): void {
  ready(atlas);
  findSerial++;
  if (text.trim() === '') foundNames.value = { ...foundNames.peek(), [list]: undefined };
  else {
    const request: SearchRequest = { type: 'find', serial: findSerial, list, text };
    void given.then(() => post(request));
  }
}

function post(request: SearchRequest): void {
  worker?.postMessage(request);
}

/** Kinds of events are found in either language, whichever the interface speaks. */
async function wordsOfAll(): Promise<readonly Messages[]> {
  const all = await Promise.allSettled([learnWords('en'), learnWords('ar')]);
  return all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}

function indexOf(atlas: Atlas, words: readonly Messages[]): SearchRequest {
  const weights = new Int32Array(atlas.places.length);
  for (const place of atlas.mentions.place) if (place >= 0) weights[place]!++;
  const placeIds = new Map(atlas.places.map((place, index) => [place.id, index]));
  const triggers = new Map<number, Set<string>>();
  for (const event of atlas.events) {
    const known = triggers.get(event.joined) ?? new Set<string>();
    known.add(event.trigger);
    for (const actor of event.actors) known.add(actor);
    triggers.set(event.joined, known);
  }
  const placeNames = atlas.places.map((place) => [
    ...new Set([...Object.values(place.names).flat(), ...place.surfaces]),
  ]);
  return {
    type: 'load',
    data: new URL('data/', document.baseURI).href,
    places: atlas.places.map((place, index) => ({
      id: place.id,
      names: placeNames[index]!,
      weight: weights[index]!,
    })),
    lists: {
      places: placeNames,
      speakers: atlas.speakers.map(({ names, glosses }) => [
        ...names,
        ...Object.values(glosses ?? {}).flatMap((all) => all.filter((one) => one !== null)),
      ]),
      documents: atlas.documents.map(({ id, title, titles }) => [id, title, ...Object.values(titles)]),
    },
    events: atlas.joinedEvents.map((joined, index) => {
      const place = joined.placeId ? atlas.places[placeIds.get(joined.placeId) ?? -1] : undefined;
      const names = place ? Object.values(place.names).flat().join(' ') : '';
      return {
        id: joined.id,
        text: [
          ...words.map(({ kinds }) => kinds[joined.kind]),
          names,
          joined.date ?? '',
          ...(triggers.get(index) ?? []),
        ].join(' '),
      };
    }),
    documents: atlas.documents.map((document) => ({
      id: document.id,
      url: documentAddress(document.file),
      translations: (document.translations ?? []).flatMap((lang) => {
        const url = translationUrl(document, lang);
        return url === null ? [] : [{ lang, url }];
      }),
    })),
  };
}
