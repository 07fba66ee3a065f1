import { effect, signal } from '@preact/signals';
import type { ErrorEvent, LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import { baseMap, resolvedTheme } from '../state/app-state.ts';
import { RefusedHost } from './allowed-hosts.ts';
import { optionalLayers } from './map-context.ts';
import type { BaseStyle } from './read-base-map.ts';

/** Files chosen on this computer in place of an address, for this visit: an address cannot hold them. */
export const baseMapFiles = signal<readonly File[] | null>(null);
/** Why the base map that was asked for is not shown: a host that may not be asked, or anything else. */
export const baseMapFault = signal<{ readonly host: string | null } | null>(null);
/** What stands in place of the atlas's own base map, by its name. */
export const shownBaseMap = signal<string | null>(null);

const PREFIX = 'other-';
/** Our layers that another base map takes the place of; names, limits and all that the texts say stay. */
const OWN_GROUND = [
  'sea',
  'coast-glow',
  'coast-far',
  'coast-near',
  'land',
  'shore',
  'border-band',
  'lakes',
  'rivers',
  'borders',
];
const FIRST_OF_OURS = 'graticule';

/** What reads other base maps is fetched when there is one. */
const readBaseMap = async (from: string | readonly File[]) => (await import('./read-base-map.ts')).readBaseMap(from);

/** The base map that the site was built to begin with. */
const builtIn = () => document.querySelector<HTMLMetaElement>('meta[name="mawdi-base-map"]')?.content || null;

/** Shows the base map that the state names, and another when it names another; returns a function that stops it. */
export function followBaseMap(map: MapLibre): () => void {
  let turn = 0;
  const onError = ({ error, ...more }: ErrorEvent) => {
    const { sourceId } = more as { readonly sourceId?: string };
    if (!sourceId?.startsWith(PREFIX)) console.error(error);
    else if (error instanceof RefusedHost) {
      leave(map);
      baseMapFault.value = { host: error.host };
    } else if (baseMapFault.peek() === null) baseMapFault.value = { host: null };
  };
  map.on('error', onError);
  const stop = effect(() => {
    const from = baseMapFiles.value ?? baseMap.value ?? builtIn();
    // an archive is drawn in the colours of the theme
    void resolvedTheme.value;
    const mine = ++turn;
    baseMapFault.value = null;
    if (!from) {
      leave(map);
      return;
    }
    readBaseMap(from).then(
      (style) => {
        if (mine !== turn) return;
        try {
          show(map, style);
          shownBaseMap.value = typeof from === 'string' ? from : from.map(({ name }) => name).join(', ');
        } catch {
          fail(null);
        }
      },
      (error: unknown) => {
        if (mine === turn) fail(error instanceof RefusedHost ? error.host : null);
      },
    );
    const fail = (host: string | null) => {
      leave(map);
      baseMapFault.value = { host };
    };
  });
  return () => {
    turn++;
    stop();
    map.off('error', onError);
  };
}

function show(map: MapLibre, { sources, layers }: BaseStyle): void {
  leave(map);
  for (const [name, source] of Object.entries(sources)) map.addSource(PREFIX + name, structuredClone(source));
  for (const layer of layers) {
    const own = { ...structuredClone(layer), id: PREFIX + layer.id } as LayerSpecification;
    if ('source' in own && own.source) own.source = PREFIX + own.source;
    map.addLayer(own, FIRST_OF_OURS);
  }
  for (const id of OWN_GROUND) map.setLayoutProperty(id, 'visibility', 'none');
}

function leave(map: MapLibre): void {
  if (shownBaseMap.peek() === null && !map.getStyle().layers.some(({ id }) => id.startsWith(PREFIX))) return;
  const { layers, sources } = map.getStyle();
  for (const { id } of layers) if (id.startsWith(PREFIX)) map.removeLayer(id);
  for (const name of Object.keys(sources)) if (name.startsWith(PREFIX)) map.removeSource(name);
  for (const id of OWN_GROUND)
    map.setLayoutProperty(id, 'visibility', id === 'rivers' && !optionalLayers.peek().rivers ? 'none' : 'visible');
  shownBaseMap.value = null;
}
