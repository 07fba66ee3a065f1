import { useSignal } from '@preact/signals';
import { type AtlasPlace, NO_DAY } from '../../core/model/atlas.ts';
import { SENSES } from '../../core/model/mention.ts';
import { formatNumber, locale, messages } from '../i18n/locale.ts';
import { localNames, otherName, placeName } from '../i18n/names.ts';
import { changeFilters } from '../state/actions.ts';
import { atlas, filters, language, placeIndex } from '../state/app-state.ts';
import { columns, type PassingEvent, passingEvents, passingMentionsOf, placeCounts, results } from '../state/counts.ts';
import { CrossFilter } from '../state/cross-filter.ts';
import { groupPassages } from '../state/group-passages.ts';
import { CopyButton } from './copy-button.tsx';
import { DayStrip } from './day-strip.tsx';
import { EmptyAdvice } from './empty-advice.tsx';
import { EventRow } from './event-row.tsx';
import { PanelHead } from './panel-head.tsx';
import { PassageGroups } from './passage-groups.tsx';
import { StateLink } from './state-link.tsx';

const EVENTS_SHOWN = 4;

/** All about one place: names, events, and every passage that mentions it. */
export function PlaceCard({ id }: { readonly id: string }) {
  const t = messages.value;
  const corpus = atlas.value;
  const index = placeIndex.value.get(id);
  const place = index === undefined ? undefined : corpus?.places[index];
  if (!corpus || index === undefined || !place) return <PanelHead path={[]} title={t.place.unknown} />;
  const other = otherName(place);
  const path = pathTo(corpus.places, index).map((parent) => ({
    label: placeName(parent),
    to: { type: 'place', id: parent.id } as const,
  }));
  const note = place.note[language.value] ?? place.note.en;
  return (
    <article class="place-card">
      <PanelHead path={path} title={placeName(place)} {...(other ? { beside: other } : {})} />
      <p class="meta">
        {t.placeKinds[place.kind]}
        <PhoneCount place={index} />
        {place.geometry === 'point' && place.lat !== null && place.lon !== null && (
          <>
            <span class="dot">·</span>
            <Coordinates lat={place.lat} lon={place.lon} />
          </>
        )}
        {place.period !== '' && (
          <>
            <span class="dot">·</span>
            <bdi>{place.period.replace('/', '–')}</bdi>
          </>
        )}
        {place.geometry === 'none' && (
          <>
            <span class="dot">·</span>
            {t.place.noCoordinates}
          </>
        )}
      </p>
      <Names place={index} />
      {note && <p class="note">{note}</p>}
      {place.lon !== null && place.lat !== null && <Around lon={place.lon} lat={place.lat} />}
      <Events place={index} />
      <Passages place={index} />
      <p class="source">
        {t.place.source}: <bdi lang="en">{place.source}</bdi>
      </p>
    </article>
  );
}

/** From the largest to the nearest: each place's nearest parent, since a place may lie in several larger ones. */
function pathTo(places: readonly AtlasPlace[], index: number): AtlasPlace[] {
  const path: AtlasPlace[] = [];
  const seen = new Set([index]);
  let parent = places[index]?.ancestors[0];
  while (parent !== undefined && !seen.has(parent)) {
    seen.add(parent);
    const place = places[parent];
    if (!place) break;
    path.unshift(place);
    parent = place.ancestors[0];
  }
  return path;
}

/** On a phone the count stands at the top, since the passages may be below the fold. */
function PhoneCount({ place }: { readonly place: number }) {
  return (
    <span class="phone-count">
      <span class="dot">·</span>
      <span class="whole">{messages.value.mentions(placeCounts.value[place] ?? 0)}</span>
    </span>
  );
}

const REACHES_KM = [10, 25, 50, 100, 250];

/** The place and what lies within so many kilometres of it, as a filter. */
function Around({ lon, lat }: { readonly lon: number; readonly lat: number }) {
  const t = messages.value.where;
  const { area } = filters.value;
  const now = area?.type === 'radius' && area.centre[0] === lon && area.centre[1] === lat ? area.km : 0;
  const reaches = now > 0 && !REACHES_KM.includes(now) ? [...REACHES_KM, now].sort((a, b) => a - b) : REACHES_KM;
  return (
    <select
      class="quiet-select around"
      aria-label={t.around}
      value={String(now)}
      onChange={({ currentTarget: { value } }) =>
        changeFilters({ area: value === '0' ? null : { type: 'radius', centre: [lon, lat], km: Number(value) } })
      }
    >
      <option value="0">{t.aroundNone}</option>
      {reaches.map((km) => (
        <option key={km} value={String(km)}>
          {t.radius(formatNumber(km))}
        </option>
      ))}
    </select>
  );
}

function Coordinates({ lat, lon }: { readonly lat: number; readonly lon: number }) {
  const format = (value: number) =>
    new Intl.NumberFormat(locale.value, { maximumFractionDigits: 4 }).format(Math.abs(value));
  const text = `${format(lat)}° ${lat < 0 ? 'S' : 'N'}, ${format(lon)}° ${lon < 0 ? 'W' : 'E'}`;
  return (
    <span class="coordinates">
      <bdi dir="ltr">{text}</bdi>
      <CopyButton label={messages.value.copyCoordinates} text={() => `${lat}, ${lon}`} />
    </span>
  );
}

function Names({ place: index }: { readonly place: number }) {
  const t = messages.value;
  const place = atlas.value?.places[index];
  if (!place) return null;
  const usage = usageOf(place.usage);
  const names = localNames(place);
  const other = otherName(place);
  if (names.length === 0 && !other) return null;
  return (
    <dl class="names">
      {other && (
        <div class="phone-only">
          <dt>{t.languages[other.lang]}</dt>
          <dd>
            <bdi lang={other.lang}>{other.text}</bdi>
          </dd>
        </div>
      )}
      {names.map(({ lang, names: all }) => (
        <div key={lang}>
          <dt>{t.languages[lang] ?? lang}</dt>
          <dd>
            {all.slice(0, 3).map((name, at) => (
              <span key={name} class="name">
                <bdi lang={lang}>{name}</bdi>
                {isOfficial(usage, name) && <span class="usage">({t.place.officialName})</span>}
                {at < Math.min(all.length, 3) - 1 && (language.value === 'ar' ? '، ' : ', ')}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** `Xankəndi (Khankendi) = official in Azerbaijan; …`: names on the left, who uses them on the right. */
function usageOf(usage: string): readonly (readonly [string, string])[] {
  return usage
    .split(';')
    .map((part) => part.split('=').map((side) => side.trim()))
    .filter((sides): sides is [string, string] => sides.length === 2);
}

function isOfficial(usage: readonly (readonly [string, string])[], name: string): boolean {
  return usage.some(
    ([names, who]) => names.split(/[,()/]/).some((one) => one.trim() === name) && /^official/i.test(who),
  );
}

function Events({ place }: { readonly place: number }) {
  const t = messages.value;
  const all = useSignal(false);
  const events = passingEvents(place);
  const days = columns.value?.events.firstDay;
  if (events.length === 0) return null;
  const dayOf = (event: PassingEvent) => {
    const day = days?.[event.tellings[0]!] ?? NO_DAY;
    return day === NO_DAY ? Number.MAX_SAFE_INTEGER : day;
  };
  const sorted = [...events].sort((a, b) => dayOf(a) - dayOf(b));
  const shown = all.value ? sorted : sorted.slice(0, EVENTS_SHOWN);
  return (
    <section class="block">
      <h3>
        {t.place.eventsHere} <span class="count">{formatNumber(events.length)}</span>
      </h3>
      <DayStrip events={events} />
      <ul class="event-list">
        {shown.map((event) => (
          <EventRow key={event.joined} event={event} />
        ))}
      </ul>
      {shown.length < sorted.length && (
        <button type="button" class="text-button" onClick={() => (all.value = true)}>
          {t.showMore(sorted.length - shown.length)}
        </button>
      )}
    </section>
  );
}

function Passages({ place }: { readonly place: number }) {
  const t = messages.value;
  const corpus = atlas.value;
  const table = columns.value;
  if (!corpus || !table) return null;
  const rows = passingMentionsOf(place);
  const named = (table.firstOfPlace[place + 1] ?? 0) > (table.firstOfPlace[place] ?? 0);
  const groups = groupPassages(corpus, table, rows);
  const documents = new Set(groups.map(({ document }) => document));
  return (
    <section class="block passages">
      <div class="block-head">
        <h3>{t.place.passages}</h3>
        <span class="count" data-count={rows.length}>
          {t.mentions(rows.length)} {rows.length > 0 && t.inDocuments(documents.size)}
        </span>
        {groups.length > 1 && <span class="order">{t.overview.oldestFirst}</span>}
      </div>
      {rows.length === 0 && (
        <>
          <p>{named ? t.place.noPassages : t.place.notNamed}</p>
          <EmptyAdvice place={place} />
        </>
      )}
      <PassageGroups groups={groups} />
      <HiddenDemonyms place={place} />
    </section>
  );
}

/** Peoples are not counted as places unless a person asks: how many times, and the way to ask. */
function HiddenDemonyms({ place }: { readonly place: number }) {
  const t = messages.value;
  const table = columns.value;
  const { mentionMask } = results.value;
  if (!table || filters.value.senses !== null) return null;
  const demonym = SENSES.indexOf('demonym');
  const only = CrossFilter.bit('sense');
  let hidden = 0;
  for (let at = table.firstOfPlace[place]!; at < table.firstOfPlace[place + 1]!; at++) {
    const row = table.mentionsByPlace[at]!;
    if (mentionMask[row] === only && table.mentions.sense[row] === demonym) hidden++;
  }
  if (hidden === 0) return null;
  return (
    <p class="note">
      {t.place.hiddenDemonyms(hidden)}{' '}
      <button type="button" class="text-button" onClick={() => changeFilters({ senses: [...SENSES] })}>
        {t.place.showDemonyms}
      </button>
    </p>
  );
}

/** A place by name in running lists, with its count. */
export function PlaceRow({ index, count }: { readonly index: number; readonly count: number }) {
  const place = atlas.value?.places[index];
  if (!place) return null;
  return (
    <li>
      <StateLink to={{ type: 'place', id: place.id }}>{placeName(place)}</StateLink>
      <span class="count">{formatNumber(count)}</span>
    </li>
  );
}
