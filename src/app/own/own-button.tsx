import { messages } from '../i18n/locale.ts';
import { Icon } from '../parts/icon.tsx';
import { select } from '../state/actions.ts';

/** Opens the panel of own documents. */
export function OwnButton() {
  const t = messages.value.own;
  return (
    <button type="button" class="chip own-button" title={t.add} onClick={() => select({ type: 'own' })}>
      <Icon name="plus" />
      <span class="own-button-text">{t.add}</span>
    </button>
  );
}
