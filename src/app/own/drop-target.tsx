import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { messages } from '../i18n/locale.ts';
import { select } from '../state/actions.ts';
import { droppedFiles } from './dropped-files.ts';

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;

/** Takes files that are dropped anywhere on the page. */
export function DropTarget() {
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
      void droppedFiles(event.dataTransfer).then(async (files) => {
        if (files.length === 0) return;
        select({ type: 'own' });
        // the first view does without what adds documents
        const { addFiles } = await import('./own-actions.ts');
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
