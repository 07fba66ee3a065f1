import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { PlaceKind } from '../../core/model/place.ts';
import { type ElsewhereHit, search, searchResults } from '../data/search-client.ts';
import { formatDate } from '../i18n/dates.ts';
import { formatNumber, messages } from '../i18n/locale.ts';
import { documentTitle, eventTitle, languageOf, placeName } from '../i18n/names.ts';
import { Icon } from '../parts/icon.tsx';
import { askMap, select, selectPlace } from '../state/actions.ts';
import { atlas, documentIndex, joinedIndex, language, placeIndex, type Selection } from '../state/app-state.ts';
import { placeCounts } from '../state/counts.ts';
import { groupOf } from '../state/kind-groups.ts';
import { Glyph } from './glyph.tsx';

interface Option {
  readonly key: string;
  readonly group: 'places' | 'elsewhere' | 'events' | 'texts';
  readonly to:
    | Selection
    | { readonly type: 'elsewhere'; readonly lon: number; readonly lat: number; readonly zoom: number };
  readonly content: preact.ComponentChildren;
}

/** One box over places, events and texts. A combobox: arrows move through the results, Enter opens. */
export function SearchBox() {
  const t = messages.value;
  const input = useRef<HTMLInputElement>(null);
  const text = useSignal('');
  const open = useSignal(false);
  const active = useSignal(0);
  /** Enter was pressed before the answer came: the first result is opened when it does. */
  const hurried = useSignal(false);
  const options = useComputed<Option[]>(() => optionsOf());
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement | null;
      if (event.code !== 'Slash' && event.key !== '/') return;
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        target?.closest('input, textarea, select, [contenteditable]')
      )
        return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  const ask = (value: string) => {
    text.value = value;
    active.value = 0;
    hurried.value = false;
    open.value = value.trim() !== '';
    if (atlas.value) search(atlas.value, value);
  };
  const choose = (option: Option | undefined) => {
    if (!option) return;
    const { to } = option;
    if (to.type === 'elsewhere')
      askMap({ type: 'fly', camera: { lon: to.lon, lat: to.lat, zoom: to.zoom, bearing: 0 } });
    else if (to.type === 'place') selectPlace(to.id);
    else select(to);
    open.value = false;
    input.current?.blur();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const count = options.value.length;
    if (event.key === 'Escape') {
      event.stopPropagation();
      if (open.value) open.value = false;
      else if (text.value !== '') ask('');
      else input.current?.blur();
    } else if (event.key === 'Enter') {
      hurried.value = count === 0 && text.value.trim() !== '';
      choose(options.value[active.value]);
    } else if (count > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      open.value = true;
      active.value = (active.value + (event.key === 'ArrowDown' ? 1 : -1) + count) % count;
      document.getElementById(`search-option-${active.value}`)?.scrollIntoView({ block: 'nearest' });
    }
  };
  const firstOption = options.value[0];
  useEffect(() => {
    if (!hurried.value || !firstOption) return;
    hurried.value = false;
    choose(firstOption);
  }, [firstOption]);
  const found = searchResults.value;
  const showList = open.value && text.value.trim() !== '';
  const groups = [
    ['places', t.searchPlaces],
    ['events', t.searchEvents],
    ['texts', t.searchText],
    ['elsewhere', t.searchElsewhere],
  ] as const;
  return (
    <search class="search">
      <div class="search-field">
        <Icon name="search" />
        <input
          ref={input}
          id="search"
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          enterkeyhint="search"
          aria-label={t.searchLabel}
          aria-expanded={showList}
          aria-controls="search-list"
          aria-autocomplete="list"
          aria-activedescendant={showList && options.value.length > 0 ? `search-option-${active.value}` : undefined}
          placeholder={t.searchPlaceholder}
          value={text.value}
          onInput={(event) => ask(event.currentTarget.value)}
          onFocus={() => (open.value = text.value.trim() !== '')}
          onBlur={() => (open.value = false)}
          onKeyDown={onKeyDown}
        />
        {text.value === '' ? (
          <span class="key-hint" aria-hidden="true">
            /
          </span>
        ) : (
          <button type="button" class="icon-button small" aria-label={t.clear} onClick={() => ask('')}>
            <Icon name="close" size={14} />
          </button>
        )}
      </div>
      <div class="search-results" hidden={!showList} onPointerDown={(event) => event.preventDefault()}>
        <div role="status" class="visually-hidden">
          {showList && found && !found.reading ? t.searchCount(options.value.length) : ''}
        </div>
        <div id="search-list" role="listbox" aria-label={t.searchLabel}>
          {showList &&
            groups.map(([group, label]) => {
              const members = options.value
                .map((option, at) => ({ option, at }))
                .filter(({ option }) => option.group === group);
              if (members.length === 0) return null;
              return (
                // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox
                <div role="group" aria-labelledby={`search-${group}`} key={group}>
                  <div class="search-group" id={`search-${group}`} role="presentation">
                    {label}
                  </div>
                  {members.map(({ option, at }) => (
                    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the combobox that holds the focus
                    <div
                      key={option.key}
                      id={`search-option-${at}`}
                      role="option"
                      tabIndex={-1}
                      class="search-option"
                      aria-selected={at === active.value}
                      onPointerMove={() => (active.value = at)}
                      onClick={() => choose(option)}
                    >
                      {option.content}
                    </div>
                  ))}
                </div>
              );
            })}
        </div>
        {showList && options.value.length === 0 && found && !found.reading && (
          <p class="search-note">{t.searchNothing(text.value.trim())}</p>
        )}
        {showList && found?.reading && <p class="search-note">{t.searchReading}</p>}
      </div>
    </search>
  );
}

function optionsOf(): Option[] {
  const found = searchResults.value;
  const corpus = atlas.value;
  const t = messages.value;
  if (!found || !corpus) return [];
  const places = found.places.flatMap((hit): Option[] => {
    const index = placeIndex.value.get(hit.id);
    const place = index === undefined ? undefined : corpus.places[index];
    if (!place || index === undefined) return [];
    const name = placeName(place);
    const content = (
      <>
        <span class="option-main">
          {hit.name === name ? <Highlighted text={name} start={hit.start} end={hit.end} /> : name}
          {hit.name !== name && (
            <span class="option-beside">
              <bdi lang={languageOf(hit.name)}>
                <Highlighted text={hit.name} start={hit.start} end={hit.end} />
              </bdi>
            </span>
          )}
        </span>
        <span class="quiet">
          {t.placeKinds[place.kind]} · {formatNumber(placeCounts.value[index] ?? 0)}
        </span>
      </>
    );
    return [{ key: `p${hit.id}`, group: 'places', to: { type: 'place', id: hit.id }, content }];
  });
  const events = found.events.flatMap((hit): Option[] => {
    const index = joinedIndex.value.get(hit.id);
    const joined = index === undefined ? undefined : corpus.joinedEvents[index];
    if (!joined) return [];
    const telling = corpus.events.find((event) => event.joined === index);
    const content = (
      <>
        <Glyph group={groupOf(joined.kind)} size={12} />
        <span class="option-main">{eventTitle(joined)}</span>
        <span class="quiet">{telling && formatDate(telling.date, telling.firstDay, telling.lastDay)}</span>
      </>
    );
    return [{ key: `e${hit.id}`, group: 'events', to: { type: 'event', id: hit.id }, content }];
  });
  const texts = found.texts.flatMap((hit): Option[] => {
    const document = corpus.documents[documentIndex.value.get(hit.document) ?? -1];
    if (!document) return [];
    const title = documentTitle(document);
    const content = (
      <span class="option-text">
        <bdi class="snippet" lang={hit.lang ?? document.lang} dir="auto">
          <Highlighted text={hit.snippet} start={hit.start} end={hit.end} />
        </bdi>
        <span class="quiet option-title">
          {hit.lang && `${messages.value.compare.translation} · `}
          {formatDate(document.date, document.firstDay, document.lastDay)} ·{' '}
          <bdi lang={title.lang === language.value ? undefined : title.lang}>{title.text}</bdi>
        </span>
      </span>
    );
    return [
      {
        key: `t${hit.document}:${hit.at}:${hit.lang ?? ''}`,
        group: 'texts',
        to: { type: 'document', id: hit.document, mention: hit.at },
        content,
      },
    ];
  });
  return [...places, ...events, ...texts, ...found.elsewhere.map(elsewhereOption)];
}

/** A well-known place that the corpus does not name: the map goes there, and there is no more to tell. */
function elsewhereOption({ id, kind, names, lat, lon, inside }: ElsewhereHit): Option {
  const name = nameIn(names) ?? id;
  const within = inside === null ? undefined : nameIn(inside);
  const content = (
    <>
      <span class="option-main">
        <bdi lang={languageOf(name)}>{name}</bdi>
      </span>
      <span class="quiet">
        {messages.value.placeKinds[kind]}
        {within && ` · ${within}`}
      </span>
    </>
  );
  return { key: `w${id}`, group: 'elsewhere', to: { type: 'elsewhere', lon, lat, zoom: ZOOMS[kind] ?? 9 }, content };
}

const nameIn = (names: ElsewhereHit['names']) => names[language.value]?.[0] ?? names.en?.[0] ?? names.ar?.[0];

/** How near the map goes to what is wide. */
const ZOOMS: Partial<Record<PlaceKind, number>> = {
  ocean: 2,
  'organisation-area': 3,
  region: 4,
  desert: 4,
  sea: 4,
  country: 4.5,
  range: 5,
  gulf: 5,
  river: 5,
  state: 6,
};

function Highlighted({ text, start, end }: { readonly text: string; readonly start: number; readonly end: number }) {
  return (
    <>
      {text.slice(0, start)}
      <mark>{text.slice(start, end)}</mark>
      {text.slice(end)}
    </>
  );
}
