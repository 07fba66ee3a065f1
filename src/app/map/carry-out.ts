import type { Map as MapLibre } from 'maplibre-gl';
import { atlas, type MapCommand, selectedPlace } from '../state/app-state.ts';
import { results } from '../state/counts.ts';
import { boundsOfCore, boundsOfPlaces, boundsOfResults, fitBounds, flightTime, showPlace } from './camera.ts';
import { corpusIndex, mapCounts } from './map-context.ts';
import { pulse } from './pulse.ts';

/** Does what another part of the page asked of the map. */
export function carryOut(map: MapLibre, command: MapCommand, isFanned: () => boolean): void {
  const corpus = atlas.peek();
  if (!corpus || !corpusIndex.peek()) return;
  switch (command.type) {
    case 'show-place': {
      const place = corpus.places[command.place];
      if (place) showPlace(map, place);
      break;
    }
    case 'pulse':
      pulse(map, command.place, isFanned);
      break;
    case 'fit-bounds':
      fitBounds(map, command.bounds);
      break;
    case 'fit-places': {
      const box = boundsOfPlaces(command.places.flatMap((at) => corpus.places[at] ?? []));
      if (box) fitBounds(map, box);
      break;
    }
    case 'fly': {
      const { lon, lat, zoom, bearing } = command.camera;
      map.flyTo({ center: [lon, lat], zoom, bearing, duration: flightTime() });
      break;
    }
    case 'save-picture':
      void savePicture(map);
      break;
    case 'fit-results':
      fitResults(map);
      break;
  }
}

/** Saves the map with its title, legend and sources; what draws it is fetched when it is asked for. */
export async function savePicture(map: MapLibre): Promise<void> {
  const picture = await import('./picture.ts');
  await picture.savePicture(map);
}

export function fitResults(map: MapLibre): void {
  const corpus = atlas.peek();
  const index = corpusIndex.peek();
  const box = corpus && index && boundsOfResults(corpus.places, index, mapCounts.peek());
  if (box) fitBounds(map, box);
}

/** The first view without an address that says it: where most happens, or the line or area that is selected. */
export function openView(map: MapLibre): void {
  const corpus = atlas.peek();
  const index = corpusIndex.peek();
  if (!corpus || !index) return;
  const core = boundsOfCore(corpus.places, index, results.peek().placeCounts);
  if (core) fitBounds(map, core, { jump: true });
  const chosen = corpus.places[selectedPlace.peek()];
  const form = index.forms[selectedPlace.peek()];
  if (chosen?.bbox && (form === 'line' || form === 'area' || form === 'country')) {
    const [west, south, east, north] = chosen.bbox;
    const [dx, dy] = [(east - west) * 0.5, (north - south) * 0.5];
    const box = form === 'country' ? chosen.bbox : ([west - dx, south - dy, east + dx, north + dy] as const);
    fitBounds(map, box, { jump: true });
  } else if (chosen) showPlace(map, chosen, { jump: true });
}
