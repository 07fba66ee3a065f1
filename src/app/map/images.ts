import type { Map as MapLibre } from 'maplibre-gl';
import { GROUP_IDS, type KindGroup } from '../state/kind-groups.ts';
import { drawHalves, reachOf, readHalves } from './halves.ts';
import type { Palette } from './palette.ts';

/** One stroke or fill of a shape of 16 units; `ink` draws in the colour of the plate. */
interface Stroke {
  readonly d: string;
  readonly width?: number;
  readonly ink?: true;
}

/** The shapes of the kinds of event, as in the sprite of the page. */
const SHAPES: Readonly<Record<KindGroup, readonly Stroke[]>> = {
  attack: [{ d: 'M8 1.5 15 14.5H1Z' }],
  casualties: [{ d: 'M2.6 2.6 13.4 13.4M13.4 2.6 2.6 13.4', width: 3.6 }],
  displacement: [{ d: 'M4.5 13.5 12 6M5.5 3.2h7.3v7.3', width: 3 }],
  blockade: [{ d: 'M1.5 1.5h13v13h-13z' }, { d: 'M4 8h8', width: 2.8, ink: true }],
  ceasefire: [{ d: 'M2.2 1.5h4.3v13H2.2zM9.5 1.5h4.3v13H9.5z' }],
  talks: [{ d: 'M1 8a5 5 0 0 1 5-5v10a5 5 0 0 1-5-5ZM15 8a5 5 0 0 1-5 5V3a5 5 0 0 1 5 5Z' }, { d: 'M6 8h4', width: 2 }],
  words: [{ d: 'M1 2.5h14v9H8.2L4.4 15v-3.5H1Z' }],
  aid: [{ d: 'M5.6 1h4.8v4.6H15v4.8h-4.6V15H5.6v-4.6H1V5.6h4.6Z' }],
  prisoners: [{ d: 'M2 1.5h2.7v13H2zM6.65 1.5h2.7v13h-2.7zM11.3 1.5H14v13h-2.7z' }],
  status: [{ d: 'M8 .8 15.2 8 8 15.2.8 8Z', width: 1.8 }, { d: 'M8 .8V15.2L.8 8Z' }],
  other: [{ d: 'M13.6 8A5.6 5.6 0 1 1 2.4 8a5.6 5.6 0 0 1 11.2 0Z', width: 2.4 }],
};

const RATIO = 2;
const GLYPH = 11;
const GAP = 5;
const MOST = 4;

/** One canvas for all images: to make one takes longer than to draw on it. */
let paper: CanvasRenderingContext2D | null = null;

/** Draws an image of so many pixels of the page and reads it. */
function drawn(width: number, height: number, draw: (context: CanvasRenderingContext2D) => void): ImageData {
  const [across, down] = [Math.ceil(width * RATIO), Math.ceil(height * RATIO)];
  paper ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!paper) throw new Error('no 2D canvas');
  const { canvas } = paper;
  // a new size takes new memory: it only grows
  if (canvas.width < across) canvas.width = across;
  if (canvas.height < down) canvas.height = down;
  paper.reset();
  paper.scale(RATIO, RATIO);
  draw(paper);
  return paper.getImageData(0, 0, across, down);
}

const paths = new Map<string, Path2D>();
function pathOf(d: string): Path2D {
  const path = paths.get(d) ?? new Path2D(d);
  paths.set(d, path);
  return path;
}

function drawShape(context: CanvasRenderingContext2D, group: KindGroup, colour: string, ink: string): void {
  for (const { d, width, ink: isInk } of SHAPES[group]) {
    const path = pathOf(d);
    const paint = isInk ? ink : colour;
    if (width === undefined) {
      context.fillStyle = paint;
      context.fill(path);
    } else {
      context.strokeStyle = paint;
      context.lineWidth = width;
      context.stroke(path);
    }
  }
}

/** At most four shapes on a plate in the colour of the halo, then how many kinds more. */
function plate(kinds: number, rest: number, { colour, kind }: Palette): ImageData {
  const shown = GROUP_IDS.filter((_, bit) => (kinds >> bit) & 1);
  const width = 8 + shown.length * GLYPH + (shown.length - 1) * GAP + (rest > 0 ? 17 : 0);
  const height = GLYPH + 6;
  return drawn(width, height + 2, (context) => {
    context.translate(0, 2);
    context.globalAlpha = 0.92;
    context.fillStyle = colour.halo;
    context.beginPath();
    context.roundRect(0, 0, width, height, 3);
    context.fill();
    context.globalAlpha = 1;
    shown.forEach((group, at) => {
      context.save();
      context.translate(4 + at * (GLYPH + GAP), 3);
      context.scale(GLYPH / 16, GLYPH / 16);
      drawShape(context, group, kind[group], colour['k-ink']);
      context.restore();
    });
    if (rest > 0) {
      context.fillStyle = colour['map-ink'];
      context.font = "600 11px 'Source Sans 3', sans-serif";
      context.textBaseline = 'middle';
      context.direction = 'ltr';
      context.textAlign = 'left';
      context.fillText(`+${rest}`, 4 + shown.length * (GLYPH + GAP) - 1, height / 2 + 0.5);
    }
  });
}

/** The small ring of a town that only orients. */
const town = ({ colour }: Palette): ImageData =>
  drawn(7, 7, (context) => {
    context.fillStyle = colour.land;
    context.strokeStyle = colour['map-muted'];
    context.lineWidth = 1.3;
    context.beginPath();
    context.arc(3.5, 3.5, 2.2, 0, 7);
    context.fill();
    context.stroke();
  });

/** A dashed ring of a radius, round a place that is not sure. */
function dashedRing(radius: number, { colour }: Palette): ImageData {
  const size = radius * 2 + 4;
  const dashes = Math.max(8, Math.round((Math.PI * radius) / 3.4));
  const step = (Math.PI * 2 * radius) / dashes;
  return drawn(size, size, (context) => {
    context.strokeStyle = colour.place;
    context.lineWidth = 1.8;
    context.setLineDash([step * 0.62, step * 0.38]);
    context.beginPath();
    context.arc(size / 2, size / 2, radius, 0, Math.PI * 2);
    context.stroke();
  });
}

/** Nothing to see, but other labels keep off it: of few pixels, for each tile of the map carries those of its images. */
const BLOCK_STEP = 8;
const SEAT_STEP = 2;
const blank = (width: number, height: number, step: number) =>
  new ImageData(Math.max(1, Math.ceil(width / step)), Math.max(1, Math.ceil(height / step)));

const PLATE = /^kinds-(\d+)-(\d+)$/;
const RING = /^ring-(\d+)$/;
const SEAT = /^seat-(\d+)$/;
const BLOCK = /^block-(\d+)-(\d+)$/;

/** Named after what it shows, so that places with the same shapes and the same number of further kinds share one. */
export function plateId(kinds: number): string {
  let [shown, left, rest] = [0, MOST, 0];
  for (let bit = 0; kinds >> bit !== 0; bit++) {
    if (((kinds >> bit) & 1) === 0) continue;
    if (left-- > 0) shown |= 1 << bit;
    else rest++;
  }
  return `kinds-${shown}-${rest}`;
}
export const seatId = (radius: number) => `seat-${Math.round(radius)}`;
export const blockId = (width: number, height: number) =>
  `block-${Math.ceil(width / BLOCK_STEP) * BLOCK_STEP}-${Math.ceil(height / BLOCK_STEP) * BLOCK_STEP}`;
export const ringId = (radius: number) => `ring-${Math.round(radius)}`;

function draw(id: string, palette: Palette): ImageData | null {
  if (id === 'town') return town(palette);
  const kinds = PLATE.exec(id);
  if (kinds) return plate(Number(kinds[1]), Number(kinds[2]), palette);
  const room = SEAT.exec(id)?.[1];
  if (room !== undefined) return blank(Number(room) * 2, Number(room) * 2, SEAT_STEP);
  const block = BLOCK.exec(id);
  if (block) return blank(Number(block[1]), Number(block[2]), BLOCK_STEP);
  const both = readHalves(id);
  if (both) {
    const size = reachOf(both.halves) * 2;
    return drawn(size, size, (context) => drawHalves(context, both.halves, both.rtl, palette));
  }
  const radius = RING.exec(id)?.[1];
  return radius === undefined ? null : dashedRing(Number(radius), palette);
}

/** Pixels of an image for one of the page. */
const ratioOf = (id: string) => (BLOCK.test(id) ? 1 / BLOCK_STEP : SEAT.test(id) ? 1 / SEAT_STEP : RATIO);

/** Draws an image when the map first needs it. */
export function provideImage(map: MapLibre, id: string, palette: Palette): void {
  if (map.hasImage(id)) return;
  const image = draw(id, palette);
  if (image) map.addImage(id, image, { pixelRatio: ratioOf(id) });
}

/** Draws all images anew in the colours of another theme. */
export function redrawImages(map: MapLibre, palette: Palette): void {
  for (const id of map.listImages()) {
    const image = draw(id, palette);
    if (image) map.updateImage(id, image);
  }
}
