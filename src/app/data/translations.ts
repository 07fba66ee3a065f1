import { type Signal, signal } from '@preact/signals';
import type { AtlasDocument } from '../../core/model/atlas.ts';
import { language, showTranslations } from '../state/app-state.ts';
import { dataUrl } from './load.ts';

/** A translation of a document, sentence by sentence. */
export interface Translation {
  readonly lang: string;
  /** Who made it, in words. */
  readonly by: string | null;
  /** Text of a sentence by where it starts in the document. */
  readonly sentences: ReadonlyMap<number, string>;
}

const translations = new Map<string, Signal<Translation | null>>();

/** Address of a document's translation, as `mawdi build` writes it beside the document. */
export function translationUrl({ file }: AtlasDocument, lang: string): string | null {
  const name = /^documents\/([^/]+\.json)$/.exec(file)?.[1];
  return name ? dataUrl(`translations/${lang}/${name}`) : null;
}

/** The translation of a document into the language of the interface, if there is one and it is wanted. */
export function translationOf(document: AtlasDocument): Translation | null {
  const lang = language.value;
  if (!showTranslations.value || !hasTranslation(document)) return null;
  const url = translationUrl(document, lang);
  if (url === null) return null;
  let state = translations.get(url);
  if (!state) {
    state = signal<Translation | null>(null);
    translations.set(url, state);
    const found = state;
    read(url, lang).then(
      (translation) => {
        found.value = translation;
      },
      () => {
        // the text itself is there all the same
      },
    );
  }
  return state.value;
}

/** Whether a document can be shown in the language of the interface, being written in another. */
export function hasTranslation(document: AtlasDocument): boolean {
  const lang = language.value;
  return document.lang !== lang && (document.translations?.includes(lang) ?? false);
}

async function read(url: string, lang: string): Promise<Translation> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const { by, passages } = (await response.json()) as {
    by: string | null;
    passages: { start: number; text: string }[];
  };
  return { lang, by, sentences: new Map(passages.map(({ start, text }) => [start, text])) };
}
