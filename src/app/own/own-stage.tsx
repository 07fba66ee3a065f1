import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { messages } from '../i18n/locale.ts';
import { correctionSlots } from '../panels/correction-slots.ts';
import { Icon } from '../parts/icon.tsx';
import { embed, selection } from '../state/app-state.ts';
import { DropTarget } from './drop-target.tsx';
import { followOtherTabs } from './other-tabs.ts';
import { adding, fault, justDone, own } from './own-state.ts';
import { faultWords } from './own-words.ts';
import './own-stage.css';

const SHOWN_MS = 12_000;

/** What lies over the page: where files are dropped, and what was just done with its way back. */
export function OwnStage() {
  useSignalEffect(() => {
    if (selection.value === null || embed.value || correctionSlots.peek()) return;
    void import('./correction-tools.ts').then(({ correctionTools }) => {
      correctionSlots.value = correctionTools;
    });
  });
  useEffect(followOtherTabs, []);
  if (embed.value) return null;
  return (
    <>
      <DropTarget />
      <JustDone />
      <Outdated />
    </>
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
      <span>{fault.value ? faultWords(fault.value) : done?.text}</span>
      {!fault.value && done?.way && (
        <button type="button" class="text-button" onClick={done.way.go}>
          {done.way.label}
        </button>
      )}
      <button type="button" class="icon-button small" aria-label={t.close} onClick={close}>
        <Icon name="close" size={14} />
      </button>
    </div>
  );
}

/** Documents on the map that another version has read: they can be read again. */
function Outdated() {
  const t = messages.value;
  const waived = useSignal(false);
  const { corpora, shown } = own.value;
  const old = corpora.find(({ id, outdated }) => outdated && shown.includes(id));
  if (!old || waived.value || adding.value || justDone.value || fault.value) return null;
  return (
    <div class="own-done">
      <span>{t.own.outdatedShown}</span>
      <button type="button" class="text-button" onClick={async () => (await import('./own-actions.ts')).reread(old.id)}>
        {t.own.reread}
      </button>
      <button type="button" class="icon-button small" aria-label={t.close} onClick={() => (waived.value = true)}>
        <Icon name="close" size={14} />
      </button>
    </div>
  );
}
