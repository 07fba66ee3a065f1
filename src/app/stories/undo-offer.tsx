import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { messages } from '../i18n/locale.ts';
import { type Deleted, justDeleted } from './just-deleted.ts';

/** As long as one needs to see, three times over, that the wrong one is gone; longer while the offer has the focus or the pointer. */
const SHOWN_MS = 20_000;

/** Offers that have had the focus: it comes once, not again when their panel is opened anew. */
const focused = new WeakSet<Deleted>();

/** Stands where something was deleted, with the way back; what was pressed is gone, so the focus comes here. */
export function UndoOffer({ deleted, onUndo }: { readonly deleted: Deleted; readonly onUndo: () => void }) {
  const own = messages.value.stories.editor;
  const button = useRef<HTMLButtonElement>(null);
  const held = useSignal(false);
  useLayoutEffect(() => {
    if (focused.has(deleted)) return;
    focused.add(deleted);
    button.current?.focus();
  }, [deleted]);
  useEffect(() => {
    if (held.value) return;
    const timer = setTimeout(() => {
      if (justDeleted.peek() === deleted) justDeleted.value = null;
    }, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [deleted, held.value]);
  return (
    <p
      class="undo-offer"
      onFocusIn={() => (held.value = true)}
      onFocusOut={() => (held.value = false)}
      onPointerEnter={() => (held.value = true)}
      onPointerLeave={(event) => (held.value = event.currentTarget.contains(document.activeElement))}
    >
      <span>{'story' in deleted ? own.removedStory : own.removed}</span>
      <button type="button" class="text-button" ref={button} onClick={onUndo}>
        {own.undo}
      </button>
    </p>
  );
}
