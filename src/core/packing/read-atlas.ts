import type { Atlas, AtlasDocument, AtlasEvent, AtlasPlace, AtlasSpeaker } from '../model/atlas.ts';
import type {
  AtlasHead,
  PackedBlock,
  PackedEvent,
  PackedJoined,
  PackedNames,
  PackedTelling,
} from '../model/atlas-file.ts';
import type { JoinedEvent } from '../model/event.ts';
import { emptyColumns, type GrowingColumns } from './growing-columns.ts';
import { unpackColumn, unpackRows } from './packed-rows.ts';

/**
 * Reads what `atlas.json` holds: the atlas itself, or its parts, which `read` brings. `pause` is waited for now and then,
 * so that a page stays alive meanwhile. Throws where it is of another kind.
 */
export async function readAtlas(
  content: unknown,
  read: (file: string) => Promise<unknown>,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<Atlas> {
  const { format, version } = content as Partial<Atlas | AtlasHead>;
  if (format !== 'mawdi-atlas' || (version !== 1 && version !== 2))
    throw new Error(`format ${String(format)} version ${String(version)} is not known to this explorer`);
  if (version === 1) return content as Atlas;
  const head = content as AtlasHead;
  const [names, blocks, joined] = await Promise.all([
    read(head.names),
    Promise.all(head.blocks.map(read)),
    Promise.all(head.joined.map(read)),
  ]);
  const unpacking = unpack(head, names as PackedNames, blocks as PackedBlock[], joined as PackedJoined[]);
  for (let step = unpacking.next(); ; step = unpacking.next()) {
    if (step.done) return step.value;
    await pause();
  }
}

type Told = Pick<Atlas, 'title' | 'titles' | 'description' | 'descriptions'>;

/** Puts the parts of an atlas together. */
export function unpackAtlas(
  told: Told,
  names: PackedNames,
  blocks: readonly PackedBlock[],
  joined: readonly PackedJoined[],
): Atlas {
  const unpacking = unpack(told, names, blocks, joined);
  for (let step = unpacking.next(); ; step = unpacking.next()) if (step.done) return step.value;
}

/** The same part by part. */
function* unpack(
  { title, titles, description, descriptions }: Told,
  names: PackedNames,
  blocks: readonly PackedBlock[],
  joined: readonly PackedJoined[],
): Generator<undefined, Atlas> {
  const places = unpackRows<AtlasPlace>(names.places);
  const speakers = unpackRows<AtlasSpeaker>(names.speakers);
  const placeAt = new Map(places.map(({ id }, at) => [id, at]));
  const speakerAt = new Map(
    speakers.flatMap(({ id, aliases }, at) => [id, ...aliases].map((one) => [one, at] as const)),
  );
  const documents: AtlasDocument[] = [];
  const events: AtlasEvent[] = [];
  const firstEvents: number[] = [];
  const mentions = emptyColumns();
  for (const block of blocks) {
    const base = documents.length;
    const firstEvent = events.length;
    const local = {
      place: indices(block.places, placeAt),
      speaker: indices(block.speakers, speakerAt),
    };
    for (const document of unpackRows<AtlasDocument>(block.documents))
      documents.push({ ...document, voices: voicesOf(document.voices, local.speaker) });
    for (const { id, length, days, ...event } of unpackRows<PackedEvent>(block.events)) {
      const document = base + event.document;
      while (firstEvents.length <= document) firstEvents.push(events.length);
      events.push({
        ...event,
        id: id ?? `${event.kind}-${event.start}`,
        end: event.start + length,
        lastDay: event.firstDay + days,
        document,
        place: local.place[event.place] ?? -1,
        speaker: local.speaker[event.speaker] ?? -1,
        joined: -1,
      });
    }
    addMentions(mentions, block, base, firstEvent, local);
    while (firstEvents.length < documents.length) firstEvents.push(events.length);
    yield;
  }
  const rowOf = ({ document, event }: Pick<PackedTelling, 'document' | 'event'>) =>
    (firstEvents[document] ?? 0) + event;
  return {
    format: 'mawdi-atlas',
    version: 1,
    title,
    titles,
    description,
    descriptions,
    documents,
    places,
    speakers,
    mentions,
    events,
    joinedEvents: yield* unpackJoined(joined, documents, events as { joined: number; id: string }[], rowOf),
  };
}

/** How a document names its speakers: the fullest name where two of them are one. */
function voicesOf(voices: AtlasDocument['voices'], speakers: readonly number[]): AtlasDocument['voices'] {
  const found = new Map<number, string>();
  for (const [speaker, name] of voices) {
    const at = speakers[speaker] ?? -1;
    if (name.length > (found.get(at)?.length ?? 0)) found.set(at, name);
  }
  return [...found];
}

const indices = (ids: readonly string[], known: ReadonlyMap<string, number>) => ids.map((id) => known.get(id) ?? -1);

function addMentions(
  mentions: GrowingColumns,
  { mentions: packed, covering, coverings }: PackedBlock,
  firstDocument: number,
  firstEvent: number,
  local: { readonly place: readonly number[]; readonly speaker: readonly number[] },
): void {
  const column = (name: string) => unpackColumn<number>(packed.columns[name] ?? ['=', 0], packed.rows);
  const [document, place, start, length] = [column('document'), column('place'), column('start'), column('length')];
  const [passage, sense, confidence] = [column('passage'), column('sense'), column('confidence')];
  const [firstDay, days, speaker, covers] = [column('firstDay'), column('days'), column('speaker'), column('covers')];
  const covered = unpackColumn<number>(covering, coverings);
  const none: readonly number[] = [];
  let next = 0;
  for (let row = 0; row < packed.rows; row++) {
    const count = covers[row] ?? 0;
    mentions.document.push(firstDocument + (document[row] ?? 0));
    mentions.place.push(local.place[place[row] ?? -1] ?? -1);
    mentions.start.push(start[row] ?? 0);
    mentions.end.push((start[row] ?? 0) + (length[row] ?? 0));
    mentions.passage.push(passage[row] ?? 0);
    mentions.sense.push(sense[row] ?? 0);
    mentions.confidence.push(confidence[row] ?? 0);
    mentions.firstDay.push(firstDay[row] ?? 0);
    mentions.lastDay.push((firstDay[row] ?? 0) + (days[row] ?? 0));
    mentions.speaker.push(local.speaker[speaker[row] ?? -1] ?? -1);
    mentions.events.push(count === 0 ? none : covered.slice(next, next + count).map((at) => firstEvent + at));
    next += count;
  }
}

type Described = Omit<JoinedEvent, 'tellings' | 'differences'> & Omit<PackedTelling, 'joined'>;

/** A joined event with the rows of its tellings. */
interface FoundJoined {
  readonly joined: JoinedEvent;
  readonly rows: readonly number[];
}

/** Joined events that are put together without a pause: some milliseconds. */
const WITHOUT_PAUSE = 2_000;

/** The joined events of all families by day, as one list; tells each event which of them is its own. */
function* unpackJoined(
  packed: readonly PackedJoined[],
  documents: readonly AtlasDocument[],
  events: readonly { joined: number; readonly id: string }[],
  rowOf: (telling: Pick<PackedTelling, 'document' | 'event'>) => number,
): Generator<undefined, JoinedEvent[]> {
  const families: FoundJoined[][] = [];
  for (const family of packed) families.push(yield* unpackFamily(family, documents, events, rowOf));
  const all: JoinedEvent[] = [];
  for (const { joined, rows } of merged(families)) {
    for (const row of rows) {
      const event = events[row];
      if (event) event.joined = all.length;
    }
    all.push(joined);
    if (all.length % WITHOUT_PAUSE === 0) yield;
  }
  return all;
}

function* unpackFamily(
  family: PackedJoined,
  documents: readonly AtlasDocument[],
  events: readonly { readonly id: string }[],
  rowOf: (telling: Pick<PackedTelling, 'document' | 'event'>) => number,
): Generator<undefined, FoundJoined[]> {
  const differences = new Map(
    unpackRows<{ joined: number; differences: JoinedEvent['differences'] }>(family.differences).map((row) => [
      row.joined,
      row.differences,
    ]),
  );
  const others = new Map<number, PackedTelling[]>();
  for (const telling of unpackRows<PackedTelling>(family.more)) {
    const known = others.get(telling.joined);
    if (known) known.push(telling);
    else others.set(telling.joined, [telling]);
  }
  yield;
  const found: FoundJoined[] = [];
  for (const [at, { document, event, sure, ...joined }] of unpackRows<Described>(family.events).entries()) {
    if (at % WITHOUT_PAUSE === 0) yield;
    const all = [{ document, event, sure }, ...(others.get(at) ?? [])];
    found.push({
      rows: all.map(rowOf),
      joined: {
        ...joined,
        tellings: all.map((telling) => ({
          documentId: documents[telling.document]?.id ?? '',
          eventId: events[rowOf(telling)]?.id ?? '',
          sure: telling.sure,
        })),
        differences: differences.get(at) ?? [],
      },
    });
  }
  return found;
}

/** What the families hold as one list by day: each of them is in that order already, and to sort all in one go would hold the page. */
function* merged(families: readonly (readonly FoundJoined[])[]): Generator<FoundJoined> {
  const at = families.map(() => 0);
  for (;;) {
    let first = -1;
    let least: FoundJoined | undefined;
    families.forEach((family, which) => {
      const next = family[at[which] ?? 0];
      if (next && (!least || byDay(next.joined, least.joined) < 0)) [least, first] = [next, which];
    });
    if (!least) return;
    at[first] = (at[first] ?? 0) + 1;
    yield least;
  }
}

/** By day, the undated last; as joining itself orders them. */
function byDay(a: JoinedEvent, b: JoinedEvent): number {
  const [first, second] = [a.date ?? '~', b.date ?? '~'];
  if (first !== second) return first < second ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
