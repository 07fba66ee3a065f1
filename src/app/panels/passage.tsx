import { useSignal } from '@preact/signals';
import { documentFile } from '../data/load.ts';
import { formatDate } from '../i18n/dates.ts';
import { directionOf, messages } from '../i18n/locale.ts';
import { documentTitle } from '../i18n/names.ts';
import { atlas, language } from '../state/app-state.ts';
import { columns } from '../state/counts.ts';
import { citation } from './citation.ts';
import { CopyButton } from './copy-button.tsx';
import { MarkedText } from './marked-text.tsx';
import { SpeakerLine } from './speaker-line.tsx';
import { StateLink } from './state-link.tsx';
import { Translated } from './translated.tsx';
import { WhyHere } from './why-here.tsx';

interface PassageProps {
  readonly document: number;
  readonly passage: number;
  /** Rows of the mentions that are being read about; they are highlighted. */
  readonly rows: readonly number[];
  readonly speaker: number;
  /** Where the passage starts in the text, for the link when no mention is given. */
  readonly at?: number;
}

/** One sentence as written, with its marks, its speaker and why the place was chosen. */
export function Passage({ document, passage, rows, speaker, at }: PassageProps) {
  const t = messages.value;
  const why = useSignal(false);
  const record = atlas.value?.documents[document];
  if (!record) return null;
  const state = documentFile(record.file).value;
  if (state === 'loading') return <p class="quiet">{t.loadingText}</p>;
  if (state === 'failed') return <p class="quiet">{t.loadFailed}</p>;
  const span = state.analysis.passages[passage];
  if (!span) return null;
  const first = rows[0];
  const start = first === undefined ? (at ?? span.start) : (columns.value?.mentions.start[first] ?? span.start);
  const lang = state.analysis.lang;
  return (
    <div class="passage" data-mentions={rows.length}>
      <p class="quote" lang={lang} dir={directionOf(lang)}>
        <MarkedText
          file={state}
          document={document}
          start={span.start}
          end={span.end}
          isSelected={(row) => rows.includes(row)}
          opens={(row) => (rows.includes(row) ? 'mention' : 'place')}
        />
      </p>
      <Translated
        document={document}
        start={span.start}
        end={span.end}
        isSelected={(row) => rows.includes(row)}
        noted
      />
      <div class="passage-foot">
        <SpeakerLine document={document} speaker={speaker} />
        <span class="passage-links">
          <CopyButton
            label={t.copyCitation}
            text={() => citation(record, state.text.slice(span.start, span.end), start)}
          />
          <StateLink to={{ type: 'document', id: record.id, mention: start }}>{t.document.open}</StateLink>
          {first !== undefined && (
            <button
              type="button"
              class="text-button"
              aria-expanded={why.value}
              onClick={() => (why.value = !why.value)}
            >
              {t.whyHere}
            </button>
          )}
        </span>
      </div>
      {why.value && first !== undefined && <WhyHere document={record.id} file={state} start={start} />}
    </div>
  );
}

/** The line over the passages of one document: its date and title. */
export function DocumentLine({
  document,
  mention,
}: {
  readonly document: number;
  readonly mention?: number | undefined;
}) {
  const record = atlas.value?.documents[document];
  if (!record) return null;
  const title = documentTitle(record);
  return (
    <h4 class="document-line">
      <span class="date">{formatDate(record.date, record.firstDay, record.lastDay)}</span>{' '}
      <StateLink
        to={mention === undefined ? { type: 'document', id: record.id } : { type: 'document', id: record.id, mention }}
        title={title.text}
      >
        <bdi lang={title.lang === language.value ? undefined : title.lang}>{title.text}</bdi>
      </StateLink>
    </h4>
  );
}
