import { signal } from '@preact/signals';

export type PickedPoint = readonly [lon: number, lat: number];

/** A request that a person point at the map; answered once, with null when they give up. */
export interface Pick {
  readonly kind: 'point' | 'line';
  readonly done: (points: readonly PickedPoint[] | null) => void;
}

/** The request that the map carries out now. */
export const picking = signal<Pick | null>(null);

export function pickOnMap(kind: Pick['kind']): Promise<readonly PickedPoint[] | null> {
  picking.peek()?.done(null);
  return new Promise((settle) => {
    picking.value = {
      kind,
      done: (points) => {
        picking.value = null;
        settle(points);
      },
    };
  });
}
