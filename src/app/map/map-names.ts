import type { AtlasPlace } from '../../core/model/atlas.ts';
import type { LabelLanguage } from '../state/app-state.ts';

const TASHKEEL = /[\u064b-\u0652\u0670]/g;

/** The name of a place on the map: in the language of the labels, or as the texts spell it. */
export function labelOf(place: AtlasPlace, labels: LabelLanguage): string {
  const spelt = labels === 'text' ? place.surfaces[0] : undefined;
  const own = labels === 'text' ? undefined : place.names[labels]?.[0];
  return (spelt ?? own ?? place.names.en?.[0] ?? place.names.ar?.[0] ?? place.id).replace(TASHKEEL, '');
}

/** Letters at the beginning by which two names are seen to be two, and not two spellings of one. */
const TELLING_LETTERS = 2;

/**
 * Both names of a place that is officially called otherwise than it is labelled: `Stepanakert / Khankendi`. The texts'
 * own spelling stands alone.
 */
export function bothNamesOf(place: AtlasPlace, labels: LabelLanguage): string {
  const label = labelOf(place, labels);
  const other = labels === 'text' ? null : officialName(place, labels);
  const begins = (name: string) => name.slice(0, TELLING_LETTERS).toLowerCase();
  return other === null || begins(other) === begins(label) ? label : `${label}\u00a0/ ${other}`;
}

/** The official name in the language of the labels, from who uses which: `Xankəndi (Khankendi) = official in Azerbaijan; …`. */
function officialName({ usage, names }: AtlasPlace, labels: Exclude<LabelLanguage, 'text'>): string | null {
  for (const part of usage.split(';')) {
    const [forms = '', who = ''] = part.split('=');
    if (!/^\s*official(?!\s+(?:\d|name|in Soviet))/i.test(who)) continue;
    const told = forms.split(/[(),]/).map((form) => form.trim());
    if (told.includes(names[labels]?.[0] ?? '')) return null;
    const found = names[labels]?.find((name) => told.includes(name));
    if (found) return found;
  }
  return null;
}
