import { useSignal } from '@preact/signals';
import { messages } from '../i18n/locale.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { announce } from './live-region.tsx';

const SHOWN_MS = 1600;

/** Puts a text on the clipboard and says that it did. */
export function CopyButton({
  label,
  text,
  icon = 'copy',
  class: classes = 'icon-button small',
  done,
}: {
  readonly label: string;
  readonly text: () => string;
  readonly icon?: IconName;
  readonly class?: string;
  readonly done?: string;
}) {
  const copied = useSignal(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
    } catch {
      return;
    }
    copied.value = true;
    announce(done ?? messages.value.copied);
    setTimeout(() => {
      copied.value = false;
    }, SHOWN_MS);
  };
  return (
    <button type="button" class={classes} aria-label={label} title={label} onClick={copy}>
      <Icon name={copied.value ? 'check' : icon} />
    </button>
  );
}
