import { EVENT_KINDS, type EventKind, type Factuality } from '../../core/model/event.ts';
import { SENSES, type Sense } from '../../core/model/mention.ts';
import type { Comparison, LabelLanguage, Language, MapCamera, Selection, StoryPlace, Theme } from './app-state.ts';
import { FACTUALITIES } from './columns.ts';
import { isoOf, parseIso } from './days.ts';
import { type AreaFilter, type DayRange, type Filters, NO_FILTERS, type WhenFilter } from './filters.ts';

/** All that the address bar holds. */
export interface UrlState {
  readonly filters: Filters;
  readonly selection: Selection | null;
  readonly language: Language | null;
  readonly theme: Theme;
  readonly labels: LabelLanguage | null;
  readonly view: MapCamera | null;
  readonly layers: Readonly<Record<string, boolean>>;
  /** Address of another base map; `null` for what the site begins with. */
  readonly base: string | null;
  readonly follow: boolean;
  /** The stretch that fills the timeline. */
  readonly zoom: DayRange | null;
  readonly embed: boolean;
  readonly walk: boolean;
  readonly translations: boolean;
  readonly compare: Comparison | null;
  readonly story: StoryPlace | null;
}

export const EMPTY_STATE: UrlState = {
  filters: NO_FILTERS,
  selection: null,
  language: null,
  theme: 'auto',
  labels: null,
  view: null,
  layers: {},
  base: null,
  follow: false,
  zoom: null,
  embed: false,
  walk: false,
  translations: true,
  compare: null,
  story: null,
};

const PANELS = ['beyond', 'about', 'documents', 'events', 'places', 'chronology', 'compare', 'stories', 'own'] as const;
const COMPARED = ['document', 'speaker', 'period'] as const;
/** Stands for the map's own base where the site begins with another. */
const OWN_BASE = '-';
const LABELS: readonly LabelLanguage[] = ['ar', 'en', 'hy', 'az', 'ru', 'text'];

const item = (value: string) =>
  encodeURIComponent(value).replace(/%20/g, '+').replace(/%3A/g, ':').replace(/%2F/g, '/');
const list = (values: readonly string[]) => values.map(item).join(',');

function unitem(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text;
  }
}
const unlist = (text: string) =>
  text
    .split(',')
    .filter((part) => part !== '')
    .map(unitem);

/** The state as the part of an address after `#`, without what is at its default. Stable: equal states give equal text. */
export function encodeState(state: UrlState): string {
  const parts: string[] = [];
  const put = (key: string, value: string) => {
    if (value !== '') parts.push(`${key}=${value}`);
  };
  const { selection: chosen, filters: f } = state;
  if (chosen) parts.push(encodeSelection(chosen));
  put('when', encodeWhen(f.when));
  if (f.timeOf === 'publication') put('time', 'publication');
  put('where', list(f.where));
  put('area', encodeArea(f.area));
  put('what', list(f.what));
  put('who', list(f.who));
  put('in', list(f.documents));
  if (f.senses) put('sense', f.senses.length > 0 ? list(f.senses) : 'none');
  if (f.minConfidence > 0) put('sure', String(f.minConfidence));
  put('fact', list(f.factuality));
  if (state.view) {
    const { lon, lat, zoom, bearing } = state.view;
    put('view', [lon, lat, zoom, ...(bearing === 0 ? [] : [bearing])].join(','));
  }
  put('labels', state.labels ?? '');
  put(
    'layers',
    Object.keys(state.layers)
      .sort()
      .map((name) => (state.layers[name] ? item(name) : `!${item(name)}`))
      .join(','),
  );
  if (state.base !== null) put('base', state.base === '' ? OWN_BASE : item(state.base));
  put('span', encodeWhen(state.zoom && { range: state.zoom, undated: false }));
  if (state.follow) put('follow', '1');
  if (state.walk) put('walk', '1');
  if (!state.translations) put('translations', '0');
  if (state.compare) put('compare', [state.compare.by, state.compare.a, state.compare.b].map(item).join(','));
  if (state.story) {
    put('story', item(state.story.address));
    if (state.story.step > 0) put('step', String(state.story.step + 1));
  }
  if (state.embed) put('embed', '1');
  if (state.theme !== 'auto') put('theme', state.theme);
  put('lang', state.language ?? '');
  return parts.join('&');
}

/** The part of the address that says what the panel shows. */
export function encodeSelection(chosen: Selection): string {
  if (chosen.type === 'place') return `place=${item(chosen.id)}`;
  if (chosen.type === 'event') return `event=${item(chosen.id)}`;
  if (chosen.type === 'chronology' && chosen.by) return `panel=chronology&by=${chosen.by}`;
  if (chosen.type !== 'document') return `panel=${chosen.type}`;
  return `doc=${item(chosen.id)}${chosen.mention === undefined ? '' : `&at=${chosen.mention}`}`;
}

/** Reads what `encodeState` wrote. What it does not understand it leaves at its default; it never throws. */
export function decodeState(text: string): UrlState {
  const values = new Map<string, string>();
  for (const part of text.replace(/^#/, '').split('&')) {
    const at = part.indexOf('=');
    if (at > 0) values.set(part.slice(0, at), part.slice(at + 1));
  }
  const get = (key: string) => values.get(key) ?? '';
  const among = <T extends string>(key: string, allowed: readonly T[]) =>
    unlist(get(key)).filter((value): value is T => (allowed as readonly string[]).includes(value));
  const sure = Number(get('sure'));
  const language = get('lang');
  const theme = get('theme');
  return {
    filters: {
      when: decodeWhen(get('when')),
      timeOf: get('time') === 'publication' ? 'publication' : 'event',
      where: unlist(get('where')),
      area: decodeArea(get('area')),
      what: among<EventKind>('what', Object.keys(EVENT_KINDS) as EventKind[]),
      who: unlist(get('who')),
      documents: unlist(get('in')),
      senses: values.has('sense') ? among<Sense>('sense', SENSES) : null,
      minConfidence: Number.isInteger(sure) && sure > 0 && sure <= 100 ? sure : 0,
      factuality: among<Factuality>('fact', FACTUALITIES),
    },
    selection: decodeSelection(values),
    language: language === 'ar' || language === 'en' ? language : null,
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    labels: LABELS.find((label) => label === get('labels')) ?? null,
    view: decodeView(get('view')),
    layers: Object.fromEntries(
      unlist(get('layers')).map((name) => (name.startsWith('!') ? [name.slice(1), false] : [name, true])),
    ),
    base: values.has('base') && get('base') !== '' ? (get('base') === OWN_BASE ? '' : unitem(get('base'))) : null,
    follow: get('follow') === '1',
    zoom: decodeWhen(get('span'))?.range ?? null,
    embed: get('embed') === '1',
    walk: get('walk') === '1',
    translations: get('translations') !== '0',
    compare: decodeComparison(get('compare')),
    story: decodeStory(get('story'), get('step')),
  };
}

const KEYS = new Set(
  'place doc at event panel by when time where area what who in sense sure fact view labels layers base span follow walk translations compare story step embed theme lang'.split(
    ' ',
  ),
);

/** Whether every part of an address was read; what was not is left at its default, and the page says so. */
export function isUnderstood(text: string): boolean {
  const parts = text.replace(/^#/, '').split('&').filter(Boolean);
  const written = new Set(
    encodeState(decodeState(text))
      .split('&')
      .map((part) => part.split('=')[0]),
  );
  const count = (value: string) => value.split(',').filter(Boolean).length;
  const read = new URLSearchParams(encodeState(decodeState(text)).replaceAll('+', '%20'));
  return parts.every((part) => {
    const [key = '', value = ''] = [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)];
    if (part.indexOf('=') < 1 || !KEYS.has(key)) return false;
    if (value === '' || DEFAULTS[key] === value) return true;
    if (!written.has(key)) return false;
    // of a list of known words each has to be one of them
    return !CLOSED.has(key) || count(value) === count(read.get(key) ?? '');
  });
}

/** Values that are not written since they are the default. */
const DEFAULTS: Readonly<Record<string, string>> = {
  theme: 'auto',
  time: 'event',
  step: '1',
  sure: '0',
  follow: '0',
  walk: '0',
  translations: '1',
  embed: '0',
};
const CLOSED = new Set(['what', 'sense', 'fact']);

function decodeComparison(text: string): Comparison | null {
  const [by = '', a = '', b = ''] = text.split(',').map(unitem);
  const known = COMPARED.find((one) => one === by);
  return known ? { by: known, a, b } : null;
}

function decodeStory(address: string, step: string): StoryPlace | null {
  if (address === '') return null;
  return { address: unitem(address), step: /^[1-9]\d{0,3}$/.test(step) ? Number(step) - 1 : 0 };
}

function decodeSelection(values: ReadonlyMap<string, string>): Selection | null {
  const place = values.get('place');
  if (place) return { type: 'place', id: unitem(place) };
  const document = values.get('doc');
  if (document) {
    const at = values.get('at');
    const mention = at !== undefined && /^\d+$/.test(at) ? Number(at) : undefined;
    return mention === undefined
      ? { type: 'document', id: unitem(document) }
      : { type: 'document', id: unitem(document), mention };
  }
  const event = values.get('event');
  if (event) return { type: 'event', id: unitem(event) };
  const panel = PANELS.find((name) => name === values.get('panel'));
  if (panel === 'chronology' && values.get('by') === 'speaker') return { type: panel, by: 'speaker' };
  return panel ? { type: panel } : null;
}

function encodeWhen(when: WhenFilter | null): string {
  if (!when) return '';
  const range = when.range
    ? `${when.range.from === null ? '' : isoOf(when.range.from)}..${when.range.to === null ? '' : isoOf(when.range.to)}`
    : '';
  return [range, when.undated ? 'undated' : ''].filter((part) => part !== '').join(',') || 'none';
}

function decodeWhen(text: string): WhenFilter | null {
  if (text === '') return null;
  const parts = text.split(',');
  const undated = parts.includes('undated');
  const spelt = parts.find((part) => part.includes('..'));
  // typed by hand: one year, month or day
  const one = spelt === undefined ? parts.map(parseIso).find((range) => range !== null) : undefined;
  if (one) return { range: { from: one.from, to: one.to }, undated };
  if (spelt === undefined) return undated || text === 'none' ? { range: null, undated } : null;
  const [from = '', to = ''] = spelt.split('..');
  const first = parseIso(from);
  const last = parseIso(to);
  if ((from !== '' && !first) || (to !== '' && !last)) return null;
  if (first && last && last.to < first.from) return null;
  return { range: { from: first?.from ?? null, to: last?.to ?? null }, undated };
}

function encodeArea(area: AreaFilter | null): string {
  if (!area) return '';
  if (area.type === 'box') return `box:${area.bounds.join(',')}`;
  if (area.type === 'radius') return `radius:${[...area.centre, area.km].join(',')}`;
  return `polygon:${area.ring.flat().join(',')}`;
}

/** Longitudes of a view or a drawing that went around the globe. */
const MOST_LON = 540;
/** Half the way around the earth: a wider radius is everywhere. */
const MOST_KM = 20_038;

function decodeArea(text: string): AreaFilter | null {
  const [type, rest = ''] = text.split(':');
  const numbers = rest.split(',').map(Number);
  if (rest === '' || numbers.some((value) => !Number.isFinite(value))) return null;
  const [a = 0, b = 0, c = 0, d = 0] = numbers;
  // a box may reach over the date line, and a longitude then lies beyond 180
  const isOnGlobe = (lon: number, lat: number) => Math.abs(lon) <= MOST_LON && Math.abs(lat) <= 90;
  if (type === 'box' && numbers.length === 4)
    return isOnGlobe(a, b) && isOnGlobe(c, d) && b <= d ? { type: 'box', bounds: [a, b, c, d] } : null;
  if (type === 'radius' && numbers.length === 3)
    return isOnGlobe(a, b) && c >= 0 && c <= MOST_KM ? { type: 'radius', centre: [a, b], km: c } : null;
  if (type !== 'polygon' || numbers.length < 6 || numbers.length % 2 !== 0) return null;
  const ring: [number, number][] = [];
  for (let at = 0; at < numbers.length; at += 2) ring.push([numbers[at]!, numbers[at + 1]!]);
  if (!ring.every(([lon, lat]) => isOnGlobe(lon, lat))) return null;
  return { type: 'polygon', ring };
}

function decodeView(text: string): MapCamera | null {
  const numbers = text.split(',').map(Number);
  if (text === '' || numbers.length < 3 || numbers.some((value) => !Number.isFinite(value))) return null;
  const [lon = 0, lat = 0, zoom = 0, bearing = 0] = numbers;
  if (Math.abs(lat) > 90 || Math.abs(lon) > MOST_LON || zoom < 0 || zoom > 24 || Math.abs(bearing) > 360) return null;
  return { lon, lat, zoom, bearing };
}
