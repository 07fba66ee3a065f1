import type { Atlas, DocumentFile } from '../core/model/atlas.ts';
import { readAtlas } from '../core/packing/read-atlas.ts';
import type { Found } from './analysis-view.ts';

/** The corpus that the site itself shows, as it was built. */
export class SiteCorpus {
  readonly #data: string;
  #atlas: Promise<{ readonly atlas: Atlas; readonly stamp: string }> | null = null;

  /** `data` is the address of the site's data folder. */
  constructor(data: string) {
    this.#data = data;
  }

  /** The atlas, and what changes when it does. */
  atlas(): Promise<{ readonly atlas: Atlas; readonly stamp: string }> {
    this.#atlas ??= this.#readAtlas().catch((error: unknown) => {
      this.#atlas = null;
      throw error;
    });
    return this.#atlas;
  }

  async #readAtlas() {
    const text = await (await this.#response('atlas.json')).text();
    const atlas = await readAtlas(JSON.parse(text), async (file) => (await this.#response(file)).json());
    return { atlas, stamp: stampOf(text) };
  }

  /** A document with what was found in it when the site was built. */
  async found(order: number): Promise<Found> {
    const { atlas } = await this.atlas();
    const described = atlas.documents[order];
    if (!described) throw new Error(`the site has no document ${order}`);
    const { text, analysis } = (await (await this.#response(described.file)).json()) as DocumentFile;
    const { id, title, titles, dateNote, source, author, url } = described;
    const document = {
      id,
      text,
      title,
      titles,
      ...(dateNote === null ? {} : { dateNote }),
      ...(source === null ? {} : { source }),
      ...(author === null ? {} : { author }),
      ...(url === null ? {} : { url }),
    };
    return { document, analysis };
  }

  async #response(file: string): Promise<Response> {
    const response = await fetch(this.#data + file);
    if (!response.ok) throw new Error(`${file}: ${response.status} ${response.statusText}`);
    return response;
  }
}

/** Tells one text from another (FNV-1a over its letters): no proof against ill will, none is needed. */
function stampOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${text.length}-${(hash >>> 0).toString(36)}`;
}
