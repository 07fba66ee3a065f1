import { useEffect } from 'preact/hooks';
import { NO_DAY } from '../../core/model/atlas.ts';
import { formatDate, formatRange } from '../i18n/dates.ts';
import { directionOf, formatNumber, messages } from '../i18n/locale.ts';
import { documentTitle, placeName } from '../i18n/names.ts';
import { hoverPlace } from '../state/actions.ts';
import { atlas, language } from '../state/app-state.ts';
import { allEvents, allMentions, placeCounts, results } from '../state/counts.ts';
import { byDate } from '../state/group-passages.ts';
import { StateLink } from './state-link.tsx';

const BUSIEST = 8;

/** What the corpus is, what is in it, and how to begin. */
export function Overview() {
  const t = messages.value;
  useEffect(() => {
    document.title = `${t.appName}${t.appNameOther && ` · ${t.appNameOther}`}`;
  }, [t]);
  const corpus = atlas.value;
  if (!corpus) return null;
  const passing = results.value;
  const dated = corpus.documents.filter(({ firstDay }) => firstDay !== NO_DAY);
  const from = Math.min(...dated.map(({ firstDay }) => firstDay));
  const to = Math.max(...dated.map(({ lastDay }) => lastDay));
  const description = corpus.descriptions[language.value] ?? corpus.description;
  return (
    <article class="overview">
      <h2 class="panel-title is-long">
        <bdi>{corpus.titles[language.value] ?? (corpus.title || t.overview.corpus)}</bdi>
      </h2>
      {description && (
        <p class="lead" dir="auto">
          {description}
        </p>
      )}
      <dl class="tally">
        <Tally label={t.overview.documents} passing={passing.documents} all={corpus.documents.length} />
        <Tally
          label={t.overview.places}
          passing={passing.places}
          all={new Set(corpus.mentions.place.filter((place) => place >= 0)).size}
        />
        <Tally label={t.overview.mentions} passing={passing.mentions} all={allMentions.value} />
        <Tally label={t.overview.events} passing={passing.events} all={allEvents.value} />
      </dl>
      {dated.length > 0 && <p class="quiet">{t.overview.span(formatRange(from, from), formatRange(to, to))}</p>}
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

function Tally({ label, passing, all }: { readonly label: string; readonly passing: number; readonly all: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <span class="figure">{formatNumber(passing)}</span>
        {passing !== all && <span class="quiet"> / {formatNumber(all)}</span>}
      </dd>
    </div>
  );
}

function Busiest() {
  const t = messages.value;
  const corpus = atlas.value;
  const counts = placeCounts.value;
  const top = [...counts.keys()]
    .filter((index) => counts[index]! > 0)
    .sort((a, b) => counts[b]! - counts[a]!)
    .slice(0, BUSIEST);
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
    </section>
  );
}

/** Every document, the oldest first, with how many of its mentions pass. */
export function DocumentList() {
  const t = messages.value;
  const corpus = atlas.value;
  const { documentCounts } = results.value;
  if (!corpus) return null;
  const order = [...corpus.documents.keys()].sort(byDate(corpus));
  return (
    <ul class="document-list">
      {order.map((index) => {
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
  );
}
