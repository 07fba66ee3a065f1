import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import type { Digest } from '../../core/assembly/digest.ts';
import type { Gazetteer } from '../../core/gazetteer/gazetteer.ts';
import { placesOf } from '../../core/join-digests.ts';
import { ActorReader } from '../../core/joining/actor-keys.ts';
import type { DocumentFile } from '../../core/model/atlas.ts';
import { packBlock } from '../../core/packing/pack-atlas.ts';
import { alignTranslation, type FoundTranslation } from '../write-translations.ts';
import { blockAtlas, familiesOf, namedPlaces } from './block.ts';
import type { CacheWriter } from './build-cache.ts';
import type { KeptBlock } from './kept.ts';
import { contentName, writeSiteFile } from './site-file.ts';
import type { Staging } from './staging.ts';

/** A document of a block: its file in the site, its serialised digest, and its translations. */
export interface Member {
  readonly file: string;
  readonly digest: Uint8Array;
  readonly translations: readonly FoundTranslation[];
}

/** Makes blocks of documents and writes what a site and the next build keep of them. */
export class BlockMaker {
  private readonly reader: ActorReader;
  constructor(
    private readonly staging: Staging,
    private readonly data: string,
    private readonly cache: CacheWriter,
    private readonly gazetteer: Gazetteer,
    private readonly say: (line: string) => void,
  ) {
    this.reader = new ActorReader(placesOf(gazetteer));
  }

  /** `names` are those of the members, a line each. */
  make(key: string, names: string, members: readonly Member[]): KeptBlock {
    const digests = members.map(({ digest }) => deserialize(digest) as Digest);
    const languages = members.map(({ translations }) => translations.map(({ lang }) => lang));
    const files = members.map(({ file }) => file);
    const atlas = blockAtlas(digests, files, languages, this.gazetteer);
    const store = { digests: members.map(({ digest }) => digest), translations: languages };
    const families = this.cache.putBlock(key, store, familiesOf(digests, this.reader));
    const packed = JSON.stringify(packBlock(atlas));
    return {
      key,
      members: names,
      documents: members.length,
      mentions: atlas.mentions.document.length,
      file: writeSiteFile(this.staging, this.data, `atlas/${contentName(packed)}.json`, packed),
      translations: members.flatMap((member) => this.translate(member)),
      inside: this.cache.putInside(key, {
        places: namedPlaces(atlas, digests),
        speakers: atlas.speakers.map(({ id, names }) => [id, names] as const),
        families,
      }),
    };
  }

  private translate({ file, translations }: Member) {
    return translations.map((translation) => {
      const name = file.replace('documents/', `translations/${translation.lang}/`);
      const path = this.staging.pathOf(this.data + file);
      const content = JSON.parse(readFileSync(path, 'utf8')) as DocumentFile;
      return writeSiteFile(this.staging, this.data, name, alignTranslation(translation, content, this.say));
    });
  }
}
