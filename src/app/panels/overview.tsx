import { computed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { formatDate, formatRange } from '../i18n/dates.ts';
import { directionOf, formatNumber, messages } from '../i18n/locale.ts';
import { documentTitle, placeName } from '../i18n/names.ts';
import { hoverPlace } from '../state/actions.ts';
import { atlas, language, type Selection } from '../state/app-state.ts';
import {
  allEvents,
  allMentions,
  allPlaces,
  documentOrder,
  documentSpan,
  placeCounts,
  results,
} from '../state/counts.ts';
import { StateLink } from './state-link.tsx';
import { UndatedNotice } from './undated-notice.tsx';

const BUSIEST = 8;
/** Rows of a long list that stand there at first, and so many more at a time. */
const FIRST_SHOWN = 60;
const MORE_SHOWN = 300;

/** What the corpus is, what is in it, and how to begin. */
export function Overview() {
  const t = messages.value;
  useEffect(() => {
    document.title = `${t.appName}${t.appNameOther && ` · ${t.appNameOther}`}`;
  }, [t]);
  const corpus = atlas.value;
  if (!corpus) return null;
  const passing = results.value;
  const span = documentSpan.value;
  const description = corpus.descriptions[language.value] ?? corpus.description;
  return (
    <article class="overview">
      <h2 class="panel-title is-long" tabIndex={-1}>
        <bdi>{corpus.titles[language.value] ?? (corpus.title || t.overview.corpus)}</bdi>
      </h2>
      {description && (
        <p class="lead" dir="auto">
          {description}
        </p>
      )}
      <dl class="tally">
        <Tally
          label={t.overview.documents}
          passing={passing.documents}
          all={corpus.documents.length}
          to={{ type: 'documents' }}
        />
        <Tally label={t.overview.places} passing={passing.places} all={allPlaces.value} to={{ type: 'places' }} />
        <Tally label={t.overview.mentions} passing={passing.mentions} all={allMentions.value} />
        <Tally label={t.overview.events} passing={passing.events} all={allEvents.value} to={{ type: 'events' }} />
      </dl>
      <UndatedNotice />
      {span && <p class="quiet">{t.overview.span(endOfSpan('from'), endOfSpan('to'))}</p>}
      <p class="overview-way">
        <StateLink to={{ type: 'stories' }}>{t.stories.title}</StateLink> {t.overview.storiesDo}
      </p>
      <Busiest />
      <section class="block">
        <div class="block-head">
          <h3>{t.overview.documents}</h3>
          <span class="order">{t.overview.oldestFirst}</span>
        </div>
        <DocumentList />
        <p class="block-end">
          <StateLink to={{ type: 'events' }}>{t.overview.allEvents}</StateLink>
        </p>
      </section>
      <section class="block">
        <h3>{t.overview.begin}</h3>
        <ol class="tips">
          {t.overview.tips.map((tip) => (
            <li key={tip}>{tip}</li>
          ))}
        </ol>
        <p class="block-end">
          <StateLink to={{ type: 'about' }}>{t.about}</StateLink>
        </p>
      </section>
    </article>
  );
}

/** Whether the day at which the publication begins, or ends, is only inferred to lie near it. Asked of all documents once, not at every count. */
const isAbout = computed(() => {
  const inferred = (day: number | undefined) =>
    atlas.value?.documents.every(
      ({ date, firstDay, lastDay }) => (firstDay !== day && lastDay !== day) || /[~?%]/.test(date ?? ''),
    ) ?? false;
  const span = documentSpan.value;
  return { from: inferred(span?.from), to: inferred(span?.to) };
});

function endOfSpan(end: 'from' | 'to'): string {
  const day = documentSpan.value![end];
  const text = formatRange(day, day);
  return isAbout.value[end] ? messages.value.when.about(text) : text;
}

interface TallyProps {
  readonly label: string;
  readonly passing: number;
  readonly all: number;
  /** The list of what is counted. */
  readonly to?: Selection;
}

function Tally({ label, passing, all, to }: TallyProps) {
  return (
    <div>
      <dt>{to ? <StateLink to={to}>{label}</StateLink> : label}</dt>
      <dd>
        <span class="figure">{formatNumber(passing)}</span>
        {passing !== all && <span class="quiet"> / {formatNumber(all)}</span>}
      </dd>
    </div>
  );
}

/** The places with the highest counts; one pass, for it runs at every step of a brush. */
function busiest(counts: Int32Array): number[] {
  const top: number[] = [];
  for (let place = 0; place < counts.length; place++) {
    const count = counts[place]!;
    if (count === 0 || (top.length === BUSIEST && count <= counts[top.at(-1)!]!)) continue;
    const at = top.findIndex((other) => counts[other]! < count);
    top.splice(at < 0 ? top.length : at, 0, place);
    if (top.length > BUSIEST) top.pop();
  }
  return top;
}

function Busiest() {
  const t = messages.value;
  const corpus = atlas.value;
  const counts = placeCounts.value;
  const top = busiest(counts);
  const most = counts[top[0] ?? -1] ?? 1;
  if (!corpus || top.length === 0) return null;
  return (
    <section class="block">
      <h3>{t.overview.busiest}</h3>
      <ul class="bars">
        {top.map((index) => (
          <li key={index} onPointerEnter={() => hoverPlace(index)} onPointerLeave={() => hoverPlace(-1)}>
            <StateLink to={{ type: 'place', id: corpus.places[index]!.id }}>
              {placeName(corpus.places[index])}
            </StateLink>
            <span class="bar" aria-hidden="true">
              <span style={{ inlineSize: `${(100 * counts[index]!) / most}%` }} />
            </span>
            <span class="count">{formatNumber(counts[index]!)}</span>
          </li>
        ))}
      </ul>
      <p class="block-end">
        <StateLink to={{ type: 'places' }}>{t.overview.allPlaces}</StateLink>
      </p>
    </section>
  );
}

/** Every document, the oldest first, with how many of its mentions pass. */
export function DocumentList() {
  const t = messages.value;
  const corpus = atlas.value;
  const { documentCounts } = results.value;
  const shown = useSignal(FIRST_SHOWN);
  if (!corpus) return null;
  const order = documentOrder.value;
  const rest = order.length - shown.value;
  return (
    <>
      <ul class="document-list">
        {order.slice(0, shown.value).map((index) => {
          const document = corpus.documents[index]!;
          const title = documentTitle(document);
          return (
            <li key={document.id}>
              <span class="date">
                {formatDate(document.date, document.firstDay, document.lastDay)}
                {document.dateBasis === 'inferred' && <span class="quiet"> ({t.dateBasis.inferred})</span>}
              </span>
              <StateLink to={{ type: 'document', id: document.id }}>
                <bdi lang={title.lang === language.value ? undefined : title.lang} dir={directionOf(title.lang)}>
                  {title.text}
                </bdi>
              </StateLink>
              <span class="quiet">{t.mentions(documentCounts[index] ?? 0)}</span>
            </li>
          );
        })}
      </ul>
      {rest > 0 && (
        <p class="block-end">
          <button type="button" class="text-button" onClick={() => (shown.value += MORE_SHOWN)}>
            {t.moreCount(rest)}
          </button>
        </p>
      )}
    </>
  );
}
