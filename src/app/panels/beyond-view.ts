import { computed } from '@preact/signals';
import { atlas, mapBounds } from '../state/app-state.ts';
import { areaHolds } from '../state/area.ts';
import { placeCounts, results } from '../state/counts.ts';

/** What the map could show of a place if something of it passed. */
const IN_VIEW = 0;
const OUTSIDE = 1;
const UNDRAWABLE = 2;

/** Which of them each place is; anew when the map has moved, not at every step of a filter. */
const sight = computed<Uint8Array>(() => {
  const places = atlas.value?.places ?? [];
  const bounds = mapBounds.value;
  const all = new Uint8Array(places.length);
  places.forEach(({ geometry, lat, lon, bbox }, index) => {
    if (geometry === 'none' || lat === null || lon === null) all[index] = UNDRAWABLE;
    else if (bounds && !showsPart(bbox, bounds) && !areaHolds({ type: 'box', bounds }, lon, lat)) all[index] = OUTSIDE;
  });
  return all;
});

/** How many mentions pass and are not on the map: outside it, impossible to draw, or of no place. */
export const beyondMentions = computed<number>(() => {
  const counts = placeCounts.value;
  const seen = sight.value;
  let mentions = results.value.unplaced;
  for (let place = 0; place < counts.length; place++) if (seen[place] !== IN_VIEW) mentions += counts[place]!;
  return mentions;
});

/** Places whose mentions pass and that the map does not show, the most mentioned first. */
export function beyondView(): { readonly outside: readonly number[]; readonly undrawable: readonly number[] } {
  const counts = placeCounts.value;
  const seen = sight.value;
  const most = (a: number, b: number) => counts[b]! - counts[a]!;
  const those = (kind: number) =>
    [...counts.keys()].filter((place) => counts[place]! > 0 && seen[place] === kind).sort(most);
  return { outside: those(OUTSIDE), undrawable: those(UNDRAWABLE) };
}

type Box = readonly [number, number, number, number];

/** Whether the shape's box and the map overlap, for shapes smaller than the map: the label of a larger one may still be elsewhere. */
function showsPart(box: Box | null, [west, south, east, north]: Box): boolean {
  if (!box) return false;
  const overlap =
    (Math.min(east, box[2]) - Math.max(west, box[0])) * (Math.min(north, box[3]) - Math.max(south, box[1]));
  const apart = box[0] > east || box[2] < west || box[1] > north || box[3] < south;
  return !apart && overlap > 0.25 * (box[2] - box[0]) * (box[3] - box[1]);
}
