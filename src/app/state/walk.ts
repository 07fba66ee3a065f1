import { computed } from '@preact/signals';
import { SENSES } from '../../core/model/mention.ts';
import { askMap, select } from './actions.ts';
import { atlas, documentIndex, selection, walking } from './app-state.ts';
import { columns } from './counts.ts';

/** One halt of a walk through a text: a place named there as a location, with the row of its mention. */
export interface Halt {
  readonly row: number;
  readonly place: number;
  readonly at: readonly [number, number];
}

export interface Walk {
  readonly halts: readonly Halt[];
  /** Index of the halt where the reader stands; -1 before the first. */
  readonly now: number;
}

/** Places of a document in the order in which it names them; what is named again at once is one halt. */
export function haltsOf(document: number): Halt[] {
  const corpus = atlas.value;
  const table = columns.value;
  if (!corpus || !table) return [];
  const literal = SENSES.indexOf('literal');
  const halts: Halt[] = [];
  for (let row = table.firstMention[document]!; row < table.firstMention[document + 1]!; row++) {
    const index = table.mentions.place[row]!;
    const place = corpus.places[index];
    if (!place || place.lon === null || place.lat === null || place.geometry === 'none') continue;
    if (table.mentions.sense[row] !== literal || halts.at(-1)?.place === index) continue;
    halts.push({ row, place: index, at: [place.lon, place.lat] });
  }
  return halts;
}

/** The walk that is on; `null` when none is. */
export const walk = computed<Walk | null>(() => {
  const chosen = selection.value;
  const document = chosen?.type === 'document' ? documentIndex.value.get(chosen.id) : undefined;
  if (!walking.value || document === undefined || chosen?.type !== 'document') return null;
  const halts = haltsOf(document);
  const starts = columns.value?.mentions.start;
  const { mention } = chosen;
  let now = -1;
  if (mention !== undefined && starts) while (now + 1 < halts.length && starts[halts[now + 1]!.row]! <= mention) now++;
  return { halts, now };
});

/** The path walked so far, as `[lon, lat]`. */
export const walkPath = computed<readonly (readonly [number, number])[]>(() => {
  const on = walk.value;
  return on ? on.halts.slice(0, on.now + 1).map(({ at }) => at) : [];
});

/** Goes to another halt of the walk; the map comes along. */
export function walkTo(halt: number): void {
  const on = walk.value;
  const chosen = selection.value;
  const step = on?.halts[halt];
  const start = step && columns.value?.mentions.start[step.row];
  if (!step || start === undefined || chosen?.type !== 'document') return;
  select({ type: 'document', id: chosen.id, mention: start });
  askMap({ type: 'show-place', place: step.place });
}
