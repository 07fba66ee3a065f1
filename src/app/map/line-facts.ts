import type { Map as MapLibre, PointLike } from 'maplibre-gl';
import { formatRange } from '../i18n/dates.ts';
import { type LabelLanguage, type Language, labelLanguage, language } from '../state/app-state.ts';
import { mapMessages } from './map-messages.ts';

/** What there is to say of a line or an area of the base map, in the language of the interface. */
export interface LineFacts {
  readonly name: string;
  /** What it is, or from when to when it stood. */
  readonly kind: string;
  readonly note: string;
  readonly source: string;
}

type Properties = Readonly<Record<string, unknown>>;

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
const inLanguage = (properties: Properties, prefix: string, own: Language) =>
  textOf(properties[`${prefix}${own}`]) || textOf(properties[`${prefix}en`]);

/** A limit that was true for a time or is disputed: its name, its period, what each side says of it, whence it is drawn. */
export function limitFacts(properties: Properties): LineFacts {
  const own = language.value;
  return {
    name: inLanguage(properties, '', own),
    kind: formatRange(Number(properties.first), Number(properties.last)),
    note: inLanguage(properties, 'note_', own),
    source: inLanguage(properties, 'source_', own),
  };
}

const KINDS = ['roads', 'railways', 'ranges', 'rivers', 'provinces'] as const;

/** A road, a railway, a range, a river: its name as the labels have it, and what it is. */
function namedLine(properties: Properties, labels: LabelLanguage): LineFacts | null {
  const kind = KINDS.find((one) => one === properties.kind);
  const name = textOf(properties[labels === 'text' ? 'ar' : labels]) || textOf(properties.en);
  return kind && name ? { name, kind: mapMessages.value.lineKinds[kind], note: '', source: '' } : null;
}

const REACH = 5;
const LINES = ['limit-lines', 'disputed-borders', 'roads', 'railways', 'rivers', 'ranges', 'provinces'];

/** The line of the base map under a point of the screen, or the area of a limit; `nameOf` names a country by its id. */
export function lineAt(map: MapLibre, x: number, y: number, nameOf: (id: string) => string): LineFacts | null {
  const query = (box: PointLike | [PointLike, PointLike], layers: readonly string[]) =>
    map.queryRenderedFeatures(box, { layers: layers.filter((name) => map.getLayer(name)) });
  const box: [PointLike, PointLike] = [
    [x - REACH, y - REACH],
    [x + REACH, y + REACH],
  ];
  const found = query(box, LINES).sort((a, b) => LINES.indexOf(a.layer.id) - LINES.indexOf(b.layer.id))[0];
  const hit = found ?? query([x, y], ['limit-areas'])[0];
  if (!hit) return null;
  const { properties } = hit;
  if (hit.layer.id.startsWith('limit')) return limitFacts(properties);
  if (hit.layer.id !== 'disputed-borders') return namedLine(properties, labelLanguage.peek());
  const sides = [properties.a, properties.b].map((id) => nameOf(String(id))).filter(Boolean);
  const { disputed, disputedNote, disputedSource } = mapMessages.value;
  return { name: sides.join(' – ') || disputed, kind: disputed, note: disputedNote, source: disputedSource };
}
