import { watch } from 'node:fs';
import { UsageError } from '../usage-error.ts';

/** Changes often come in flocks: the work begins when none has come for this long. */
const QUIET_MS = 150;

/**
 * Runs the work, and again whenever something in the folder changes, until it is interrupted. A fault of the call (a
 * broken corpus.json, an empty folder) is told and waited out.
 */
export async function watchFolder(folder: string, out: string, work: () => Promise<number>): Promise<number> {
  let code = 0;
  let wake = () => {};
  let changed = false;
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true }, (_, name) => {
    if (
      name
        ?.toString()
        .split(/[/\\]/)
        .some((part) => part.startsWith('.'))
    )
      return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      changed = true;
      wake();
    }, QUIET_MS);
  });
  let ended = false;
  const end = () => {
    ended = true;
    wake();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
  while (!ended) {
    changed = false;
    try {
      code = await work();
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      process.stderr.write(`mawdi: ${error.message}\n`);
      code = 2;
    }
    if (ended) break;
    process.stderr.write(`watching ${folder} for ${out}; Ctrl-C ends\n`);
    await new Promise<void>((done) => {
      wake = done;
      if (changed || ended) done();
    });
  }
  clearTimeout(timer);
  watcher.close();
  return code;
}
