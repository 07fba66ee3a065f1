import { signal } from '@preact/signals';
import type { Atlas } from '../../core/model/atlas.ts';
import type { SearchRequest, SearchResults } from '../../worker/search-messages.ts';
import { ar } from '../i18n/ar.ts';
import { en } from '../i18n/en.ts';
import { documentAddress } from './load.ts';
import { translationUrl } from './translations.ts';

/** The last answer; an answer to an older query is not shown. */
export const searchResults = signal<SearchResults | null>(null);

let worker: Worker | null = null;
let loaded: Atlas | null = null;
let serial = 0;

/** Asks the worker, which is started by the first question. */
export function search(atlas: Atlas, text: string): void {
  if (!worker) {
    worker = new Worker(new URL('../../worker/search.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<SearchResults>) => {
      if (data.serial === serial) searchResults.value = data;
    });
  }
  if (loaded !== atlas) {
    loaded = atlas;
    post(indexOf(atlas));
  }
  serial++;
  if (text.trim() === '') {
    searchResults.value = null;
    return;
  }
  post({ type: 'query', serial, text });
}

function post(request: SearchRequest): void {
  worker?.postMessage(request);
}

function indexOf(atlas: Atlas): SearchRequest {
  const weights = new Int32Array(atlas.places.length);
  for (const place of atlas.mentions.place) if (place >= 0) weights[place]!++;
  const placeIds = new Map(atlas.places.map((place, index) => [place.id, index]));
  const words = new Map<number, Set<string>>();
  for (const event of atlas.events) {
    const known = words.get(event.joined) ?? new Set<string>();
    known.add(event.trigger);
    for (const actor of event.actors) known.add(actor);
    words.set(event.joined, known);
  }
  return {
    type: 'load',
    places: atlas.places.map((place, index) => ({
      id: place.id,
      names: [...new Set([...Object.values(place.names).flat(), ...place.surfaces])],
      weight: weights[index]!,
    })),
    events: atlas.joinedEvents.map((joined, index) => {
      const place = joined.placeId ? atlas.places[placeIds.get(joined.placeId) ?? -1] : undefined;
      const names = place ? Object.values(place.names).flat().join(' ') : '';
      return {
        id: joined.id,
        text: [
          en.kinds[joined.kind],
          ar.kinds[joined.kind],
          names,
          joined.date ?? '',
          ...(words.get(index) ?? []),
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
