import { useSignal } from '@preact/signals';
import { messages } from '../i18n/locale.ts';
import { bringSite, restsElsewhere } from './site-documents.ts';
import type { Story } from './story.ts';

/** Where a story rests on documents that are hidden with the site: says so, with the way to show them. */
export function SiteOffer({
  story,
  onShown,
  role,
}: {
  /** Without one: for all the stories of the site. */
  readonly story?: Story;
  readonly onShown?: () => void;
  readonly role?: 'alert';
}) {
  const t = messages.value.stories;
  const asked = useSignal(false);
  const bring = bringSite.value;
  if (!bring || (story && !restsElsewhere(story))) return null;
  const show = async () => {
    asked.value = true;
    await bring();
    asked.value = false;
    // what failed is told where own documents are
    if (bringSite.peek() === null) onShown?.();
  };
  return (
    <div class="site-offer" role={role}>
      <p>{story ? t.restsOnHidden : t.siteHidden}</p>
      <button type="button" class="take-button" aria-disabled={asked.value} onClick={() => asked.value || void show()}>
        {t.showSite}
      </button>
    </div>
  );
}
