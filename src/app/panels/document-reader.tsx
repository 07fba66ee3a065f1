import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { AtlasEvent, DocumentFile } from '../../core/model/atlas.ts';
import type { Passage as PassageSpan } from '../../core/model/document.ts';
import { documentFile } from '../data/load.ts';
import { hasTranslation } from '../data/translations.ts';
import { formatDate } from '../i18n/dates.ts';
import { directionOf, messages } from '../i18n/locale.ts';
import { documentTitle, eventTitle } from '../i18n/names.ts';
import { atlas, documentIndex, hoveredPlace } from '../state/app-state.ts';
import { columns, results } from '../state/counts.ts';
import { CrossFilter } from '../state/cross-filter.ts';
import { groupOf } from '../state/kind-groups.ts';
import { correctionSlots } from './correction-slots.ts';
import { Glyph } from './glyph.tsx';
import { MarkedText } from './marked-text.tsx';
import { PanelHead } from './panel-head.tsx';
import { StateLink } from './state-link.tsx';
import { Translated, TranslationSwitch } from './translated.tsx';

/** A document as written, in its own direction, with everything found in it marked. */
export function DocumentReader({ id, mention }: { readonly id: string; readonly mention: number | undefined }) {
  const t = messages.value;
  const index = documentIndex.value.get(id);
  const record = index === undefined ? undefined : atlas.value?.documents[index];
  const path = [
    { label: t.overview.corpus, to: { type: 'documents' } as const },
    { label: t.overview.documents, to: { type: 'documents' } as const },
  ];
  if (index === undefined || !record) return <PanelHead path={path} title={t.document.unknown} />;
  const state = documentFile(record.file).value;
  const title = documentTitle(record);
  const Missed = correctionSlots.value?.Selection;
  const table = columns.value;
  const first = table?.firstMention[index] ?? 0;
  const last = table?.firstMention[index + 1] ?? 0;
  const places = new Set(table?.mentions.place.subarray(first, last));
  places.delete(-1);
  return (
    <article class="reader">
      <PanelHead path={path.slice(1)} title={title.text} lang={title.lang} small />
      <p class="meta">
        {formatDate(record.date, record.firstDay, record.lastDay, 'long')}
        {record.dateBasis !== 'given' && (
          <span class="quiet" title={record.dateNote ?? undefined}>
            {' '}
            ({t.dateBasis[record.dateBasis]})
          </span>
        )}
        <span class="dot">·</span>
        {t.document.mentionsOfPlaces(t.mentions(last - first), t.places(places.size))}
        {record.source && (
          <>
            <span class="dot">·</span>
            <bdi>{record.source}</bdi>
          </>
        )}
      </p>
      {hasTranslation(record) && (
        <p class="translation-line">
          <TranslationSwitch /> <span class="quiet">{t.compare.translated}</span>
        </p>
      )}
      {state === 'loading' && <p class="quiet">{t.loadingText}</p>}
      {state === 'failed' && <p class="quiet">{t.loadFailed}</p>}
      {typeof state === 'object' && <ReaderText file={state} document={index} mention={mention} />}
      {typeof state === 'object' && Missed && <Missed document={index} file={state} />}
    </article>
  );
}

function ReaderText({
  file,
  document,
  mention,
}: {
  readonly file: DocumentFile;
  readonly document: number;
  readonly mention: number | undefined;
}) {
  const root = useRef<HTMLDivElement>(null);
  const lang = file.analysis.lang;
  const { mentionMask } = results.value;
  const table = columns.value;
  const sense = CrossFilter.bit('sense');
  useEffect(() => {
    scrollToMention(root.current, mention);
  }, [mention, file]);
  useLayoutEffect(() => spreadMarginShapes(root.current));
  useLightPlace(root);
  // once for the document: a corpus may have as many events as the document has sentences, squared
  const events = (atlas.value?.events ?? []).filter((event) => event.document === document);
  const selectedRow = (row: number) => mention !== undefined && table?.mentions.start[row] === mention;
  return (
    <div class="reader-text" ref={root} data-document={file.analysis.id} lang={lang} dir={directionOf(lang)}>
      {paragraphs(file.analysis.passages).map((passages) => {
        const head = passages[0]!;
        const kind = head.furniture ? 'furniture' : head.heading ? 'heading' : 'paragraph';
        const body = passages.map((passage, at) => (
          <span
            key={passage.index}
            class="sentence"
            data-passage={passage.index}
            data-from={passage.start}
            data-to={passage.end}
          >
            {at > 0 && ' '}
            <MarkedText
              file={file}
              document={document}
              start={passage.start}
              end={passage.end}
              isSelected={selectedRow}
              passes={(row) => ((mentionMask[row] ?? 0) & ~sense) === 0}
              inserts={marginShapes(events, passage)}
            />
            <Translated document={document} start={passage.start} end={passage.end} isSelected={selectedRow} />
          </span>
        ));
        return kind === 'heading' ? (
          <h3 key={head.index} class="heading">
            {body}
          </h3>
        ) : (
          <p key={head.index} class={kind}>
            {body}
          </p>
        );
      })}
    </div>
  );
}

function paragraphs(passages: readonly PassageSpan[]): PassageSpan[][] {
  const lines: PassageSpan[][] = [];
  for (const passage of passages) {
    const last = lines.at(-1);
    if (last && last[0]!.paragraph === passage.paragraph) last.push(passage);
    else lines.push([passage]);
  }
  return lines;
}

/** Shapes of the events of a passage, hung in the margin where the event begins. */
function marginShapes(events: readonly AtlasEvent[], passage: PassageSpan) {
  const corpus = atlas.value;
  if (!corpus) return [];
  const seen = new Set<number>();
  return events
    .filter((event) => event.passage === passage.index)
    .sort((a, b) => a.start - b.start)
    .flatMap((event) => {
      if (seen.has(event.joined)) return [];
      seen.add(event.joined);
      const joined = corpus.joinedEvents[event.joined]!;
      const label = eventTitle(joined);
      return [
        {
          at: Math.max(passage.start, event.start),
          node: (
            <StateLink
              key={`e${event.id}`}
              class="margin-shape"
              to={{ type: 'event', id: joined.id }}
              aria-label={label}
              title={label}
            >
              <Glyph group={groupOf(event.kind)} size={12} />
            </StateLink>
          ),
        },
      ];
    });
}

const SHAPE_PITCH = 24;

/** Shapes that would lie on each other are moved down; each keeps its place in the order of the text. */
function spreadMarginShapes(root: HTMLElement | null): void {
  if (!root) return;
  const shapes = [...root.querySelectorAll<HTMLElement>('.margin-shape')];
  for (const shape of shapes) shape.style.transform = '';
  const tops = shapes.map((shape) => shape.getBoundingClientRect().top);
  let free = Number.NEGATIVE_INFINITY;
  shapes.forEach((shape, at) => {
    const top = Math.max(tops[at]!, free);
    if (top > tops[at]!) shape.style.transform = `translateY(${top - tops[at]!}px)`;
    free = top + SHAPE_PITCH;
  });
}

/** Brings the mention, or the sentence that holds the offset, into view. */
function scrollToMention(root: HTMLElement | null, mention: number | undefined): void {
  if (!root || mention === undefined) return;
  for (const found of root.querySelectorAll('.is-found')) found.classList.remove('is-found');
  let target = root.querySelector<HTMLElement>(`.mark[data-start="${mention}"]`);
  if (!target) {
    target =
      [...root.querySelectorAll<HTMLElement>('.sentence')].find(
        (one) => Number(one.dataset.from) <= mention && Number(one.dataset.to) > mention,
      ) ?? null;
    target?.classList.add('is-found');
  }
  target?.scrollIntoView({
    block: 'center',
    behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
  });
}

/** Lights the mentions of the place that is under the pointer on the map, without drawing the text again. */
function useLightPlace(root: { readonly current: HTMLElement | null }): void {
  useEffect(
    () =>
      hoveredPlace.subscribe((place) => {
        const text = root.current;
        if (!text) return;
        for (const mark of text.querySelectorAll('.mark.is-lit')) mark.classList.remove('is-lit');
        if (place >= 0)
          for (const mark of text.querySelectorAll(`.mark[data-place="${place}"]`)) mark.classList.add('is-lit');
      }),
    [root],
  );
}
