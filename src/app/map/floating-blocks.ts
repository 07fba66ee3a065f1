import type { Map as MapLibre } from 'maplibre-gl';

const EDGE = 8;

/** What floats over the map, so that labels do not hide beneath it. */
export function floatingBlocks(map: MapLibre): { at: [number, number]; width: number; height: number }[] {
  const container = map.getContainer();
  const origin = container.getBoundingClientRect();
  const floating =
    container
      .closest('.map-area, .map')
      ?.querySelectorAll('.map-group, .map-scale, .map-legend, .map-compare, .map-locator, .beyond-chip') ?? [];
  const { clientWidth, clientHeight } = container;
  const block = (left: number, top: number, width: number, height: number) => {
    const at = map.unproject([left + width / 2, top + height / 2]).toArray() as [number, number];
    return { at, width, height };
  };
  return [
    ...[...floating].map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return block(left - origin.left, top - origin.top, width, height);
    }),
    // No label runs over the edge while there is room on its other side.
    block(-EDGE, 0, EDGE, clientHeight),
    block(clientWidth, 0, EDGE, clientHeight),
  ];
}
