import type { Map as MapLibre } from 'maplibre-gl';
import { direction, formatNumber } from '../i18n/locale.ts';
import { atlas, language } from '../state/app-state.ts';
import { shownBaseMap } from './base-map-choice.ts';
import { type LegendEntry, legendEntries } from './legend-entries.ts';
import { frame } from './map-context.ts';
import { mapMessages } from './map-messages.ts';

const MARGIN = 24;
const HEAD = 56;
const FOOT = 76;
const LINE = 18;
const SMALL = "400 12px 'Source Sans 3', 'IBM Plex Sans Arabic', sans-serif";

/** A picture of the map as it stands, with title, legend, scale and credit. */
function drawPicture(map: MapLibre): HTMLCanvasElement {
  const source = map.getCanvas();
  const ratio = map.getPixelRatio();
  const [width, height] = [source.width / ratio, source.height / ratio];
  const foot = Math.max(FOOT, 40 + legendEntries().length * LINE);
  const canvas = document.createElement('canvas');
  canvas.width = source.width;
  canvas.height = source.height + (HEAD + foot) * ratio;
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const rtl = direction.value === 'rtl';
  context.scale(ratio, ratio);
  context.fillStyle = token('--paper');
  context.fillRect(0, 0, width, height + HEAD + foot);
  context.drawImage(source, 0, HEAD, width, height);
  context.direction = rtl ? 'rtl' : 'ltr';
  context.textAlign = 'start';
  const start = rtl ? width - MARGIN : MARGIN;
  const end = rtl ? MARGIN : width - MARGIN;
  context.fillStyle = token('--ink');
  context.font = "600 22px 'Source Serif 4', 'Noto Naskh Arabic', serif";
  context.fillText(atlas.value?.titles[language.value] ?? atlas.value?.title ?? '', start, 36);
  drawScale(context, start, HEAD + height + 30, rtl);
  const { pictureCredit, pictureOther } = mapMessages.value;
  context.font = SMALL;
  context.fillStyle = token('--muted');
  const other = shownBaseMap.value;
  context.fillText(other ? pictureOther(other) : pictureCredit, start, HEAD + height + foot - 18);
  drawLegend(context, legendEntries(), end, HEAD + height + 20, rtl, token);
  return canvas;
}

/** What the dashes and the tints are, from the inline end. */
function drawLegend(
  context: CanvasRenderingContext2D,
  entries: readonly LegendEntry[],
  end: number,
  top: number,
  rtl: boolean,
  token: (name: string) => string,
): void {
  context.textAlign = 'end';
  const inwards = rtl ? 1 : -1;
  entries.forEach(({ facts, area }, at) => {
    const y = top + at * LINE;
    context.fillStyle = token('--ink-2');
    context.fillText(facts.name, end + inwards * 40, y);
    const left = Math.min(end, end + inwards * 32);
    if (area) {
      context.globalAlpha = 0.3;
      context.fillStyle = token('--disputed');
      context.fillRect(left, y - 9, 32, 10);
      context.globalAlpha = 1;
      return;
    }
    context.setLineDash([5, 3.5]);
    context.strokeStyle = token('--disputed');
    context.beginPath();
    context.moveTo(left, y - 4);
    context.lineTo(left + 32, y - 4);
    context.stroke();
    context.setLineDash([]);
  });
}

function drawScale(context: CanvasRenderingContext2D, start: number, y: number, rtl: boolean): void {
  const metresPerPixel = frame.value?.metresPerPixel;
  if (!metresPerPixel) return;
  const longest = 200 * metresPerPixel;
  const power = 10 ** Math.floor(Math.log10(longest));
  const metres = ([5, 2, 1].find((step) => step * power <= longest) ?? 1) * power;
  const length = (metres / metresPerPixel) * (rtl ? -1 : 1);
  const t = mapMessages.value;
  const ink = getComputedStyle(document.documentElement).getPropertyValue('--ink').trim();
  context.strokeStyle = ink;
  context.fillStyle = ink;
  context.lineWidth = 1.25;
  context.beginPath();
  context.moveTo(start, y - 6);
  context.lineTo(start, y);
  context.lineTo(start + length, y);
  context.lineTo(start + length, y - 6);
  context.stroke();
  context.font = SMALL;
  context.fillText(metres >= 1000 ? t.km(formatNumber(metres / 1000)) : t.m(formatNumber(metres)), start, y - 10);
}

/** Hands the picture over as a file. */
export function savePicture(map: MapLibre): Promise<void> {
  return new Promise((resolve) => {
    drawPicture(map).toBlob((blob) => {
      if (blob) {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(blob);
        link.download = 'mawdi-map.png';
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
      }
      resolve();
    }, 'image/png');
  });
}
