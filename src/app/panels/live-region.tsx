import { signal } from '@preact/signals';

const spoken = signal('');

/** Says something to people who listen to the page. */
export function announce(text: string): void {
  spoken.value = text;
}

export function LiveRegion() {
  return (
    <div class="visually-hidden" role="status" aria-live="polite">
      {spoken.value}
    </div>
  );
}
