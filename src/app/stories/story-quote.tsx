import type { DocumentFile } from '../../core/model/atlas.ts';
import { documentFile } from '../data/load.ts';
import { hasTranslation } from '../data/translations.ts';
import { formatDate } from '../i18n/dates.ts';
import { directionOf, messages } from '../i18n/locale.ts';
import { MarkedText } from '../panels/marked-text.tsx';
import { SpeakerLine } from '../panels/speaker-line.tsx';
import { Translated } from '../panels/translated.tsx';
import { atlas, documentIndex, language, selectedPlace, speakerIndex } from '../state/app-state.ts';
import { columns } from '../state/counts.ts';
import type { StoryPassage } from './story.ts';
import { openSource } from './story-actions.ts';

/** Index of the speaker who answers for an offset: the innermost claim; -1 for the article's own voice. */
function speakerAt({ analysis }: DocumentFile, start: number, end: number): number {
  let best: { readonly length: number; readonly id: string } | null = null;
  const middle = (start + end) / 2;
  for (const claim of analysis.claims) {
    const length = claim.end - claim.start;
    if (claim.start <= middle && middle < claim.end && (!best || length < best.length))
      best = { length, id: claim.speakerId };
  }
  return best ? (speakerIndex.value.get(best.id) ?? -1) : -1;
}

function MissingPassage({ document }: { readonly document: string }) {
  return (
    <p class="quiet">
      {messages.value.stories.missingPassage} <bdi>{document}</bdi>
    </p>
  );
}

/** A passage of a story as written, with its marks, its speaker and the way to its text. */
export function StoryQuote({ passage, plain = false }: { readonly passage: StoryPassage; readonly plain?: boolean }) {
  const t = messages.value;
  const index = documentIndex.value.get(passage.document);
  const record = index === undefined ? undefined : atlas.value?.documents[index];
  if (index === undefined || !record) return <MissingPassage document={passage.document} />;
  const file = documentFile(record.file).value;
  if (file === 'loading') return <p class="quiet">{t.loadingText}</p>;
  if (file === 'failed' || passage.end > file.text.length) return <MissingPassage document={passage.document} />;
  const { start, end } = passage;
  const within = file.analysis.passages.find((one) => one.start <= start && start < one.end);
  const places = columns.value?.mentions.place;
  const lang = file.analysis.lang;
  const own = language.value;
  return (
    <figure class="story-quote" lang={lang} dir={directionOf(lang)}>
      <blockquote>
        {within && start > within.start && '… '}
        {plain ? (
          file.text.slice(start, end)
        ) : (
          <MarkedText
            file={file}
            document={index}
            start={start}
            end={end}
            isSelected={(row) => selectedPlace.value >= 0 && places?.[row] === selectedPlace.value}
          />
        )}
        {within && end < within.end && ' …'}
      </blockquote>
      {within && !plain && hasTranslation(record) && (
        <details class="story-translation">
          <summary lang={own} dir={directionOf(own)}>
            {t.compare.translation}
          </summary>
          <Translated document={index} start={within.start} end={within.end} />
        </details>
      )}
      {within && plain && <Translated document={index} start={within.start} end={within.end} noted />}
      <figcaption lang={own} dir={directionOf(own)}>
        <span>
          <SpeakerLine document={index} speaker={speakerAt(file, start, end)} />
          <span class="speaker">
            {own === 'ar' ? '، ' : ', '}
            {formatDate(record.date, record.firstDay, record.lastDay)}
          </span>
        </span>
        {!plain && (
          <button
            type="button"
            class="text-button"
            onClick={() => openSource({ type: 'document', id: record.id, mention: start })}
          >
            {t.document.open}
          </button>
        )}
      </figcaption>
    </figure>
  );
}
