import { readDocumentFile } from './document-file.ts';
import { SearchIndex } from './search-index.ts';
import type { SearchDocument, SearchRequest, SearchResults } from './search-messages.ts';

/** The search of the explorer, off the main thread. Texts are fetched when the first query comes. */

let index: SearchIndex | null = null;
let documents: readonly SearchDocument[] = [];
let reading: Promise<void> | null = null;
let latest = 0;

async function readTexts(): Promise<void> {
  for (const { id, url } of documents) {
    try {
      const file = await readDocumentFile(url);
      index?.addText(id, file.text);
    } catch {
      // A text that cannot be read is not found; opening it says why.
    }
  }
}

function answer(serial: number, text: string, stillReading: boolean): void {
  if (!index) return;
  const results: SearchResults = {
    serial,
    places: index.places(text),
    events: index.events(text),
    texts: index.texts(text),
    reading: stillReading,
  };
  postMessage(results);
}

addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => {
  if (data.type === 'load') {
    index = new SearchIndex(data.places, data.events);
    documents = data.documents;
    reading = null;
    return;
  }
  const { serial, text } = data;
  latest = serial;
  let done = false;
  reading ??= readTexts();
  void reading.then(() => {
    done = true;
    if (serial === latest) answer(serial, text, false);
  });
  // Places and events at once, if the texts are not there yet.
  setTimeout(() => {
    if (!done && serial === latest) answer(serial, text, true);
  }, 0);
});
