import { existsSync, watch } from 'node:fs';
import { tellFault } from '../fault.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Changes often come in flocks: the work begins when none has come for this long. */
const QUIET_MS = 150;

/**
 * Runs the work, and again whenever something in the folder changes, until it is interrupted. A fault (a broken
 * corpus.json, an empty folder, a full disk) is told and waited out.
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
  for (const signal of SIGNALS) process.on(signal, end);
  try {
    while (!ended) {
      changed = false;
      try {
        code = await work();
      } catch (error) {
        code = tellFault(error);
      }
      if (!existsSync(folder)) {
        process.stderr.write(`${folder} is gone: there is nothing left to watch\n`);
        return 2;
      }
      if (ended) break;
      process.stderr.write(`watching ${folder} for ${out}; Ctrl-C ends\n`);
      await new Promise<void>((done) => {
        wake = done;
        if (changed || ended) done();
      });
    }
    return code;
  } finally {
    clearTimeout(timer);
    watcher.close();
    for (const signal of SIGNALS) process.off(signal, end);
  }
}
