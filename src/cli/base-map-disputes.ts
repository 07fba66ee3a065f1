import type { Border, Country, Point, Polygon, Ring, World } from './base-map-world.ts';

/**
 * Natural Earth draws who holds a territory; this map shows a territory with the state that the United Nations count it
 * to, and the line between as a disputed one (dashed). Keys are ISO 3166-1 numeric codes, or the package's names.
 */
const CRIMEA = { from: '643', to: '804', west: 32, south: 44, east: 36.7, north: 46.3 };
/** A territory cut off along a meridian or a parallel; redrawn from a map with one line. */
const CUTS: readonly { from: string; to: string; axis: 0 | 1; at: number; beyond: 1 | -1 }[] = [
  // The Golan, east of the line of June 1967.
  { from: '376', to: '760', axis: 0, at: 35.645, beyond: 1 },
  // Western Sahara, south of 27°40′ N.
  { from: '504', to: '732', axis: 1, at: 27.667, beyond: -1 },
];

/** Pairs whose line, or the part of it inside a box `[west, south, east, north]`, is disputed. */
const DISPUTED: readonly { a: string; b: string; box?: readonly [number, number, number, number] }[] = [
  { a: '376', b: '275' },
  { a: '376', b: '760' },
  { a: '504', b: '732' },
  { a: '706', b: 'Somaliland' },
  { a: '196', b: 'N. Cyprus' },
  { a: '196', b: 'Cyprus U.N. Buffer Zone' },
  { a: 'N. Cyprus', b: 'Cyprus U.N. Buffer Zone' },
  { a: '688', b: 'Kosovo' },
  { a: '643', b: '804', box: [32, 44, 36.7, 46.3] },
  { a: '356', b: '586', box: [73, 32.4, 78, 37.5] },
  { a: '356', b: '156', box: [74, 32, 80.6, 37] },
  { a: '356', b: '156', box: [91.5, 26.5, 97.6, 30] },
  { a: '356', b: 'Siachen Glacier' },
  { a: '586', b: 'Siachen Glacier' },
  { a: '156', b: 'Siachen Glacier' },
  { a: '818', b: '729', box: [31, 21, 37.5, 23.6] },
  { a: '729', b: '728', box: [27.4, 8.8, 29.6, 10.6] },
];

const inBox = ([x, y]: Point, [west, south, east, north]: readonly [number, number, number, number]) =>
  x >= west && x <= east && y >= south && y <= north;

/** The part of a ring on one side of a line of constant longitude or latitude. */
export function clip(ring: Ring, axis: 0 | 1, at: number, beyond: 1 | -1): Point[] {
  const kept: Point[] = [];
  const inside = (point: Point) => (point[axis] - at) * beyond >= 0;
  for (let index = 0; index + 1 < ring.length; index++) {
    const here = ring[index]!;
    const next = ring[index + 1]!;
    if (inside(here)) kept.push(here);
    if (inside(here) === inside(next)) continue;
    const t = (at - here[axis]) / (next[axis] - here[axis]);
    const other = Number((here[1 - axis]! + t * (next[1 - axis]! - here[1 - axis]!)).toFixed(3));
    kept.push(axis === 0 ? [at, other] : [other, at]);
  }
  if (kept.length > 0) kept.push(kept[0]!);
  return kept;
}

function cut(polygons: readonly Polygon[], axis: 0 | 1, at: number, beyond: 1 | -1): Polygon[] {
  return polygons
    .map((polygon) => polygon.map((ring) => clip(ring, axis, at, beyond)).filter((ring) => ring.length >= 4))
    .filter((polygon) => polygon.length > 0);
}

/** Where the cut runs through the land, from one side of it to the other. */
function cutLine(polygons: readonly Polygon[], axis: 0 | 1, at: number): Ring {
  const crossings = polygons.flatMap((polygon) =>
    polygon.flatMap((ring) => ring.filter((point) => point[axis] === at)),
  );
  const others = crossings.map((point) => point[1 - axis]!);
  const low = Math.min(...others);
  const high = Math.max(...others);
  return axis === 0
    ? [
        [at, low],
        [at, high],
      ]
    : [
        [low, at],
        [high, at],
      ];
}

/** Splits a line into stretches inside and outside of a box. */
function stretches(line: Ring, box: readonly [number, number, number, number]): { inside: boolean; points: Point[] }[] {
  const parts: { inside: boolean; points: Point[] }[] = [];
  for (let at = 0; at + 1 < line.length; at++) {
    const inside = inBox(line[at]!, box) && inBox(line[at + 1]!, box);
    const last = parts.at(-1);
    if (last && last.inside === inside) last.points.push(line[at + 1]!);
    else parts.push({ inside, points: [line[at]!, line[at + 1]!] });
  }
  return parts;
}

export function settle(world: World): World {
  const polygons = new Map(world.countries.map((country) => [country.key, country.polygons]));
  const extra: Border[] = [];
  const give = (from: string, to: string, gone: readonly Polygon[], left: readonly Polygon[]) => {
    polygons.set(from, left);
    polygons.set(to, [...(polygons.get(to) ?? []), ...gone]);
  };
  const box = [CRIMEA.west, CRIMEA.south, CRIMEA.east, CRIMEA.north] as const;
  const crimean = (polygon: Polygon) => polygon[0]!.every((point) => inBox(point, box));
  const russia = polygons.get(CRIMEA.from) ?? [];
  give(
    CRIMEA.from,
    CRIMEA.to,
    russia.filter(crimean),
    russia.filter((polygon) => !crimean(polygon)),
  );
  for (const { from, to, axis, at, beyond } of CUTS) {
    const own = polygons.get(from) ?? [];
    const gone = cut(own, axis, at, beyond);
    if (gone.length === 0) continue;
    extra.push({ a: from, b: to, lines: [cutLine(gone, axis, at)], disputed: true });
    give(from, to, gone, cut(own, axis, at, beyond === 1 ? -1 : 1));
  }
  const borders = world.borders.flatMap((border): Border[] => {
    const rules = DISPUTED.filter(
      ({ a, b }) => (a === border.a && b === border.b) || (a === border.b && b === border.a),
    );
    if (rules.length === 0) return [border];
    if (rules.some((rule) => !rule.box)) return [{ ...border, disputed: true }];
    let plain: Ring[] = [...border.lines];
    const dashed: Ring[] = [];
    for (const { box: area } of rules) {
      const parts = plain.flatMap((line) => stretches(line, area!));
      dashed.push(...parts.filter((part) => part.inside).map((part) => part.points));
      plain = parts.filter((part) => !part.inside).map((part) => part.points);
    }
    return [
      ...(plain.length > 0 ? [{ ...border, lines: plain }] : []),
      ...(dashed.length > 0 ? [{ ...border, lines: dashed, disputed: true }] : []),
    ];
  });
  const countries = world.countries.map(
    (country): Country => ({ ...country, polygons: polygons.get(country.key) ?? [] }),
  );
  return { countries, borders: [...borders, ...extra] };
}
