import { messages } from '../i18n/locale.ts';
import { voiceName } from '../i18n/names.ts';
import { SpeakerName } from './speaker-name.tsx';

/** Who answers for a sentence, as its document says it: one line under it. */
export function SpeakerLine({ document, speaker }: { readonly document: number; readonly speaker: number }) {
  const t = messages.value;
  if (speaker < 0) return <span class="speaker">{t.saidByArticle}</span>;
  const name = voiceName(document, speaker);
  return (
    <span class="speaker">
      {t.saidBy} <SpeakerName name={name} />
    </span>
  );
}
