/**
 * What the page's own thread does while a person's documents are added: `npx tsx bench/own-documents.ts [site] [documents]`,
 * by default the built site and 200 documents drawn by a seed from the lines of the sample. Drops them on the page, opens
 * one, corrects nothing, loads the page again, and lists for each step the tasks of the main thread by their own
 * processor time (which another program's load does not lengthen), with what they were busy with.
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { findBrowser } from '../tests/browser/chromium.ts';
import { SAMPLE_LINES } from './sample-lines.ts';
import { pick, seeded } from './seeded.ts';

const LONG_MS = 50;
const root = fileURLToPath(new URL('../', import.meta.url));
const [site = join(root, 'dist/site'), amount = '200', folder = ''] = process.argv.slice(2);

interface Given {
  readonly name: string;
  readonly text: string;
}

/** News of some 3,000 letters each, made of lines of the sample. */
function documents(count: number): Given[] {
  const random = seeded(20230919);
  const next = (below: number) => Math.floor(random() * below);
  return Array.from({ length: count }, (_, at) => {
    let text = `---\ntitle: خبر ${at}\ndate: ${2022 + next(2)}-${String(1 + next(12)).padStart(2, '0')}-${String(1 + next(28)).padStart(2, '0')}\n---\n`;
    while (text.length < 3000) text += `${pick(SAMPLE_LINES, random)}\n\n`;
    return { name: `d${String(at).padStart(5, '0')}.md`, text };
  });
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly id?: string;
  readonly args?: {
    readonly name?: string;
    readonly data?: {
      readonly startTime?: number;
      readonly cpuProfile?: {
        readonly nodes?: readonly ProfileNode[];
        readonly samples?: readonly number[];
      };
      readonly timeDeltas?: readonly number[];
    };
  };
}

interface ProfileNode {
  readonly id: number;
  readonly parent?: number;
  readonly callFrame: {
    readonly functionName: string;
    readonly url?: string;
    readonly lineNumber?: number;
    readonly columnNumber?: number;
  };
}

async function traced(cdp: CDPSession, work: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => events.push(...(value as TraceEvent[]));
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    categories:
      'devtools.timeline,toplevel,disabled-by-default-devtools.timeline,disabled-by-default-v8.cpu_profiler,v8',
  });
  await work();
  const done = new Promise<void>((end) => cdp.once('Tracing.tracingComplete', () => end()));
  await cdp.send('Tracing.end');
  await done;
  cdp.off('Tracing.dataCollected', collect);
  return events;
}

/** Tasks of the page's thread that took long of the processor, longest first, with the functions that were seen most in each. */
function longTasks(trace: readonly TraceEvent[]): string[] {
  const mains = trace.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const isMain = ({ pid, tid }: TraceEvent) => mains.some((main) => main.pid === pid && main.tid === tid);
  const own = trace.filter(isMain);
  const tasks = own.filter(({ name, ph }) => /RunTask$/.test(name) && ph === 'X');
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

async function main(): Promise<void> {
  const server = spawn(process.execPath, [join(root, 'dist/cli/mawdi.js'), 'serve', resolve(site), '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise<string>((done) => {
    server.stdout.on('data', (chunk: Buffer) => {
      const found = /http:\/\/\S+/.exec(chunk.toString());
      if (found) done(found[0]);
    });
  });
  const { executablePath, args, env } = await findBrowser();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : { channel: 'chrome' }),
    args: [...args],
    env: { ...(process.env as Record<string, string>), ...env },
  });
  const given = folder
    ? readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
    : documents(Number(amount));
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(300_000);
    const cdp = await page.context().newCDPSession(page);
    const step = async (name: string, work: () => Promise<void>) => {
      const trace = await traced(cdp, work);
      process.stdout.write(`${name}: ${longTasks(trace).join('\n')}\n`);
    };
    await page.goto(`${address}#lang=en`);
    await page.waitForSelector('canvas.maplibregl-canvas');
    await page.waitForTimeout(4000);
    await step('nothing', () => page.waitForTimeout(2000));
    await hand(page, given);
    await step(`${given.length} documents dropped`, async () => {
      await page.evaluate(() => {
        dispatchEvent(
          new DragEvent('drop', {
            dataTransfer: (globalThis as unknown as { given: DataTransfer }).given,
            bubbles: true,
            cancelable: true,
          }),
        );
      });
      await page.waitForSelector('.own-report');
      await page.waitForTimeout(3000);
    });
    await step('the page loaded again', async () => {
      await page.reload();
      await page.waitForSelector('.own-corpora');
      await page.waitForTimeout(4000);
    });
    await step('back to the overview', async () => {
      await page.click('.wordmark button');
      await page.waitForTimeout(2000);
    });
  } finally {
    await browser.close();
    server.kill();
  }
}

async function hand(page: Page, given: readonly Given[]): Promise<void> {
  await page.evaluate((files) => {
    const transfer = new DataTransfer();
    for (const { name, text } of files) transfer.items.add(new File([text], name));
    (globalThis as unknown as { given: DataTransfer }).given = transfer;
  }, given);
}

await main();
