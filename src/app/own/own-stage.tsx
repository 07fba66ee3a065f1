import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { messages } from '../i18n/locale.ts';
import { correctionSlots } from '../panels/correction-slots.ts';
import { Icon } from '../parts/icon.tsx';
import { select } from '../state/actions.ts';
import { embed } from '../state/app-state.ts';
import { CorrectMention } from './correct-mention.tsx';
import { droppedFiles } from './dropped-files.ts';
import { MendTelling } from './mend-telling.tsx';
import { NameSelection } from './name-selection.tsx';
import { addFiles } from './own-actions.ts';
import { adding, fault, justDone } from './own-state.ts';

const SHOWN_MS = 12_000;

/** What lies over the page: where files are dropped, and what was just done with its way back. */
export function OwnStage() {
  useEffect(() => {
    if (!embed.peek())
      correctionSlots.value = { Mention: CorrectMention, Selection: NameSelection, Telling: MendTelling };
  }, []);
  if (embed.value) return null;
  return (
    <>
      <DropTarget />
      <JustDone />
    </>
  );
}

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;

function DropTarget() {
  const o = messages.value.own;
  const over = useSignal(false);
  useEffect(() => {
    let depth = 0;
    const onEnter = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      depth++;
      over.value = true;
    };
    const onLeave = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) over.value = false;
    };
    const onOver = (event: DragEvent) => {
      if (holdsFiles(event)) event.preventDefault();
    };
    const onDrop = (event: DragEvent) => {
      if (!event.dataTransfer || !holdsFiles(event)) return;
      event.preventDefault();
      depth = 0;
      over.value = false;
      if (adding.peek()) return;
      void droppedFiles(event.dataTransfer).then((files) => {
        if (files.length === 0) return;
        select({ type: 'own' });
        void addFiles(files, null, files.some(({ path }) => path.includes('/')) ? '' : messages.peek().own.unnamed);
      });
    };
    addEventListener('dragenter', onEnter);
    addEventListener('dragleave', onLeave);
    addEventListener('dragover', onOver);
    addEventListener('drop', onDrop);
    return () => {
      removeEventListener('dragenter', onEnter);
      removeEventListener('dragleave', onLeave);
      removeEventListener('dragover', onOver);
      removeEventListener('drop', onDrop);
    };
  }, [over]);
  if (!over.value) return null;
  return (
    <div class="own-over">
      <p>{o.dropAnywhere}</p>
      <p class="quiet">{o.privacy}</p>
    </div>
  );
}

function JustDone() {
  const t = messages.value;
  const done = justDone.value;
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => {
      if (justDone.peek() === done) justDone.value = null;
    }, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [done]);
  if (!done && !fault.value) return null;
  const close = () => {
    justDone.value = null;
    fault.value = null;
  };
  return (
    <div class="own-done">
      <span>{fault.value ? t.own.failed(fault.value) : done?.text}</span>
      {!fault.value && done?.undo && (
        <button type="button" class="text-button" onClick={done.undo}>
          {t.own.undo}
        </button>
      )}
      <button type="button" class="icon-button small" aria-label={t.close} onClick={close}>
        <Icon name="close" size={14} />
      </button>
    </div>
  );
}
