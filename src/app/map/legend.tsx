import { useSignal } from '@preact/signals';
import { formatNumber } from '../i18n/locale.ts';
import { isPhone, isShort, isSnug } from '../state/app-state.ts';
import { legendEntries } from './legend-entries.ts';
import { LineWords } from './line-card.tsx';
import { mapMessages } from './map-messages.ts';

/** Says what the dashed lines are; each can be asked for its period, what each side says of it, and whence it is drawn. */
export function Legend({ inSheet = false }: { readonly inSheet?: boolean }) {
  const t = mapMessages.value;
  const all = useSignal(false);
  const asked = useSignal('');
  const entries = legendEntries();
  if (entries.length === 0 || ((isPhone.value || isShort.value) && !inSheet)) return null;
  // a line that says "one more" takes as much room as the one more
  const most = inSheet || (!isSnug.value && entries.length <= 3) ? entries.length : isSnug.value ? 0 : 2;
  const rest = entries.length - most;
  return (
    <ul class="map-legend" aria-label={t.legend}>
      {entries.slice(0, all.value ? entries.length : most).map(({ facts, area }) => {
        const open = asked.value === facts.name;
        return (
          <li key={facts.name} class={area ? 'is-area' : undefined}>
            <button type="button" aria-expanded={open} onClick={() => (asked.value = open ? '' : facts.name)}>
              {facts.name}
            </button>
            {open && (
              <div class="map-legend-words">
                <LineWords facts={facts} full />
              </div>
            )}
          </li>
        );
      })}
      {rest > 0 && (
        <li class="is-rest">
          <button
            type="button"
            class="text-button"
            aria-expanded={all.value}
            onClick={() => {
              all.value = !all.value;
              asked.value = '';
            }}
          >
            {all.value ? t.fewerLines : most === 0 ? t.legendCount(formatNumber(rest)) : t.moreLines(rest)}
          </button>
        </li>
      )}
    </ul>
  );
}
