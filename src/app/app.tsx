import { useEffect } from 'preact/hooks';
import { CompareButton } from './compare/compare-button.tsx';
import { loadAtlas } from './data/load.ts';
import { EmbedCredit } from './export/embed-credit.tsx';
import { TakeAwayMenu } from './export/take-away-menu.tsx';
import { messages } from './i18n/locale.ts';
import { MapSlot } from './map-slot.tsx';
import { OwnButton } from './own/own-button.tsx';
import { OwnStage } from './own/own-stage.tsx';
import { BeyondChip } from './panels/beyond-chip.tsx';
import { GlyphSprite } from './panels/glyph.tsx';
import { announce, LiveRegion } from './panels/live-region.tsx';
import { PhoneSheet } from './panels/phone-sheet.tsx';
import { ReadingPanel } from './panels/reading-panel.tsx';
import { Timeline } from './panels/timeline.tsx';
import { TopBar } from './panels/top-bar.tsx';
import { later } from './parts/later.tsx';
import { select } from './state/actions.ts';
import { atlas, embed, isPhone, isShort, isSnug, loadError, selection, storyPlace } from './state/app-state.ts';
import { results } from './state/counts.ts';
import { editedStory } from './stories/edited-story.ts';
import { printed } from './stories/printed-story.ts';
import { StoriesButton } from './stories/stories-button.tsx';

const ANNOUNCE_MS = 700;

/** What holds the focus once a panel has come, if nothing else does: its title. */
const TITLE = '#reading h2';
const ChronologyPage = later(
  () => import('./panels/chronology-page.tsx').then((module) => module.ChronologyPage),
  TITLE,
);
const lists = () => import('./panels/lists.tsx');
const AboutPanel = later(() => lists().then((module) => module.AboutPanel), TITLE);
const BeyondPanel = later(() => lists().then((module) => module.BeyondPanel), TITLE);
const DocumentsPanel = later(() => lists().then((module) => module.DocumentsPanel), TITLE);
const EventsPanel = later(() => lists().then((module) => module.EventsPanel), TITLE);
const PlacesPanel = later(() => import('./panels/places-panel.tsx').then((module) => module.PlacesPanel), TITLE);
const ChosenEvent = later(() => import('./panels/event-view.tsx').then((module) => module.ChosenEvent), TITLE);
const ComparePanel = later(() => import('./compare/compare-panel.tsx').then((module) => module.ComparePanel), TITLE);
const OwnPanel = later(() => import('./own/own-panel.tsx').then((module) => module.OwnPanel), TITLE);
const StoriesPanel = later(() => import('./stories/stories-panel.tsx').then((module) => module.StoriesPanel), TITLE);
const StoryStage = later(() => import('./stories/story-stage.tsx').then((module) => module.StoryStage));
const StoryRecorder = later(() => import('./stories/story-recorder.tsx').then((module) => module.StoryRecorder));
const Handout = later(() => import('./stories/handout.tsx').then((module) => module.Handout));
const VIEWS = {
  about: () => <AboutPanel />,
  beyond: () => <BeyondPanel />,
  documents: () => <DocumentsPanel />,
  event: () => <ChosenEvent />,
  events: () => <EventsPanel />,
  places: () => <PlacesPanel />,
  chronology: () => <ChronologyPage />,
  compare: () => <ComparePanel />,
  stories: () => <StoriesPanel />,
  own: () => <OwnPanel />,
};

export function App() {
  const t = messages.value;
  useEscape();
  if (loadError.value !== null) {
    return (
      <main class="failure">
        <h1>{t.loadFailed}</h1>
        <p>{loadError.value}</p>
        <button type="button" class="chip is-set" onClick={() => void loadAtlas()}>
          {t.tryAgain}
        </button>
      </main>
    );
  }
  if (!atlas.value)
    return (
      <main class="failure" aria-busy="true">
        <p class="quiet">{t.loading}</p>
      </main>
    );
  const presenting = storyPlace.value !== null && !embed.value;
  const dress = {
    'is-embed': embed.value,
    'is-presenting': presenting,
    'is-phone': isPhone.value,
    'is-snug': isSnug.value,
    'is-short': isShort.value,
    'has-wide-panel': selection.value?.type === 'event',
  };
  const classes = Object.entries(dress).flatMap(([name, on]) => (on ? [name] : []));
  return (
    <div class={['app', ...classes].join(' ')}>
      <GlyphSprite />
      <nav class="skip-links">
        <button type="button" onClick={focusOn('reading')}>
          {t.skipToReading}
        </button>
        <button type="button" onClick={focusOn('map')}>
          {t.skipToMap}
        </button>
        <button type="button" onClick={focusOn('timeline')}>
          {t.skipToTimeline}
        </button>
      </nav>
      <TopBar
        tools={
          <>
            <OwnButton />
            <StoriesButton />
            <CompareButton />
            <TakeAwayMenu />
          </>
        }
      />
      <main class="stage">
        {isPhone.value ? (
          <PhoneSheet>
            <ReadingPanel views={VIEWS} />
          </PhoneSheet>
        ) : (
          <aside class="panel">
            <ReadingPanel views={VIEWS} />
          </aside>
        )}
        <section class="map-area" id="map" tabIndex={-1} aria-label={t.map}>
          <MapSlot />
          <BeyondChip />
          {embed.value && <EmbedCredit />}
          {presenting ? <StoryStage /> : !embed.value && editedStory.value !== null && <StoryRecorder />}
        </section>
        <Timeline />
      </main>
      <LiveRegion />
      <Announcements />
      {printed.value && <Handout />}
      <OwnStage />
    </div>
  );
}

/** Skip links move the focus without touching the address, which holds the state. */
const focusOn = (id: string) => () => document.getElementById(id)?.focus();

/** Escape goes one step back to the overview when nothing that is open takes it first. */
function useEscape(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement | null;
      if (
        event.key !== 'Escape' ||
        event.defaultPrevented ||
        target?.closest('input, select, textarea, dialog, [popover]')
      )
        return;
      if (document.querySelector('[popover]:popover-open, dialog[open]')) return;
      if (selection.value) select(null);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

/** Says what a filter has left, once a gesture has come to rest. A view of its own, so that a new count draws the page nowhere else. */
function Announcements() {
  const { mentions, events, places, unplaced } = results.value;
  useEffect(() => {
    if (!atlas.peek()) return;
    const t = messages.peek();
    const timer = setTimeout(
      () =>
        announce(
          t.live(t.mentions(mentions), t.events(events), t.places(places), unplaced > 0 ? t.unplaced(unplaced) : ''),
        ),
      ANNOUNCE_MS,
    );
    return () => clearTimeout(timer);
  }, [mentions, events, places, unplaced]);
  return null;
}
