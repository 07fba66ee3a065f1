import { atlas, mapBounds } from '../state/app-state.ts';
import { areaHolds } from '../state/area.ts';
import { placeCounts, results } from '../state/counts.ts';

/** Places whose mentions pass and that the map does not show: outside it, or impossible to draw. */
export function beyondView(): {
  readonly outside: readonly number[];
  readonly undrawable: readonly number[];
  readonly mentions: number;
} {
  const corpus = atlas.value;
  const counts = placeCounts.value;
  const bounds = mapBounds.value;
  const outside: number[] = [];
  const undrawable: number[] = [];
  let mentions = results.value.unplaced;
  corpus?.places.forEach((place, index) => {
    if (!counts[index]) return;
    const never = place.geometry === 'none' || place.lat === null || place.lon === null;
    if (never) undrawable.push(index);
    else if (bounds && !showsPart(place.bbox, bounds) && !areaHolds({ type: 'box', bounds }, place.lon!, place.lat!))
      outside.push(index);
    else return;
    mentions += counts[index]!;
  });
  const most = (a: number, b: number) => counts[b]! - counts[a]!;
  return { outside: outside.sort(most), undrawable: undrawable.sort(most), mentions };
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
