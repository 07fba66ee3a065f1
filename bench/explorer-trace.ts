import type { CDPSession } from '@playwright/test';
import { type TraceEvent, traced } from './trace.ts';

/** Script of the page's own thread in milliseconds of computing, which other work on the machine stretches less than the clock. */
export interface Script {
  /** The longest block outside the frames in which the map draws, and all such blocks. */
  readonly longest: number;
  readonly total: number;
  /** Script in frames: drawing, and what waits for a frame. */
  readonly frames: number;
  /** The longest block by the clock. */
  readonly longestByClock: number;
}

const SCRIPT = new Set([
  'FunctionCall',
  'EvaluateScript',
  'v8.compileModule',
  'v8.evaluateModule',
  'RunMicrotasks',
  'EventDispatch',
  'TimerFire',
]);
const STEP_CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
  '__metadata',
];
const MARK = 'mawdi-step:';

/** Marks the beginning of a step in a running trace; called in the page. */
export const markStep = (name: string) => performance.mark(`mawdi-step:${name}`);

/** Runs work under a trace and gives the script of each marked step; what comes before the first mark is step ``. */
export async function traceSteps(cdp: CDPSession, work: () => Promise<void>): Promise<[string, Script][]> {
  return scripts(await traced(cdp, STEP_CATEGORIES, work));
}

/** The page's thread is the renderer's main one that did the most: a browser keeps spare renderers. */
function pageThread(trace: readonly TraceEvent[]): TraceEvent[] {
  const mains = trace.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const lists = mains.map(({ pid, tid }) => trace.filter((one) => one.pid === pid && one.tid === tid));
  return lists.sort((a, b) => b.length - a.length)[0] ?? [];
}

function scripts(trace: readonly TraceEvent[]): [string, Script][] {
  const own = pageThread(trace);
  const marks = own
    .filter(({ name }) => name.startsWith(MARK))
    .map(({ name, ts }) => ({ name: name.slice(MARK.length), ts }))
    .sort((a, b) => a.ts - b.ts);
  const cpu = ({ tdur, dur = 0 }: TraceEvent) => (tdur ?? dur) / 1000;
  const pieces = own
    .filter(({ name, ph, dur }) => ph === 'X' && dur && (SCRIPT.has(name) || name === 'FireAnimationFrame'))
    .sort((a, b) => a.ts - b.ts || b.dur! - a.dur!);
  // pieces nest, so the outermost are those that begin after the last one's end
  const outer: TraceEvent[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) {
    if (piece.ts < end) continue;
    outer.push(piece);
    end = piece.ts + piece.dur!;
  }
  return [{ name: '', ts: Number.NEGATIVE_INFINITY }, ...marks].map(({ name, ts }, at) => {
    const until = marks[at]?.ts ?? Number.POSITIVE_INFINITY;
    const mine = outer.filter((piece) => piece.ts >= ts && piece.ts < until);
    const frames = mine.filter((piece) => piece.name === 'FireAnimationFrame');
    const blocks = mine.filter((piece) => piece.name !== 'FireAnimationFrame');
    const sum = (list: readonly TraceEvent[]) => list.reduce((all, piece) => all + cpu(piece), 0);
    return [
      name,
      {
        longest: Math.max(0, ...blocks.map(cpu)),
        total: sum(blocks),
        frames: sum(frames),
        longestByClock: Math.max(0, ...blocks.map(({ dur = 0 }) => dur / 1000)),
      },
    ];
  });
}
