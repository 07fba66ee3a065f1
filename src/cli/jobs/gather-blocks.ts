import { hash } from 'node:crypto';
import type { Gazetteer } from '../../core/gazetteer/gazetteer.ts';
import type { FoundTranslation } from '../write-translations.ts';
import type { BlockStore, CacheWriter } from './build-cache.ts';
import type { KeptBlock, KeptDocument, MadeRun } from './kept.ts';
import type { BlockMaker } from './make-block.ts';
import { contentName, keepSiteFile } from './site-file.ts';
import type { Staging } from './staging.ts';
import { openList, StaleCache } from './stored.ts';

/** A block holds at least so many documents and at most so many. */
const FEWEST = 32;
const MOST = 128;

/**
 * Whether a block ends with a document: told by its id and not by its number, so that a document that is put in or taken
 * out moves the bounds of its own block and of no other.
 */
function endsBlock(documents: number, id: string): boolean {
  if (documents < FEWEST) return false;
  return documents >= MOST || (hash('sha256', id, 'buffer')[0] ?? 0) % FEWEST === 0;
}

/** A block with the files of its documents in the site. */
export interface Block extends KeptBlock {
  readonly files: () => readonly string[];
}

interface Gathered {
  readonly id: string;
  readonly digestHash: string;
  readonly file: string;
  /** Serialised; null when the last build has it. */
  readonly digest: Uint8Array | null;
}

/** Gathers the documents of a corpus in order into blocks. One block is held at a time. */
export class Gathering {
  readonly blocks: Block[] = [];
  private members: Gathered[] = [];
  /** How many blocks `filled` has told of. */
  private told = 0;
  private readonly known: ReadonlyMap<string, KeptBlock>;
  private readonly stores: ReadonlySet<string>;
  private maker: BlockMaker | null = null;
  private lastStore: { block: KeptBlock; members: readonly string[]; store: BlockStore } | null = null;
  private foundPlaces: ReadonlyMap<string, KeptBlock> | null = null;

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
  private get places(): ReadonlyMap<string, KeptBlock> {
    this.foundPlaces ??= new Map(
      [...this.known.values()].flatMap((block) => membersOf(block).map((member) => [member, block] as const)),
    );
    return this.foundPlaces;
  }

  /** Takes in a document; what it gives is to be waited for, where it is something. */
  add({ id, digestHash, file }: KeptDocument, digest: Uint8Array | null): Promise<void> | null {
    this.members.push({ id, digestHash, file: file?.name ?? '', digest });
    return endsBlock(this.members.length, id) ? this.close() : null;
  }

  async end(): Promise<void> {
    if (this.members.length > 0) await this.close();
  }

  private async close(): Promise<void> {
    const { members } = this;
    this.members = [];
    const translations = members.map(({ id }) => this.translations.get(id) ?? []);
    const key = keyOf(members, translations);
    const before = this.known.get(key);
    const isKept = before && this.stores.has(key) && this.keepFiles(before);
    const block = isKept ? before : await this.make(key, members, translations);
    const files = members.map(({ file }) => file);
    this.blocks.push({ ...block, files: () => files });
  }

  /** Takes over the blocks that a run of documents filled; false where they are not as they were, or where another block is open. */
  addRun({ blocks, siteFiles }: MadeRun): boolean {
    const found = blocks.map((key) => this.known.get(key));
    const isAsItWas = (block: KeptBlock | undefined): block is KeptBlock =>
      block !== undefined && this.stores.has(block.key) && block.translations.length === 0 && this.keepFiles(block);
    if (this.members.length > 0 || this.translations.size > 0 || !found.every(isAsItWas)) return false;
    let at = 0;
    for (const block of found) {
      const [first, end] = [at, at + block.documents];
      this.blocks.push({ ...block, files: () => openList(siteFiles).slice(first, end) });
      at = end;
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

  private async make(
    key: string,
    members: readonly Gathered[],
    translations: readonly (readonly FoundTranslation[])[],
  ): Promise<KeptBlock> {
    // a build that finds nothing new need not know how to make a block
    const { BlockMaker } = await import('./make-block.ts');
    this.maker ??= new BlockMaker(this.staging, this.data, this.cache, this.gazetteer(), this.say);
    return this.maker.make(
      key,
      members.map(memberOf).join('\n'),
      members.map((member, at) => ({
        file: member.file,
        digest: member.digest ?? this.stored(member),
        translations: translations[at] ?? [],
      })),
    );
  }

  /** The digest of a document that the last build read. */
  private stored(member: Gathered): Uint8Array {
    const name = memberOf(member);
    const block = this.places.get(name);
    if (!block || !this.stores.has(block.key)) throw new StaleCache();
    // those that are asked for follow each other, and most stood together before
    if (this.lastStore?.block !== block)
      this.lastStore = { block, members: membersOf(block), store: this.cache.block(block.key) };
    const { members, store } = this.lastStore;
    return store.digests[members.indexOf(name)] as Uint8Array;
  }
}

const membersOf = ({ members }: KeptBlock) => members.split('\n');
const memberOf = ({ id, digestHash }: Gathered) => `${digestHash} ${id}`;

const keyOf = (members: readonly Gathered[], translations: readonly (readonly FoundTranslation[])[]) =>
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
