import { signal } from '@preact/signals';
import { atlas, documentIndex, placeIndex } from '../state/app-state.ts';
import type { Story } from './story.ts';

/**
 * Shows the site's own documents beside those that are shown; null while they are on the page. Filled by what knows of a
 * person's own documents: stories know nothing of it.
 */
export const bringSite = signal<(() => Promise<void>) | null>(null);

/** Whether a story rests on something that the atlas on the page lacks. */
export function restsElsewhere({ steps }: Story): boolean {
  if (!atlas.value) return false;
  return steps.some(({ sources }) =>
    sources.some((one) => ('place' in one ? !placeIndex.value.has(one.place) : !documentIndex.value.has(one.document))),
  );
}
