import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { messages } from '../i18n/locale.ts';
import { documentIndex, type Selection, selection } from '../state/app-state.ts';
import { EmptyNotice } from './empty-advice.tsx';
import { Overview } from './overview.tsx';
import { PlaceCard } from './place-card.tsx';

type Reader = Pick<typeof import('./document-reader.tsx'), 'DocumentReader'> &
  Pick<typeof import('./reader-foot.tsx'), 'ReaderFoot'>;
/** What shows a document; fetched when one is opened, or a little before, when the pointer or the focus comes near. */
const reader = signal<Reader | null>(null);
function bringReader(): void {
  if (reader.peek()) return;
  Promise.all([import('./document-reader.tsx'), import('./reader-foot.tsx')]).then(
    ([text, foot]) => {
      reader.value = { ...text, ...foot };
    },
    // without it (the host is gone) the panel stays empty until a document is opened again
    () => {},
  );
}

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
  const isDocument = chosen?.type === 'document';
  useEffect(() => {
    if (isDocument) bringReader();
  }, [shown]);
  const isThere = !isDocument || reader.value !== null;
  useEffect(() => {
    if (!isThere || before.current === shown) return;
    before.current = shown;
    // a document that was opened at a mention brings that into view itself
    if (!(chosen?.type === 'document' && chosen.mention !== undefined)) scroller.current?.scrollTo({ top: 0 });
    const active = globalThis.document.activeElement;
    // Focus follows a choice made in the panel, since what held it is gone; a choice elsewhere keeps its own focus.
    if (!active || active === globalThis.document.body || active === scroller.current)
      scroller.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }, [shown, isThere]);
  const document = chosen?.type === 'document' ? documentIndex.value.get(chosen.id) : undefined;
  const label = messages.value.readingPanel;
  const near = { onPointerOver: bringReader, onFocusIn: bringReader };
  const Text = reader.value?.DocumentReader;
  const Foot = reader.value?.ReaderFoot;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key */}
      <section class="panel-scroll" ref={scroller} id="reading" tabIndex={0} aria-label={label} {...near}>
        <EmptyNotice />
        {view()}
      </section>
      {Foot && document !== undefined && chosen?.type === 'document' && (
        <Foot document={document} mention={chosen.mention} />
      )}
    </>
  );

  function view() {
    switch (chosen?.type) {
      case 'place':
        return <PlaceCard key={chosen.id} id={chosen.id} />;
      case 'document':
        return Text && <Text key={chosen.id} id={chosen.id} mention={chosen.mention} />;
      default:
        return (chosen && views?.[chosen.type]?.()) ?? <Overview />;
    }
  }
}
