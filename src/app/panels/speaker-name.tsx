import { messages } from '../i18n/locale.ts';
import type { Named } from '../i18n/names.ts';
import { language } from '../state/app-state.ts';

/** A speaker (or another name) in the words of the text, and after them what they say in the language of the interface, marked as a gloss. */
export function SpeakerName({ name }: { readonly name: Named }) {
  return (
    <>
      <bdi lang={name.lang}>{name.text}</bdi>
      {name.gloss && (
        <>
          {' '}
          <bdi class="gloss" lang={language.value} title={messages.value.glossNote}>
            {messages.value.gloss(name.gloss)}
          </bdi>
        </>
      )}
    </>
  );
}
