import { messages } from '../i18n/locale.ts';
import { changeFilters } from '../state/actions.ts';
import { undatedLeft, withUndated } from '../state/undated-left.ts';

/** Says how many events a stretch of time leaves out only because they have no date, and takes them in. */
export function UndatedNotice() {
  const t = messages.value.when;
  const count = undatedLeft.value;
  if (count === 0) return null;
  return (
    <p class="undated-notice">
      {t.undatedLeft(count)}{' '}
      <button type="button" class="text-button" onClick={() => changeFilters(withUndated())}>
        {t.takeUndated}
      </button>
    </p>
  );
}
