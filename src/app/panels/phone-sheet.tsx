import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { messages } from '../i18n/locale.ts';
import { type SheetStop, sheet, sheetCover } from '../state/app-state.ts';

const TIMELINE = 56;
const LOW = 96;
const TOP = 56;
const STOPS: readonly SheetStop[] = ['low', 'half', 'full'];

function heightOf(stop: SheetStop, room: number): number {
  if (stop === 'low') return LOW;
  return stop === 'half' ? Math.round(room * 0.5) : room - TOP;
}

/** The reading panel on a phone: a sheet over the map with three stops, moved by dragging, by its button or by keys. */
export function PhoneSheet({ children }: { readonly children: ComponentChildren }) {
  const t = messages.value;
  const root = useRef<HTMLElement>(null);
  const dragged = useSignal<number | null>(null);
  const room = useSignal(innerHeight - TIMELINE);
  const start = useRef<{ y: number; height: number } | null>(null);
  useEffect(() => {
    const onResize = () => {
      room.value = innerHeight - TIMELINE;
    };
    addEventListener('resize', onResize);
    return () => removeEventListener('resize', onResize);
  }, [room]);
  const height = dragged.value ?? heightOf(sheet.value, room.value);
  useEffect(() => {
    sheetCover.value = dragged.value === null ? Math.min(height, heightOf('half', room.value)) : sheetCover.peek();
    return () => {
      sheetCover.value = 0;
    };
  }, [height]);
  const nearest = (at: number) =>
    STOPS.reduce((best, stop) =>
      Math.abs(heightOf(stop, room.value) - at) < Math.abs(heightOf(best, room.value) - at) ? stop : best,
    );
  const onPointerDown = (event: PointerEvent) => {
    start.current = { y: event.clientY, height };
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!start.current || Math.abs(event.clientY - start.current.y) < 4) return;
    dragged.value = Math.max(LOW, Math.min(room.value - TOP, start.current.height + start.current.y - event.clientY));
  };
  const onPointerUp = () => {
    start.current = null;
    if (dragged.value === null) return;
    sheet.value = nearest(dragged.value);
    // The click that follows the drag must not move it again.
    setTimeout(() => {
      dragged.value = null;
    }, 0);
  };
  const next = () => {
    if (dragged.value !== null) return;
    sheet.value = STOPS[(STOPS.indexOf(sheet.value) + 1) % STOPS.length]!;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    sheet.value = STOPS[Math.max(0, Math.min(STOPS.length - 1, STOPS.indexOf(sheet.value) + step))]!;
  };
  return (
    <aside
      ref={root}
      class={`panel sheet is-${sheet.value}${dragged.value === null ? '' : ' is-dragged'}`}
      style={{ blockSize: `${height}px` }}
    >
      <button
        type="button"
        class="sheet-handle"
        aria-label={`${t.sheet.handle}: ${t.sheet[sheet.value]}`}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={onPointerUp}
        onClick={next}
        onKeyDown={onKeyDown}
      />
      {children}
    </aside>
  );
}
