/** The larger parts of the explorer for the design page, each with the sample in it. */
import type { ComponentChildren } from 'preact';
import { ComparePanel } from '../../src/app/compare/compare-panel.tsx';
import { TakeAwayChoices } from '../../src/app/export/take-away-menu.tsx';
import { messages } from '../../src/app/i18n/locale.ts';
import { AllFilters } from '../../src/app/panels/all-filters.tsx';
import { EventView } from '../../src/app/panels/event-view.tsx';
import { PlaceCard } from '../../src/app/panels/place-card.tsx';
import { Timeline } from '../../src/app/panels/timeline.tsx';
import { ICON_NAMES, Icon } from '../../src/app/parts/icon.tsx';
import { atlas, comparison } from '../../src/app/state/app-state.ts';
import { StoriesPanel } from '../../src/app/stories/stories-panel.tsx';

const PLACE = 'stepanakert';

/** The event that most documents tell: it has figures side by side. */
function mostTold(): string {
  const told = [...(atlas.value?.joinedEvents ?? [])].sort((a, b) => b.tellings.length - a.tellings.length);
  return told[0]?.id ?? '';
}

function Sheet({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      <div class="design-panel">{children}</div>
    </section>
  );
}

export function DesignScreens() {
  const t = messages.value;
  const [first, second] = atlas.value?.documents ?? [];
  comparison.value ??= { by: 'document', a: first?.id ?? '', b: second?.id ?? '' };
  return (
    <>
      <section>
        <h2>{t.more}</h2>
        <div class="design-row">
          {ICON_NAMES.map((name) => (
            <span key={name} class="icon-button" title={name}>
              <Icon name={name} />
            </span>
          ))}
        </div>
        <div class="design-row">
          <AllFilters />
        </div>
      </section>
      <section>
        <h2>{t.map}</h2>
        <MapParts />
      </section>
      <section class="design-wide">
        <h2>{t.timeline}</h2>
        <Timeline />
      </section>
      <Sheet title={t.searchPlaces}>
        <PlaceCard id={PLACE} />
      </Sheet>
      <Sheet title={t.searchEvents}>
        <EventView id={mostTold()} />
      </Sheet>
      <Sheet title={t.compare.title}>
        <ComparePanel />
      </Sheet>
      <Sheet title={t.stories.title}>
        <StoriesPanel />
        <TakeAwayChoices />
      </Sheet>
    </>
  );
}

/** What floats over the map, at rest. */
function MapParts() {
  const t = messages.value;
  return (
    <div class="design-ground">
      <div class="design-float">
        <div class="map-tooltip">
          <strong>{t.searchPlaces}</strong>
          <span>
            {t.mentions(2)} · {t.documents(1)}
          </span>
        </div>
        <div class="map-tooltip">
          <strong>{t.compare.title}</strong>
          {(['a', 'b'] as const).map((mark) => (
            <span key={mark} class="map-tooltip-side">
              <span class={`side-key is-${mark}`} />
              {mark === 'a' ? t.compare.first : t.compare.second}
              <b>{mark === 'a' ? '9.8 (7)' : t.compare.silence}</b>
            </span>
          ))}
        </div>
        <ul class="map-legend">
          <li>
            <button type="button">{t.when.undated}</button>
          </li>
          <li class="is-area">
            <button type="button">{t.where.drawn}</button>
          </li>
        </ul>
        <div class="map-group">
          {(['plus', 'minus', 'north', 'layers'] as const).map((name, at) => (
            <span key={name} class="map-button">
              <button type="button" class="map-button" aria-label={name} aria-pressed={at === 3}>
                <Icon name={name} />
              </button>
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}
