import { formatDate } from '../i18n/dates.ts';
import { messages } from '../i18n/locale.ts';
import { languageOf, tellingVoice } from '../i18n/names.ts';
import { atlas } from '../state/app-state.ts';
import { SpeakerName } from './speaker-name.tsx';
import { StateLink } from './state-link.tsx';

/** What each source calls it, in equal cells. */
export function WordsForIt({ tellings }: { readonly tellings: readonly number[] }) {
  const t = messages.value;
  const corpus = atlas.value;
  if (!corpus) return null;
  const seen = new Set<string>();
  const words = tellings.flatMap((row) => {
    const event = corpus.events[row]!;
    return event.framing.flatMap((text) => {
      const key = `${text}|${event.speaker}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [
        {
          text,
          speaker: tellingVoice(row),
          document: corpus.documents[event.document]!,
          start: event.start,
          key,
        },
      ];
    });
  });
  if (words.length === 0) return null;
  return (
    <section class="block">
      <div class="block-head">
        <h3>{t.event.wordsFor}</h3>
        <span class="count">{t.event.asWritten}</span>
      </div>
      <ul class="words-for">
        {words.map(({ text, speaker, document, start, key }) => (
          <li key={key} lang={languageOf(text)} dir="auto">
            <StateLink class="words" to={{ type: 'document', id: document.id, mention: start }}>
              {text}
            </StateLink>
            <span class="words-foot">
              <span>
                <SpeakerName name={speaker} />
              </span>
              <bdi class="quiet">{formatDate(document.date, document.firstDay, document.lastDay)}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
