import { useEffect, useRef } from 'preact/hooks';
import { messages } from '../i18n/locale.ts';
import { selection } from '../state/app-state.ts';
import { DocumentReader } from './document-reader.tsx';
import { EventView } from './event-view.tsx';
import { AboutPanel, BeyondPanel, DocumentsPanel, EventsPanel } from './lists.tsx';
import { Overview } from './overview.tsx';
import { PlaceCard } from './place-card.tsx';

/** What is being read. Changing what is shown starts at the top and puts the focus on the title, but not on the first view. */
export function ReadingPanel() {
  const scroller = useRef<HTMLDivElement>(null);
  const chosen = selection.value;
  const shown = chosen ? `${chosen.type}:${'id' in chosen ? chosen.id : ''}` : '';
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    scroller.current?.scrollTo({ top: 0 });
    const active = document.activeElement;
    // Focus follows a choice made in the panel, since what held it is gone; a choice elsewhere keeps its own focus.
    if (!active || active === document.body) scroller.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }, [shown]);
  return (
    <div class="panel-scroll" ref={scroller} id="reading" tabIndex={0} role="region" aria-label={messages.value.readingPanel}>
      {view()}
    </div>
  );

  function view() {
    switch (chosen?.type) {
      case 'place':
        return <PlaceCard key={chosen.id} id={chosen.id} />;
      case 'document':
        return <DocumentReader key={chosen.id} id={chosen.id} mention={chosen.mention} />;
      case 'event':
        return <EventView key={chosen.id} id={chosen.id} />;
      case 'beyond':
        return <BeyondPanel />;
      case 'about':
        return <AboutPanel />;
      case 'documents':
        return <DocumentsPanel />;
      case 'events':
        return <EventsPanel />;
      default:
        return <Overview />;
    }
  }
}
