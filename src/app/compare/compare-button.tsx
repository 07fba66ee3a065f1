import { messages } from '../i18n/locale.ts';
import { Icon } from '../parts/icon.tsx';
import { select } from '../state/actions.ts';
import { comparison, selection } from '../state/app-state.ts';

/** Opens the comparison; what is compared stays in the address. */
export function CompareButton() {
  const t = messages.value.compare;
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={t.title}
      title={t.title}
      aria-pressed={selection.value?.type === 'compare'}
      onClick={() => {
        comparison.value ??= { by: 'document', a: '', b: '' };
        select({ type: 'compare' });
      }}
    >
      <Icon name="compare" />
    </button>
  );
}
