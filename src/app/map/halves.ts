import type { Rates } from './map-context.ts';
import type { Palette } from './palette.ts';

/** Radii of a disc of two halves, in pixels; 0 where a side is silent, -1 where it has nothing to be silent in. */
export interface Halves {
  readonly a: number;
  readonly b: number;
}

const LARGEST = 22;
const LEAST = 4;
/** Radius of the hollow half of a side that does not name the place. */
const HOLLOW = 4.5;
const CASING = 1.5;

/** The area of each half follows the mentions per thousand words, so that a long text does not look louder. */
export function halvesOf(place: number, { a, b, most, absent }: Rates): Halves {
  const radius = (rate: number, none: boolean) =>
    rate > 0 ? Math.max(LEAST, Math.round(LARGEST * Math.sqrt(rate / Math.max(most, 1e-9)))) : none ? -1 : 0;
  return { a: radius(a[place]!, absent.a), b: radius(b[place]!, absent.b) };
}

const ID = /^halves-(-?\d+)_(-?\d+)_([lr])$/;

export const halvesId = ({ a, b }: Halves, rtl: boolean) => `halves-${a}_${b}_${rtl ? 'r' : 'l'}`;

/** The halves that the name of an image speaks of, the one at the left first. */
export function readHalves(id: string): { readonly halves: Halves; readonly rtl: boolean } | null {
  const found = ID.exec(id);
  return found && { halves: { a: Number(found[1]), b: Number(found[2]) }, rtl: found[3] === 'r' };
}

/** Half of the width of the drawing. */
export const reachOf = ({ a, b }: Halves) => Math.max(a, b, HOLLOW) + CASING + 1;

/** Draws the first side at the inline start in the accent, the second in hatched ochre; a silent side is hollow, an absent one missing. */
export function drawHalves(context: CanvasRenderingContext2D, { a, b }: Halves, rtl: boolean, palette: Palette): void {
  const { colour } = palette;
  const reach = reachOf({ a, b });
  const half = (radius: number, first: boolean) => {
    const path = new Path2D();
    const turn = first === rtl ? 0 : Math.PI;
    path.arc(reach, reach, radius, turn - Math.PI / 2, turn + Math.PI / 2);
    path.closePath();
    return path;
  };
  const side = (radius: number, first: boolean, tint: string) => {
    if (radius < 0) return;
    const path = half(radius === 0 ? HOLLOW : radius, first);
    context.lineWidth = CASING * 2;
    context.strokeStyle = colour['place-edge'];
    context.stroke(path);
    context.fillStyle = radius === 0 || !first ? colour['place-edge'] : tint;
    context.fill(path);
    context.save();
    context.clip(path);
    if (radius > 0 && !first) hatch(context, reach, tint);
    context.restore();
    context.lineWidth = 1.4;
    context.strokeStyle = tint;
    context.stroke(path);
  };
  side(b, false, colour['m-literal-line']);
  side(a, true, colour.accent);
}

function hatch(context: CanvasRenderingContext2D, reach: number, tint: string): void {
  context.strokeStyle = tint;
  context.lineWidth = 2.2;
  context.beginPath();
  for (let x = -reach * 2; x < reach * 4; x += 3.8) {
    context.moveTo(x, 0);
    context.lineTo(x + reach * 2, reach * 2);
  }
  context.stroke();
}
