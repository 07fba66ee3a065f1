import { signal } from '@preact/signals';
import { messages } from '../i18n/locale.ts';
import { addressDoubt } from '../state/app-state.ts';

const spoken = signal('');

/** Says something to people who listen to the page. */
export function announce(text: string): void {
  spoken.value = text;
}

export function LiveRegion() {
  const t = messages.value;
  return (
    <>
      <div class="visually-hidden" role="status" aria-live="polite">
        {spoken.value}
      </div>
      <div role="status">
        {addressDoubt.value && (
          <p class="address-doubt">
            {t.addressDoubt}
            <button type="button" class="text-button" onClick={() => (addressDoubt.value = false)}>
              {t.close}
            </button>
          </p>
        )}
      </div>
    </>
  );
}
