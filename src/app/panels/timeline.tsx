import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { formatNumber, messages } from '../i18n/locale.ts';
import { Icon } from '../parts/icon.tsx';
import { changeFilters } from '../state/actions.ts';
import { filters, isPhone, isShort, timelineZoom } from '../state/app-state.ts';
import { allEvents, allMentions, columns, results } from '../state/counts.ts';
import { eventSpans } from '../state/event-spans.ts';
import { play, playing, stop } from '../state/play.ts';
import { planBins } from '../state/timeline-bins.ts';
import { KindsRow } from './kinds-row.tsx';
import { TimelineChart } from './timeline-chart.tsx';
import { type Stacks, stackEvents } from './timeline-stacks.tsx';
import { UndoButtons } from './undo-buttons.tsx';

/** Pixels to a letter of the tally where it stands beside the chart. */
const TALLY_LETTER = 6.8;

/** Events over time, with the stretch that is kept. */
export function Timeline() {
  const t = messages.value;
  const box = useRef<HTMLDivElement>(null);
  const width = useSignal(0);
  // before the first paint, so that the bins are laid out once and at the right width
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      width.value = Math.round(element.getBoundingClientRect().width);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [width]);

  /** One line of 56 px. */
  const small = isPhone.value || isShort.value;
  const timeOf = useComputed(() => filters.value.timeOf);
  /** One span an event, or its first publication. Independent of the filters, so that the axis keeps still. */
  const spans = useComputed(() => eventSpans(columns.value?.events, allEvents.value, timeOf.value));
  const room = useComputed(() => Math.max(80, width.value - (isPhone.value || isShort.value ? 0 : 76)));
  const plan = useComputed(() => planBins(spans.value.first, spans.value.last, room.value, timelineZoom.value));

  /** All events per bin, whatever the filters: what the widths of the bins go by. */
  const totals = useComputed(() => {
    const { bins, binOf } = plan.value;
    const all = new Int32Array(bins.length + 1);
    for (let at = 0; at < binOf.length; at++) if (binOf[at] !== -2) all[binOf[at]! < 0 ? bins.length : binOf[at]!]!++;
    return all;
  });
  const stacks = useComputed<Stacks>(() => stackEvents(columns.value?.events, plan.value, totals.value));

  useEffect(() => stop, []);
  const playButton = (
    <button
      type="button"
      class="play-button"
      aria-label={playing.value ? t.time.pause : t.time.play}
      title={playing.value ? t.time.pause : t.time.play}
      onClick={() => (playing.value ? stop() : play(plan.value.bins))}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d={playing.value ? 'M4.5 3.5h2.5v9H4.5zM9 3.5h2.5v9H9z' : 'M5 3.5 12.5 8 5 12.5Z'} fill="currentColor" />
      </svg>
    </button>
  );
  return (
    <section class="timeline" id="timeline" tabIndex={-1} aria-label={t.timeline}>
      {!small && <KindsRow />}
      <div class="timeline-body">
        <div class="timeline-side">
          <div class="timeline-buttons">
            {playButton}
            {!small && <ZoomButton />}
            {!small && <UndoButtons />}
          </div>
          {!small && <Tally small={false} />}
          {!small && (
            <select
              class="quiet-select"
              aria-label={t.when.timeOf}
              value={timeOf.value}
              onChange={(event) =>
                changeFilters({ timeOf: event.currentTarget.value === 'publication' ? 'publication' : 'event' })
              }
            >
              <option value="event">{t.when.event}</option>
              <option value="publication">{t.when.publication}</option>
            </select>
          )}
        </div>
        <div class="timeline-chart" ref={box}>
          {width.value > 0 && (
            <TimelineChart bins={plan.value.bins} stacks={stacks} width={width.value} small={small} />
          )}
        </div>
        {small && <Tally small />}
      </div>
    </section>
  );
}

/** Fills the timeline with the stretch that is kept, or goes back to all of time. */
function ZoomButton() {
  const t = messages.value;
  const range = filters.value.when?.range;
  const canZoom = range != null && range.from !== null && range.to !== null;
  if (!canZoom && !timelineZoom.value) return null;
  const label = timelineZoom.value ? t.time.zoomOut : t.time.zoomIn;
  return (
    <button
      type="button"
      class="icon-button small"
      aria-label={label}
      title={label}
      onClick={() => (timelineZoom.value = timelineZoom.value ? null : (range ?? null))}
    >
      <Icon name={timelineZoom.value ? 'zoomOut' : 'zoomIn'} />
    </button>
  );
}

/** How many events and mentions pass. A room of its own, whatever the count is and whether the fonts have come: the bins beside it keep their place. */
function Tally({ small }: { readonly small: boolean }) {
  const t = messages.value;
  const passing = results.value;
  const longest = formatNumber(allEvents.value).length + 1 + t.ofEvents(allEvents.value).length;
  return (
    <p class="timeline-tally" style={small ? { inlineSize: `${Math.ceil(longest * TALLY_LETTER)}px` } : undefined}>
      <span data-count={passing.events}>
        <strong>{formatNumber(passing.events)}</strong> {t.ofEvents(allEvents.value)}
      </span>
      {!small && (
        <span data-count={passing.mentions} class="quiet">
          <strong>{formatNumber(passing.mentions)}</strong> {t.ofMentions(allMentions.value)}
        </span>
      )}
    </p>
  );
}
