import { useEffect } from 'preact/hooks';
import { formatNumber, messages } from '../i18n/locale.ts';
import { Icon } from '../parts/icon.tsx';
import { askMap, select } from '../state/actions.ts';
import { atlas, follow } from '../state/app-state.ts';
import { columns } from '../state/counts.ts';
import { walk, walkTo } from '../state/walk.ts';
import { Glyph } from './glyph.tsx';
import { TellingsBar } from './tellings-bar.tsx';
import { WalkBar, WalkButton } from './walk-bar.tsx';

/** The key to the marks and the way from mention to mention. Stays at the foot of the reader. */
export function ReaderFoot({ document, mention }: { readonly document: number; readonly mention: number | undefined }) {
  const t = messages.value;
  const table = columns.value;
  const record = atlas.value?.documents[document];
  const first = table?.firstMention[document] ?? 0;
  const last = table?.firstMention[document + 1] ?? 0;
  const starts = table?.mentions.start;
  let at = -1;
  if (mention !== undefined && starts)
    for (let row = first; row < last; row++) if (starts[row]! <= mention) at = row - first;

  const go = (step: number) => {
    const on = walk.peek();
    if (on) {
      walkTo(on.now + step);
      return;
    }
    if (!table || !record || last === first) return;
    const next = at < 0 ? (step > 0 ? 0 : last - first - 1) : (at + step + last - first) % (last - first);
    select({ type: 'document', id: record.id, mention: table.mentions.start[first + next]! });
    const place = table.mentions.place[first + next]!;
    if (place >= 0) askMap(follow.value ? { type: 'show-place', place } : { type: 'pulse', place });
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement | null;
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        target?.closest('input, select, textarea, dialog, [popover]')
      )
        return;
      if (event.code === 'KeyJ') go(1);
      else if (event.code === 'KeyK') go(-1);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
  useFollow(document);

  const key = ['literal', 'metonymic', 'associative', 'demonym', 'embedded'] as const;
  return (
    <footer class="reader-foot">
      <ul class="key" aria-label={t.document.key}>
        {key.map((sense) => (
          <li key={sense}>
            <span class={`mark m-${sense}`} title={t.senseNotes[sense]}>
              {t.senses[sense]}
            </span>
          </li>
        ))}
        <li>
          <span class="mark m-date">{t.document.date}</span>
        </li>
        <li class="key-event">
          <Glyph group="attack" size={11} /> {t.document.event}
        </li>
      </ul>
      <TellingsBar document={document} mention={mention} />
      <WalkBar />
      <div class="reader-controls">
        <button
          type="button"
          class="icon-button"
          aria-label={t.document.previous}
          title={`${t.document.previous} (K)`}
          onClick={() => go(-1)}
        >
          <Icon name="up" />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={t.document.next}
          title={`${t.document.next} (J)`}
          onClick={() => go(1)}
        >
          <Icon name="down" />
        </button>
        <span class="position">
          {at < 0 ? (
            t.mentions(last - first)
          ) : (
            <>
              {t.document.position} <strong>{formatNumber(at + 1)}</strong>{' '}
              {t.document.ofAll(formatNumber(last - first))}
            </>
          )}
        </span>
        <button
          type="button"
          class="chip"
          aria-pressed={follow.value}
          title={t.document.followHint}
          onClick={() => (follow.value = !follow.value)}
        >
          <Icon name="target" />
          <span class="control-text">{t.document.follow}</span>
        </button>
        <WalkButton />
      </div>
    </footer>
  );
}

const SETTLE_MS = 250;

/** While following, the map goes to the mention nearest the middle of what is being read. */
function useFollow(document: number): void {
  const on = follow.value;
  useEffect(() => {
    const scroller = globalThis.document.querySelector<HTMLElement>('.panel-scroll');
    if (!on || !scroller) return;
    let timer = 0;
    let shown = -1;
    const settle = () => {
      const box = scroller.getBoundingClientRect();
      const middle = box.top + box.height * 0.4;
      let best = -1;
      let nearest = Number.POSITIVE_INFINITY;
      for (const mark of scroller.querySelectorAll<HTMLElement>('.reader-text .mark[data-place]')) {
        const distance = Math.abs(mark.getBoundingClientRect().top - middle);
        if (distance < nearest) {
          nearest = distance;
          best = Number(mark.dataset.place);
        }
      }
      if (best >= 0 && best !== shown) {
        shown = best;
        askMap({ type: 'show-place', place: best });
      }
    };
    const onScroll = () => {
      clearTimeout(timer);
      timer = window.setTimeout(settle, SETTLE_MS);
    };
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      scroller.removeEventListener('scroll', onScroll);
    };
  }, [on, document]);
}
