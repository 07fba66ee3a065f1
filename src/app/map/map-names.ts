import type { AtlasPlace } from '../../core/model/atlas.ts';
import type { LabelLanguage } from '../state/app-state.ts';

const TASHKEEL = /[\u064b-\u0652\u0670]/g;

/** The name of a place on the map: in the language of the labels, or as the texts spell it. */
export function labelOf(place: AtlasPlace, labels: LabelLanguage): string {
  const spelt = labels === 'text' ? place.surfaces[0] : undefined;
  const own = labels === 'text' ? undefined : place.names[labels]?.[0];
  return (spelt ?? own ?? place.names.en?.[0] ?? place.names.ar?.[0] ?? place.id).replace(TASHKEEL, '');
}
