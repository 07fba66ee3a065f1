import type { Gazetteer } from '../../core/gazetteer/gazetteer.ts';
import { placesOf } from '../../core/join-digests.ts';
import type { ReadTold } from '../../core/joining/telling.ts';
import { packJoined } from '../../core/packing/pack-atlas.ts';
import { joinRead } from '../../core/stages/join.ts';
import type { FamilyEvents } from './block.ts';
import type { CacheWriter } from './build-cache.ts';
import type { Block } from './gather-blocks.ts';
import type { KeptFamily } from './kept.ts';
import { contentName, hashOf, keepSiteFile, writeSiteFile } from './site-file.ts';
import type { Staging } from './staging.ts';

/**
 * Joins the events of a corpus family by family: tellings of different families never meet. A family none of whose events
 * has changed stays as it was. One family is held at a time.
 */
export function joinFamilies(
  blocks: readonly Block[],
  aliases: ReadonlyMap<string, string>,
  cache: CacheWriter,
  before: Readonly<Record<string, KeptFamily>>,
  gazetteer: () => Gazetteer,
  staging: Staging,
  data: string,
  step: (done: number, all: number) => void,
): Record<string, KeptFamily> {
  const known = [...aliases].map((pair) => pair.join(' ')).sort();
  const families = [...new Set(blocks.flatMap(({ inside }) => Object.keys(inside.value.families)))].sort();
  const joined: Record<string, KeptFamily> = {};
  let done = 0;
  for (const family of families) {
    // where a document stands in the corpus is written into the result
    const key = hashOf(
      JSON.stringify([
        known,
        blocks.map(({ documents, inside }) => [documents, inside.value.families[family]?.hash ?? '']),
      ]),
    );
    const kept = before[family];
    joined[family] =
      kept?.key === key && keepSiteFile(staging, data, kept.file)
        ? kept
        : joinFamily(family, key, blocks, cache, aliases, gazetteer(), staging, data);
    step(++done, families.length);
  }
  return joined;
}

function joinFamily(
  family: string,
  key: string,
  blocks: readonly Block[],
  cache: CacheWriter,
  aliases: ReadonlyMap<string, string>,
  gazetteer: Gazetteer,
  staging: Staging,
  data: string,
): KeptFamily {
  const documents: ReadTold[] = [];
  // where each telling stands, and what becomes of it: by document, then by event
  const standing = new Map<string, Map<string, Standing>>();
  const inBlock: Standing[][] = [];
  let first = 0;
  for (const block of blocks) {
    const own: Standing[] = [];
    const kept = block.inside.value.families[family];
    if (kept) {
      const found = JSON.parse(cache.familyEvents(block.key, kept)) as FamilyEvents[];
      for (const { document, told, numbers } of found) {
        documents.push(told);
        const events = new Map<string, Standing>();
        standing.set(told.id, events);
        told.events.forEach(({ id }, at) => {
          const one = { document: first + document, event: numbers[at] ?? 0, joined: '' };
          own.push(one);
          events.set(id, one);
        });
      }
    }
    inBlock.push(own);
    first += block.documents;
  }
  const standingOf = (documentId: string, eventId: string): Standing => {
    const found = standing.get(documentId)?.get(eventId);
    if (!found) throw new Error(`joining gave an event that it was not given: "${documentId}" "${eventId}"`);
    return found;
  };
  const joined = joinRead(documents, placesOf(gazetteer), aliases);
  for (const { id, tellings } of joined)
    for (const { documentId, eventId } of tellings) standingOf(documentId, eventId).joined = id;
  const packed = JSON.stringify(packJoined(joined, standingOf));
  return {
    key,
    count: joined.length,
    file: writeSiteFile(staging, data, `atlas/${contentName(packed)}.json`, packed),
    ids: inBlock.map((own) => own.map((one) => one.joined).join(' ')),
  };
}

/** Where a telling stands in the corpus, and the joined event that it belongs to. */
interface Standing {
  readonly document: number;
  readonly event: number;
  joined: string;
}
