import { batch } from '@preact/signals';
import {
  filters,
  hoveredPlace,
  type MapCamera,
  type MapRequest,
  mapCommand,
  placeIndex,
  type Selection,
  selection,
  sheet,
  view,
} from './app-state.ts';
import { type Dimension, type Filters, NO_FILTERS, without } from './filters.ts';

/** Everything that a person can do to the state, so that views and map never set signals of their own accord. */

let serial = 0;

/** Asks the map to move or to pulse; without a map nothing happens. */
export function askMap(request: MapRequest): void {
  mapCommand.value = { ...request, serial: ++serial };
}

export function select(chosen: Selection | null): void {
  batch(() => {
    selection.value = chosen;
    if (chosen && sheet.value === 'low') sheet.value = 'half';
  });
}

/** Opens a place. From the map itself pass `{ move: false }`: the person already sees it. */
export function selectPlace(id: string, options: { readonly move?: boolean } = {}): void {
  batch(() => {
    select({ type: 'place', id });
    const place = placeIndex.value.get(id);
    if (options.move !== false && place !== undefined) askMap({ type: 'show-place', place });
  });
}

export function hoverPlace(place: number): void {
  if (hoveredPlace.value !== place) hoveredPlace.value = place;
}

export function changeFilters(change: Partial<Filters>): void {
  filters.value = { ...filters.value, ...change };
}

export function clearFilter(dimension: Dimension): void {
  filters.value = without(filters.value, dimension);
}

export function clearAllFilters(): void {
  filters.value = { ...NO_FILTERS, timeOf: filters.value.timeOf };
}

/** Plus nought: the address knows no minus nought. */
const round = (value: number, digits: number) => Number(value.toFixed(digits)) + 0;

/** Called by the map when the camera has come to rest. */
export function setView(camera: MapCamera): void {
  const next = {
    lon: round(camera.lon, 4),
    lat: round(camera.lat, 4),
    zoom: round(camera.zoom, 2),
    bearing: round(camera.bearing, 1) || 0,
  };
  const now = view.value;
  if (now && now.lon === next.lon && now.lat === next.lat && now.zoom === next.zoom && now.bearing === next.bearing)
    return;
  view.value = next;
}
