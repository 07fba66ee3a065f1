import { openGazetteer } from '../core/gazetteer/gazetteer.ts';
import { readDocumentFile } from './document-file.ts';
import { Elsewhere } from './elsewhere.ts';
import { FoldedNames } from './folded-names.ts';
import { fetchIndex } from './index-file.ts';
import { SearchIndex } from './search-index.ts';
import type {
  FoundNames,
  NameList,
  NameLists,
  SearchDocument,
  SearchRequest,
  SearchResults,
  TextHit,
} from './search-messages.ts';

/** The search of the explorer, off the main thread. Texts are fetched when the first query comes. */

let index: SearchIndex | null = null;
let documents: readonly SearchDocument[] = [];
let reading: Promise<void> | null = null;
let knowing: Promise<void> | null = null;
let latest = 0;
let names: NameLists | null = null;
/** Folded when they are first looked through. */
const lists = new Map<NameList, FoldedNames>();
let data = '';
let named: ReadonlySet<string> = new Set();
let elsewhere: Elsewhere | null = null;

/** Without the index of well-known places only the corpus is searched. */
async function readElsewhere(): Promise<void> {
  try {
    const known = await fetchIndex(data, 'small');
    elsewhere ??= new Elsewhere(openGazetteer(known), named);
  } catch {
    elsewhere = null;
  }
}

async function readTexts(): Promise<void> {
  for (const { id, url, translations } of documents) {
    try {
      const file = await readDocumentFile(url);
      index?.addText(id, file.text);
    } catch {
      // A text that cannot be read is not found; opening it says why.
    }
    for (const one of translations) await readTranslation(id, one);
  }
}

/** Where the sentences of a translation stand, in the text made of them and in the document. */
interface Sentences {
  readonly document: string;
  readonly lang: string;
  readonly offsets: readonly number[];
  readonly starts: readonly number[];
}

const translated = new Map<string, Sentences>();

async function readTranslation(document: string, { lang, url }: SearchDocument['translations'][number]): Promise<void> {
  try {
    const response = await fetch(url);
    const { passages } = (await response.json()) as { readonly passages: readonly { start: number; text: string }[] };
    const offsets: number[] = [];
    let text = '';
    for (const passage of passages) {
      offsets.push(text.length);
      text += `${passage.text}\n`;
    }
    const key = `${document}\u0000${lang}`;
    translated.set(key, { document, lang, offsets, starts: passages.map(({ start }) => start) });
    index?.addText(key, text);
  } catch {
    // the text itself is searched all the same
  }
}

/** A match in a translation leads to the sentence that is translated. */
function asSentence(hit: TextHit): TextHit {
  const sentences = translated.get(hit.document);
  if (!sentences) return hit;
  const { document, lang, offsets, starts } = sentences;
  const at = offsets.findLastIndex((offset) => offset <= hit.at);
  return { ...hit, document, lang, at: starts[at] ?? 0 };
}

function answer(serial: number, text: string, stillReading: boolean): void {
  if (!index) return;
  const results: SearchResults = {
    type: 'results',
    serial,
    places: index.places(text),
    events: index.events(text),
    texts: index.texts(text).map(asSentence),
    elsewhere: elsewhere?.find(text) ?? [],
    reading: stillReading,
  };
  postMessage(results);
}

addEventListener('message', ({ data: given }: MessageEvent<SearchRequest>) => {
  if (given.type === 'load') {
    index = new SearchIndex(given.places, given.events);
    documents = given.documents;
    names = given.lists;
    data = given.data;
    named = new Set(given.places.map(({ id }) => id));
    elsewhere = null;
    knowing = null;
    lists.clear();
    translated.clear();
    reading = null;
    return;
  }
  const { serial, text } = given;
  if (given.type === 'find') {
    const list = lists.get(given.list) ?? new FoldedNames(names?.[given.list] ?? []);
    lists.set(given.list, list);
    const answered: FoundNames = { type: 'found', serial, list: given.list, text, found: list.find(text) };
    postMessage(answered);
    return;
  }
  latest = serial;
  let done = false;
  const early = () => {
    if (!done && serial === latest) answer(serial, text, true);
  };
  knowing ??= readElsewhere();
  if (elsewhere === null) void knowing.then(early);
  reading ??= readTexts();
  void Promise.all([reading, knowing]).then(() => {
    done = true;
    if (serial === latest) answer(serial, text, false);
  });
  // Places and events at once, if the texts are not there yet.
  setTimeout(early, 0);
});
