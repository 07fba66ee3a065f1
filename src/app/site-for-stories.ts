import { effect } from '@preact/signals';
import { SITE } from '../worker/analysis-messages.ts';
import { ownView } from './own/own-state.ts';
import { bringSite } from './stories/site-documents.ts';

/** Tells the stories how the site's documents are shown again, while a person's own stand in their place. */
export function lendSiteToStories(): void {
  effect(() => {
    const view = ownView.value;
    const hidden = view !== null && !view.ids.includes(SITE);
    bringSite.value = hidden
      ? async () => {
          const { show } = await import('./own/own-actions.ts');
          await show([SITE, ...view.ids]);
        }
      : null;
  });
}
