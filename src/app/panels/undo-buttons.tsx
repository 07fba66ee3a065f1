import { useEffect } from 'preact/hooks';
import { messages } from '../i18n/locale.ts';
import { Icon } from '../parts/icon.tsx';
import { canRedo, canUndo, redo, undo, watchFilters } from '../state/undo.ts';

/** Undo and redo of the filters, once there is something to undo; Ctrl Z and Ctrl Shift Z do the same. */
export function UndoButtons() {
  const t = messages.value.takeAway;
  useEffect(() => watchFilters(), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if ((event.target as HTMLElement | null)?.closest('input[type="text"], input[type="search"], textarea')) return;
      const back = event.code === 'KeyZ' && !event.shiftKey;
      const forth = event.code === 'KeyY' || (event.code === 'KeyZ' && event.shiftKey);
      if (!back && !forth) return;
      if (back ? !canUndo() : !canRedo()) return;
      event.preventDefault();
      if (back) undo();
      else redo();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  if (!canUndo() && !canRedo()) return null;
  const button = (icon: 'undo' | 'redo', label: string, able: boolean, act: () => void) => (
    <button
      type="button"
      class="icon-button small undo-button"
      aria-label={label}
      title={label}
      disabled={!able}
      onClick={act}
    >
      <Icon name={icon} size={14} />
    </button>
  );
  return (
    <>
      {button('undo', t.undo, canUndo(), undo)}
      {button('redo', t.redo, canRedo(), redo)}
    </>
  );
}
