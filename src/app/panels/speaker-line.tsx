import { messages } from '../i18n/locale.ts';
import { speakerName } from '../i18n/names.ts';

/** Who answers for a sentence: one line under it. */
export function SpeakerLine({ speaker }: { readonly speaker: number }) {
  const t = messages.value;
  if (speaker < 0) return <span class="speaker">{t.saidByArticle}</span>;
  const name = speakerName(speaker);
  return (
    <span class="speaker">
      {t.saidBy} <bdi lang={name.lang}>{name.text}</bdi>
    </span>
  );
}
