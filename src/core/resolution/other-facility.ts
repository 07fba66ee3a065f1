import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { foldName } from '../text/fold.ts';
import type { Surroundings } from './surroundings.ts';

/** Whether a facility is known by its bare name but never with this kind word: المستشفى is not the mosque of that name. */
export function otherFacility(
  place: number,
  folded: string,
  { kinds, kindStem }: Surroundings,
  gazetteer: Gazetteer,
): boolean {
  // a longer name says itself what it is (ملعب الأول بارك)
  if (kindStem === '' || folded.includes(' ') || !kinds.includes('facility') || gazetteer.kind(place) !== 'facility')
    return false;
  const names = Object.values(gazetteer.place(place).names).flat().map(foldName);
  return !names.some((name) => name.replace(/^ال/, '').startsWith(kindStem.replace(/^ال/, '')));
}
