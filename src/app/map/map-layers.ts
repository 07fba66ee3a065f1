import type { LayerSpecification } from 'maplibre-gl';
import type { LabelLanguage } from '../state/app-state.ts';
import { baseLabelLayers } from './base-label-layers.ts';
import { baseLayers, limitLayers } from './base-layers.ts';
import { corpusLabelLayers } from './corpus-label-layers.ts';
import { corpusLayers } from './corpus-layers.ts';
import { drawingLayers } from './drawing-layers.ts';
import type { Palette } from './palette.ts';
import { walkLayers } from './walk-layers.ts';

/** What the layers depend on; when it changes they are built anew and only what differs is handed to the map. */
export interface Dress {
  readonly palette: Palette;
  readonly labels: LabelLanguage;
  /** Which optional layers are on. */
  readonly on: Readonly<Record<OptionalLayer, boolean>>;
  /** Ids of the limits that the timeline's range shows. */
  readonly limits: readonly string[];
}

/** Layers that a person can switch, with whether they are on at first. */
export const OPTIONAL_LAYERS = {
  rivers: true,
  limits: true,
  graticule: true,
  towns: true,
  ranges: false,
  roads: false,
  railways: false,
  provinces: false,
  globe: false,
  locator: true,
} as const;
export type OptionalLayer = keyof typeof OPTIONAL_LAYERS;

/** The custom layer that draws soft areas goes below this one. */
export const ABOVE_AREAS = 'limit-areas';

/** All layers of the map from the ground up; labels that matter most come last and are placed first. */
export function mapLayers(dress: Dress): LayerSpecification[] {
  return [
    ...baseLayers(dress),
    ...limitLayers(dress),
    ...corpusLayers(dress),
    ...drawingLayers(dress),
    ...walkLayers(dress),
    ...baseLabelLayers(dress),
    ...corpusLabelLayers(dress),
  ];
}
