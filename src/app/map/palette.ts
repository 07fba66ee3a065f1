import { GROUP_IDS, type KindGroup } from '../state/kind-groups.ts';

const TOKENS = [
  'land',
  'land-far',
  'water',
  'water-line',
  'river',
  'border',
  'border-band',
  'disputed',
  'graticule',
  'area',
  'area-edge',
  'map-ink',
  'map-muted',
  'map-water-ink',
  'halo',
  'halo-water',
  'place',
  'place-edge',
  'paper',
  'float',
  'accent',
  'on-accent',
  'rule-strong',
  'k-ink',
  'm-literal-line',
] as const;

export type Token = (typeof TOKENS)[number];

/** The colours of the map as the style sheet gives them for the theme that is on. */
export interface Palette {
  readonly colour: Readonly<Record<Token, string>>;
  readonly kind: Readonly<Record<KindGroup, string>>;
}

export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(`--${name}`).trim() || '#808080';
  const pairs = <T extends string>(names: readonly T[], prefix = '') =>
    Object.fromEntries(names.map((name) => [name, read(prefix + name)])) as Record<T, string>;
  return { colour: pairs(TOKENS), kind: pairs(GROUP_IDS, 'k-') };
}

/** A colour of the palette with another opacity, as `rgba()`. */
export function withAlpha(hex: string, alpha: number): string {
  const digits = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})/i.exec(hex);
  if (!digits) return hex;
  const [red, green, blue] = digits.slice(1).map((pair) => Number.parseInt(pair, 16));
  return `rgba(${red},${green},${blue},${alpha})`;
}

/** Red, green and blue between 0 and 1. */
export function channels(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1, 7), 16);
  return [((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}
