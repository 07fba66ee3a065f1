import type { ProfileNode, TraceEvent } from './trace.ts';

const LONG_MS = 50;

/** What `longTasks` reads of a trace. */
export const TASK_CATEGORIES = [
  'devtools.timeline',
  'toplevel',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-v8.cpu_profiler',
  'v8',
  '__metadata',
];

/** Tasks of the page's thread that took long of the processor, longest first, with the functions that were seen most in each. */
export function longTasks(trace: readonly TraceEvent[]): string[] {
  const mains = trace.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const isMain = ({ pid, tid }: TraceEvent) => mains.some((main) => main.pid === pid && main.tid === tid);
  const own = trace.filter(isMain);
  const tasks = own.filter(({ name, ph }) => name === 'ThreadControllerImpl::RunTask' && ph === 'X');
  const samples = sampled(trace, isMain);
  const all = tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
  const long = tasks.filter(({ tdur = 0 }) => tdur >= LONG_MS * 1000).sort((a, b) => (b.tdur ?? 0) - (a.tdur ?? 0));
  const head = `${tasks.length} tasks, ${Math.round(all)} ms in all; over ${LONG_MS} ms: ${long.length}, longest ${Math.round(tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur), 0) / 1000)} ms`;
  const lines = long.slice(0, 12).map((task) => {
    const inside = own
      .filter(
        (one) =>
          one.ph === 'X' && one.ts >= task.ts && one.ts + (one.dur ?? 0) <= task.ts + (task.dur ?? 0) && one !== task,
      )
      .sort((a, b) => (b.tdur ?? b.dur ?? 0) - (a.tdur ?? a.dur ?? 0));
    const names = [
      ...new Map(
        inside
          .slice(0, 40)
          .reverse()
          .map((one) => [one.name, Math.round((one.tdur ?? one.dur ?? 0) / 1000)]),
      ).entries(),
    ]
      .reverse()
      .filter(([, ms]) => ms >= 5)
      .slice(0, 6)
      .map(([name, ms]) => `${name} ${ms}`);
    const seen = new Map<string, number>();
    for (const { ts, stack } of samples)
      if (ts >= task.ts && ts <= task.ts + (task.dur ?? 0))
        for (const name of new Set(stack)) seen.set(name, (seen.get(name) ?? 0) + 1);
    const most = [...seen]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 24)
      .map(([name, times]) => `${name}×${times}`);
    return `  ${Math.round((task.tdur ?? 0) / 1000)} ms (at ${Math.round((task.ts - (tasks[0]?.ts ?? 0)) / 1000)})  ${names.join(', ')}\n      ${most.join(' ')}`;
  });
  return [head, ...lines];
}

function sampled(
  trace: readonly TraceEvent[],
  isMain: (event: TraceEvent) => boolean,
): { ts: number; stack: string[] }[] {
  const profiles = trace.filter((one) => one.name === 'Profile' && isMain(one));
  const found: { ts: number; stack: string[] }[] = [];
  for (const profile of profiles) {
    const nodes = new Map<number, ProfileNode>();
    let ts = profile.args?.data?.startTime ?? profile.ts;
    for (const chunk of trace.filter(
      (one) => one.name === 'ProfileChunk' && one.id === profile.id && one.pid === profile.pid,
    )) {
      for (const node of chunk.args?.data?.cpuProfile?.nodes ?? []) nodes.set(node.id, node);
      const deltas = chunk.args?.data?.timeDeltas ?? [];
      (chunk.args?.data?.cpuProfile?.samples ?? []).forEach((id, at) => {
        ts += deltas[at] ?? 0;
        const stack: string[] = [];
        for (let node = nodes.get(id); node; node = node.parent === undefined ? undefined : nodes.get(node.parent)) {
          const { functionName, url = '', lineNumber, columnNumber } = node.callFrame;
          if (functionName !== '(root)' && functionName !== '(idle)' && functionName !== '(program)')
            stack.push(`${functionName || '?'}@${url.split('/').pop()?.slice(0, 18)}:${lineNumber}:${columnNumber}`);
        }
        found.push({ ts, stack });
      });
    }
  }
  return found;
}
