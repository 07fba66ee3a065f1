import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../src/app/styles/tokens.css', import.meta.url), 'utf8');

type Colour = readonly [number, number, number];

/** The colours of one theme: those of `:root`, with what the dark theme says over them. */
function colours(dark: boolean): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, selector = '', body = ''] of css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const isDark = selector.includes('dark');
    if (!/:root|\[data-theme/.test(selector) || (isDark && !dark)) continue;
    for (const [, name = '', value = ''] of body.matchAll(/--([\w-]+):\s*(#[0-9A-Fa-f]{6})\b/g)) found.set(name, value);
  }
  return found;
}

const parse = (hex: string): Colour =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour;

/** WCAG 2.2: relative luminance. */
function luminance(colour: Colour): number {
  const [r, g, b] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Colour, b: Colour): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const over = (top: Colour, bottom: Colour, share: number): Colour =>
  top.map((value, at) => Math.round(value * share + bottom[at]! * (1 - share))) as unknown as Colour;

/** Share of its colour that a region covers the land with. */
const REGION = 0.45;
const TEXT = 4.5;
const SYMBOL = 3;
const KINDS = [
  'attack',
  'casualties',
  'displacement',
  'blockade',
  'ceasefire',
  'talks',
  'prisoners',
  'words',
  'status',
  'aid',
  'other',
];

/** What stands on what, and how far it must be from it. */
const PAIRS: readonly (readonly [ink: string, grounds: readonly string[], least: number])[] = [
  ...['ink', 'ink-2', 'muted'].map((ink) => [ink, ['paper', 'well', 'float', 'accent-soft'], TEXT] as const),
  ['accent', ['paper', 'float', 'accent-soft', 'land', 'region'], TEXT],
  ['on-accent', ['accent'], TEXT],
  ['ink', ['m-literal', 'm-date', 'm-meto'], TEXT],
  ['map-ink', ['land', 'land-far', 'region'], TEXT],
  ['map-muted', ['land', 'land-far'], TEXT],
  ['map-water-ink', ['water', 'land'], TEXT],
  ['place-edge', ['place'], TEXT],
  ['border', ['land'], SYMBOL],
  ['disputed', ['land'], SYMBOL],
  ['place', ['land', 'land-far'], SYMBOL],
  ['rule-strong', ['paper'], SYMBOL],
  ['focus', ['paper', 'float', 'land'], SYMBOL],
  ...['m-literal-line', 'm-meto-line', 'm-assoc-line', 'm-demo-line', 'm-embed-line', 'm-date-line', 'm-selected'].map(
    (line) => [line, ['paper'], SYMBOL] as const,
  ),
  ...KINDS.map((kind) => [`k-${kind}`, ['paper', 'land', 'accent-soft'], SYMBOL] as const),
];

for (const theme of ['light', 'dark'])
  describe(`the colours of the ${theme} theme`, () => {
    const tokens = colours(theme === 'dark');
    const colour = (name: string): Colour => {
      if (name === 'region') return over(colour('area'), colour('land'), REGION);
      const hex = tokens.get(name);
      if (!hex) throw new Error(`--${name} is missing`);
      return parse(hex);
    };
    for (const [ink, grounds, least] of PAIRS)
      for (const ground of grounds)
        it(`${ink} can be told from ${ground}`, () => {
          expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(least);
        });
  });
