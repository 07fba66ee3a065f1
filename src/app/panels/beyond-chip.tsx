import { formatNumber, messages } from '../i18n/locale.ts';
import { select } from '../state/actions.ts';
import { beyondMentions } from './beyond-view.ts';

/** How many mentions pass and are not on the map as it stands, with the way to their list. */
export function BeyondChip() {
  const t = messages.value;
  const mentions = beyondMentions.value;
  if (mentions === 0) return null;
  return (
    <div class="beyond-chip">
      <span>{t.beyond.chip}</span> <strong data-count={mentions}>{formatNumber(mentions)}</strong>{' '}
      <button type="button" class="text-button" onClick={() => select({ type: 'beyond' })}>
        {t.show}
      </button>
    </div>
  );
}
