import { compared } from '../data/compared.ts';
import { shortened, sideName } from '../i18n/side-name.ts';
import { select } from '../state/actions.ts';
import { comparison, selection } from '../state/app-state.ts';
import { mapMessages } from './map-messages.ts';

/** Says what the two halves of the discs are, and ends the comparison. */
export function CompareKey() {
  const both = compared.value;
  const t = mapMessages.value;
  if (!both) return null;
  return (
    <section class="map-compare" aria-label={t.comparing}>
      <p class="quiet">{t.comparing}</p>
      {(['a', 'b'] as const).map((mark) => {
        const name = sideName(both.chosen, both.chosen[mark]);
        return (
          <p key={mark} class="map-compare-side">
            <span class={`side-key is-half is-${mark}`} aria-hidden="true" />
            <bdi lang={name.lang}>{shortened(name.text)}</bdi>
          </p>
        );
      })}
      <p class="map-compare-foot">
        <span class="quiet">{t.compareSilent}</span>
        {selection.value?.type !== 'compare' && (
          <button type="button" class="text-button" onClick={() => select({ type: 'compare' })}>
            {t.compareOpen}
          </button>
        )}
        <button
          type="button"
          class="text-button"
          onClick={() => {
            comparison.value = null;
            if (selection.peek()?.type === 'compare') select(null);
          }}
        >
          {t.compareEnd}
        </button>
      </p>
    </section>
  );
}
