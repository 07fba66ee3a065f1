import type { Feature, FeatureCollection } from 'geojson';

interface Member {
  readonly at: number;
  readonly label: string;
  readonly figure: string;
}

/** Places that lie on each other, set out on a ring around where they are, each tied to it by a line. */
export function fanFeatures(
  members: readonly Member[],
  centre: { readonly x: number; readonly y: number },
  unproject: (x: number, y: number) => [number, number],
): FeatureCollection {
  const radius = Math.max(46, (members.length * 34) / (2 * Math.PI));
  const features = members.flatMap(({ at, label, figure }, order): Feature[] => {
    const angle = (2 * Math.PI * order) / members.length - Math.PI / 4;
    const east = Math.cos(angle) >= 0;
    const position = unproject(centre.x + radius * Math.cos(angle), centre.y + radius * Math.sin(angle));
    return [
      {
        type: 'Feature',
        properties: { role: 'tie' },
        geometry: { type: 'LineString', coordinates: [unproject(centre.x, centre.y), position] },
      },
      {
        type: 'Feature',
        id: at,
        properties: { role: 'member', label, figure, anchor: east ? 'left' : 'right', shift: [east ? 1.2 : -1.2, 0] },
        geometry: { type: 'Point', coordinates: position },
      },
    ];
  });
  return { type: 'FeatureCollection', features };
}
