import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import type { Digest } from '../../core/assembly/digest.ts';
import type { Gazetteer } from '../../core/gazetteer/gazetteer.ts';
import { placesOf } from '../../core/join-digests.ts';
import { ActorReader } from '../../core/joining/actor-keys.ts';
import type { DocumentFile } from '../../core/model/atlas.ts';
import { packBlock } from '../../core/packing/pack-atlas.ts';
import { alignTranslation, type FoundTranslation } from '../write-translations.ts';
import { blockAtlas, endsBlock, familiesOf, namedPlaces } from './block.ts';
import type { BlockStore, CacheWriter } from './build-cache.ts';
import type { KeptBlock, KeptDocument, MadeRun } from './kept.ts';
import { StaleCache } from './kept-runs.ts';
import { contentName, keepSiteFile, writeSiteFile } from './site-file.ts';
import type { Staging } from './staging.ts';

/** A block with the documents that it is made of. */
export interface Block extends KeptBlock {
  readonly files: readonly string[];
}

interface Member {
  readonly id: string;
  readonly digestHash: string;
  readonly file: string;
  /** Serialised; null when the last build has it. */
  readonly digest: Uint8Array | null;
}

/** Gathers the documents of a corpus in order into blocks. One block is held at a time. */
export class Gathering {
  readonly blocks: Block[] = [];
  private members: Member[] = [];
  /** How many blocks `filled` has told of. */
  private told = 0;
  private readonly known: ReadonlyMap<string, KeptBlock>;
  private foundPlaces: ReadonlyMap<string, string> | null = null;
  private readonly stores: ReadonlySet<string>;
  private reader: ActorReader | null = null;
  private lastStore: { key: string; members: readonly string[]; store: BlockStore } | null = null;

  constructor(
    private readonly staging: Staging,
    private readonly data: string,
    private readonly cache: CacheWriter,
    before: readonly KeptBlock[],
    private readonly gazetteer: () => Gazetteer,
    private readonly translations: ReadonlyMap<string, readonly FoundTranslation[]>,
    private readonly say: (line: string) => void,
  ) {
    this.stores = cache.blockKeys();
    this.known = new Map(before.map((block) => [block.key, block]));
  }

  /** The block of the last build that has a digest, by the digest's hash and its document's id. */
  private get places(): ReadonlyMap<string, string> {
    this.foundPlaces ??= new Map(
      [...this.known.values()].flatMap(({ key, members }) =>
        members.split('\n').map((member) => [member, key] as const),
      ),
    );
    return this.foundPlaces;
  }

  add({ id, digestHash, file }: KeptDocument, digest: Uint8Array | null): void {
    this.members.push({ id, digestHash, file: file?.name ?? '', digest });
    if (endsBlock(this.members.length, id)) this.close();
  }

  end(): void {
    if (this.members.length > 0) this.close();
  }

  private close(): void {
    const { members } = this;
    this.members = [];
    const translations = members.map(({ id }) => this.translations.get(id) ?? []);
    const key = keyOf(members, translations);
    const files = members.map(({ file }) => file);
    const before = this.known.get(key);
    const kept =
      before && this.stores.has(key) && this.keepFiles(before) ? before : this.make(key, members, translations);
    this.blocks.push({ ...kept, files });
  }

  /** Takes over the blocks that a run of documents filled; false where they are not as they were, or where another block is open. */
  addRun({ blocks, files }: MadeRun): boolean {
    const found = blocks.map((key) => this.known.get(key));
    const isAsItWas = (block: KeptBlock | undefined): block is KeptBlock =>
      block !== undefined && this.stores.has(block.key) && block.translations.length === 0 && this.keepFiles(block);
    if (this.members.length > 0 || this.translations.size > 0 || !found.every(isAsItWas)) return false;
    let at = 0;
    for (const block of found) {
      this.blocks.push({ ...block, files: files.slice(at, at + block.documents) });
      at += block.documents;
    }
    this.told = this.blocks.length;
    return true;
  }

  /** Keys of the blocks that were filled since this was last asked for; none while another is open. */
  filled(): string[] {
    if (this.members.length > 0) return [];
    const { told } = this;
    this.told = this.blocks.length;
    return this.blocks.slice(told).map(({ key }) => key);
  }

  private keepFiles({ file, translations }: KeptBlock): boolean {
    return [file, ...translations].every((one) => keepSiteFile(this.staging, this.data, one));
  }

  private make(
    key: string,
    members: readonly Member[],
    translations: readonly (readonly FoundTranslation[])[],
  ): KeptBlock {
    const stored = members.map((member) => member.digest ?? this.stored(member));
    const digests = stored.map((bytes) => deserialize(bytes) as Digest);
    const languages = translations.map((of) => of.map(({ lang }) => lang));
    const files = members.map(({ file }) => file);
    const atlas = blockAtlas(digests, files, languages, this.gazetteer());
    this.reader ??= new ActorReader(placesOf(this.gazetteer()));
    const store = { digests: stored, translations: languages };
    const families = this.cache.putBlock(key, store, familiesOf(digests, this.reader));
    const packed = JSON.stringify(packBlock(atlas));
    return {
      key,
      members: members.map(memberOf).join('\n'),
      documents: members.length,
      mentions: atlas.mentions.document.length,
      file: writeSiteFile(this.staging, this.data, `atlas/${contentName(packed)}.json`, packed),
      translations: members.flatMap(({ file }, at) =>
        (translations[at] ?? []).map((translation) => {
          const name = file.replace('documents/', `translations/${translation.lang}/`);
          const path = this.staging.pathOf(this.data + file);
          const content = JSON.parse(readFileSync(path, 'utf8')) as DocumentFile;
          return writeSiteFile(this.staging, this.data, name, alignTranslation(translation, content, this.say));
        }),
      ),
      places: namedPlaces(atlas, digests),
      speakers: atlas.speakers.map(({ id, names }) => [id, names] as const),
      families,
    };
  }

  /** The digest of a document that the last build read. */
  private stored(member: Member): Uint8Array {
    const name = memberOf(member);
    const key = this.places.get(name);
    if (key === undefined || !this.stores.has(key)) throw new StaleCache();
    if (this.lastStore?.key !== key) {
      const members = this.known.get(key)?.members.split('\n') ?? [];
      this.lastStore = { key, members, store: this.cache.block(key) };
    }
    const { members, store } = this.lastStore;
    return store.digests[members.indexOf(name)] as Uint8Array;
  }
}

const memberOf = ({ id, digestHash }: Member) => `${digestHash} ${id}`;

const keyOf = (members: readonly Member[], translations: readonly (readonly FoundTranslation[])[]) =>
  contentName(
    JSON.stringify(
      members.map(({ id, digestHash, file }, at) => [
        id,
        digestHash,
        file,
        translations[at]?.map(({ stamp }) => stamp),
      ]),
    ),
  );
