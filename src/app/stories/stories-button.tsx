import { messages } from '../i18n/locale.ts';
import { Icon } from '../parts/icon.tsx';
import { select } from '../state/actions.ts';
import { selection } from '../state/app-state.ts';

/** Opens the panel of stories. */
export function StoriesButton() {
  const t = messages.value.stories;
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={t.title}
      title={t.title}
      aria-pressed={selection.value?.type === 'stories'}
      onClick={() => select({ type: 'stories' })}
    >
      <Icon name="book" />
    </button>
  );
}
