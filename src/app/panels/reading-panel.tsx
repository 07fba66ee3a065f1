import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { messages } from '../i18n/locale.ts';
import { documentIndex, type Selection, selection } from '../state/app-state.ts';
import { DocumentReader } from './document-reader.tsx';
import { EmptyNotice } from './empty-advice.tsx';
import { Overview } from './overview.tsx';
import { PlaceCard } from './place-card.tsx';
import { ReaderFoot } from './reader-foot.tsx';

/** What is being read. Changing what is shown starts at the top and puts the focus on the title, but not on the first view. */
export function ReadingPanel({
  views,
}: {
  readonly views?: Partial<Record<Selection['type'], () => ComponentChildren>>;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const chosen = selection.value;
  const shown = chosen ? `${chosen.type}:${'id' in chosen ? chosen.id : ''}` : '';
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    // a document that was opened at a mention brings that into view itself
    if (!(chosen?.type === 'document' && chosen.mention !== undefined)) scroller.current?.scrollTo({ top: 0 });
    const active = globalThis.document.activeElement;
    // Focus follows a choice made in the panel, since what held it is gone; a choice elsewhere keeps its own focus.
    if (!active || active === globalThis.document.body)
      scroller.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }, [shown]);
  const document = chosen?.type === 'document' ? documentIndex.value.get(chosen.id) : undefined;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key */}
      <section class="panel-scroll" ref={scroller} id="reading" tabIndex={0} aria-label={messages.value.readingPanel}>
        <EmptyNotice />
        {view()}
      </section>
      {document !== undefined && chosen?.type === 'document' && (
        <ReaderFoot document={document} mention={chosen.mention} />
      )}
    </>
  );

  function view() {
    switch (chosen?.type) {
      case 'place':
        return <PlaceCard key={chosen.id} id={chosen.id} />;
      case 'document':
        return <DocumentReader key={chosen.id} id={chosen.id} mention={chosen.mention} />;
      default:
        return (chosen && views?.[chosen.type]?.()) ?? <Overview />;
    }
  }
}
