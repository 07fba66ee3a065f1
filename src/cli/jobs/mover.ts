import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { exchange, type Moves } from './exchange.ts';

/** Exchanges a site in a process that outlives this one. */
export interface Mover {
  /** From the call on, the exchange happens whole even if this process is killed. */
  move(moves: Moves): Promise<void>;
  /** Lets the process end without having moved anything. */
  dismiss(): void;
}

/** Starts the process while there is other work to do, so that it is ready when it is needed. */
export function startMover(): Mover {
  const child = spawn(process.execPath, command(), { stdio: ['pipe', 'ignore', 'pipe'], detached: true });
  let fault = '';
  child.stderr.on('data', (chunk: Buffer) => {
    fault += chunk.toString();
  });
  const ended = new Promise<number | null>((done) => {
    child.once('close', (code) => done(code));
    // where no process may be started, this one must do
    child.once('error', () => done(null));
  });
  child.stdin.on('error', () => {});
  child.unref();
  return {
    async move(moves) {
      if (child.pid === undefined) return exchange(moves);
      child.ref();
      child.stdin.end(`${JSON.stringify(moves)}\n`);
      if ((await ended) !== 0) throw new Error(`the new site could not be put in place: ${fault.trim()}`);
    },
    dismiss: () => child.stdin.destroy(),
  };
}

/** It lies beside this file: what it was built to, or its source, which needs tsx as this process does. */
function command(): string[] {
  if (!import.meta.url.endsWith('.ts')) return [fileURLToPath(new URL('./mover-process.js', import.meta.url))];
  return ['--import', import.meta.resolve('tsx'), fileURLToPath(new URL('./mover-process.ts', import.meta.url))];
}
