import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { DocumentFile } from '../../core/model/atlas.ts';
import { messages } from '../i18n/locale.ts';
import { documentIndex } from '../state/app-state.ts';
import { correct } from './own-actions.ts';
import { PlaceChooser } from './place-chooser.tsx';

/** "This is wrong": under the reasons for which a mention was taken for a place. */
export function CorrectMention({
  document,
  file,
  start,
}: {
  readonly document: string;
  readonly file: DocumentFile;
  readonly start: number;
}) {
  const open = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const mention = file.analysis.mentions.find((one) => one.start === start);
  const index = documentIndex.value.get(document);
  if (!mention || index === undefined) return null;
  const close = () => {
    open.value = false;
    setTimeout(() => button.current?.focus(), 0);
  };
  if (open.value)
    return (
      <PlaceChooser
        name={mention.surface}
        lang={file.analysis.lang}
        current={mention.placeId}
        kind={mention.kind}
        candidates={mention.candidates.map(({ placeId }) => placeId)}
        choose={(action, scope) => {
          close();
          void correct(index, file.text, mention, action, scope);
        }}
        close={close}
      />
    );
  return (
    <p>
      <button ref={button} type="button" class="text-button" onClick={() => (open.value = true)}>
        {messages.value.own.wrong}
      </button>
    </p>
  );
}
