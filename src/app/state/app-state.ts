import { computed, signal } from '@preact/signals';
import type { FeatureCollection } from 'geojson';
import type { Atlas } from '../../core/model/atlas.ts';
import { type Bounds, type DayRange, type Filters, NO_FILTERS } from './filters.ts';

/** What the panel shows and the map marks. `mention` is the start offset of the mention in its document's text; an event's id is that of its `JoinedEvent`. */
export type Selection =
  | { readonly type: 'place'; readonly id: string }
  | { readonly type: 'document'; readonly id: string; readonly mention?: number }
  | { readonly type: 'event'; readonly id: string }
  | { readonly type: 'beyond' }
  | { readonly type: 'about' }
  | { readonly type: 'documents' }
  | { readonly type: 'events' }
  | { readonly type: 'places' }
  /** By date, or grouped by who says so. */
  | { readonly type: 'chronology'; readonly by?: 'speaker' }
  | { readonly type: 'compare' }
  | { readonly type: 'stories' }
  | { readonly type: 'own' };

/** Two documents, speakers or periods side by side. Ids, or for a period `2023`, `2023-09` or `2022..2023-08`; empty where none is chosen yet. */
export interface Comparison {
  readonly by: 'document' | 'speaker' | 'period';
  readonly a: string;
  readonly b: string;
}

/** A story that is being shown and the step of it, from 0. */
export interface StoryPlace {
  /** Address of its file, relative to the page; `DRAFT` for the one that is being made here. */
  readonly address: string;
  readonly step: number;
}

export type Language = 'ar' | 'en';
/** Language of the labels on the map; `text` shows the spelling found in the corpus. */
export type LabelLanguage = 'ar' | 'en' | 'hy' | 'az' | 'ru' | 'text';
export type Theme = 'light' | 'dark' | 'auto';
export type SheetStop = 'low' | 'half' | 'full';

/** The camera. Rounded by `setView` to what the address bar keeps, so that a link restores it exactly. */
export interface MapCamera {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
  readonly bearing: number;
}

/** A request to the map, carried out once; `serial` tells two equal requests apart. */
export type MapRequest =
  | { readonly type: 'show-place'; readonly place: number }
  | { readonly type: 'pulse'; readonly place: number }
  | { readonly type: 'fit-places'; readonly places: readonly number[] }
  | { readonly type: 'fit-bounds'; readonly bounds: Bounds }
  | { readonly type: 'fit-results' }
  | { readonly type: 'save-picture' }
  | { readonly type: 'fly'; readonly camera: MapCamera };
export type MapCommand = MapRequest & { readonly serial: number };

/** The corpus, once it is loaded; the arrays in it never change. */
export const atlas = signal<Atlas | null>(null);
/** Lines and areas of places; `feature.id` is the id of its place. */
export const shapes = signal<FeatureCollection | null>(null);
export const loadError = signal<string | null>(null);

export const selection = signal<Selection | null>(null);
/** Index of the place under the pointer or focus, on the map or in the panel; -1 for none. Not part of the address. */
export const hoveredPlace = signal<number>(-1);
export const filters = signal<Filters>(NO_FILTERS);

export const language = signal<Language>('en');
/** `null` follows the interface. */
export const chosenLabelLanguage = signal<LabelLanguage | null>(null);
export const labelLanguage = computed<LabelLanguage>(() => chosenLabelLanguage.value ?? language.value);
export const theme = signal<Theme>('auto');
/** Follows `prefers-color-scheme`; set by `panels/appearance.ts`. */
export const systemDark = signal<boolean>(false);
/** While the page goes to paper, which is light. Kept by `panels/appearance.ts`. */
export const printing = signal<boolean>(false);
export const resolvedTheme = computed<'light' | 'dark'>(() => {
  if (printing.value) return 'light';
  return theme.value === 'auto' ? (systemDark.value ? 'dark' : 'light') : theme.value;
});

/** Where the camera stands; `null` until the map has fitted the corpus or the address has said. Written by `setView`. */
export const view = signal<MapCamera | null>(null);
/** What the map shows now, in degrees; written by the map, not part of the address. */
export const mapBounds = signal<Bounds | null>(null);
/** Optional map layers that differ from the map's own defaults: `{ relief: true, rivers: false }`. */
export const layers = signal<Readonly<Record<string, boolean>>>({});
/** Address of the style or archive that stands in place of the map's own base, as it was typed; `null` for the one that the site begins with, '' for the map's own. */
export const baseMap = signal<string | null>(null);
/** The latest request to the map. The map keeps the last serial it has carried out. */
export const mapCommand = signal<MapCommand | null>(null);

/** The stretch that fills the timeline; `null` for all of time. */
export const timelineZoom = signal<DayRange | null>(null);

/** Whether the map moves along as one reads. */
export const follow = signal<boolean>(false);
/** Where the sheet rests on a phone. */
export const sheet = signal<SheetStop>('half');
/** Viewport narrower than 720 px: the panel is a sheet, the timeline one line. Kept by `panels/appearance.ts`. */
export const isPhone = signal<boolean>(false);
/** Too narrow for all tools beside each other in the top bar. Kept by `panels/appearance.ts`. */
export const isSnug = signal<boolean>(false);
/** Too low for the whole timeline and the column of map controls: a phone on its side, a window at 200 %. */
export const isShort = signal<boolean>(false);
/** How many pixels of the map's block end the sheet covers on a phone: padding for the camera. */
export const sheetCover = signal<number>(0);

/** The quiet mode for other pages: the map with a credit. */
export const embed = signal<boolean>(false);
/** Whether the text that is open is walked through, place by place. */
export const walking = signal<boolean>(false);
/** Whether sentences are shown in the language of the interface as well, where the corpus has them. */
export const showTranslations = signal<boolean>(true);
export const comparison = signal<Comparison | null>(null);
export const storyPlace = signal<StoryPlace | null>(null);
/** Whether the address named a story and nothing else, so that the step's own state is to be shown. */
export const storyIsBare = signal<boolean>(false);

/** Whether the address that the page was opened with, or that was typed, had a part that could not be read. */
export const addressDoubt = signal<boolean>(false);

/** Index of each place, document and speaker by id. */
export const placeIndex = computed(() => indexById(atlas.value?.places));
export const documentIndex = computed(() => indexById(atlas.value?.documents));
/** A speaker is known by the ids of single documents too. */
export const speakerIndex = computed<ReadonlyMap<string, number>>(() => {
  const speakers = atlas.value?.speakers ?? [];
  return new Map(speakers.flatMap(({ id, aliases }, index) => [id, ...aliases].map((one) => [one, index] as const)));
});
export const joinedIndex = computed(() => indexById(atlas.value?.joinedEvents));

function indexById(records: readonly { readonly id: string }[] | undefined): ReadonlyMap<string, number> {
  return new Map((records ?? []).map((record, index) => [record.id, index]));
}

/** Index of the selected place, or of the place of the selected event; -1 for none. */
export const selectedPlace = computed<number>(() => {
  const chosen = selection.value;
  if (chosen?.type === 'place') return placeIndex.value.get(chosen.id) ?? -1;
  if (chosen?.type === 'event') {
    const joined = atlas.value?.joinedEvents[joinedIndex.value.get(chosen.id) ?? -1];
    return joined?.placeId ? (placeIndex.value.get(joined.placeId) ?? -1) : -1;
  }
  return -1;
});
