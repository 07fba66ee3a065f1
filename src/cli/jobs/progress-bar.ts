/** Shows how far a long work is. */
export interface Progress {
  step(done: number): void;
  /** Writes a line above the bar. */
  say(line: string): void;
  end(): void;
}

const WIDTH = 28;
const EVERY_MS = 80;
/** What is left is told when this much of the work tells how fast it goes. */
const TELLING_S = 3;
/** What is done sooner than this shows no bar. */
const LONG_MS = 400;

/** A bar on standard error where that is a terminal; elsewhere only the lines. `total` may be 0 where it is not known. */
export function openProgress(label: string, total: number, shown = process.stderr.isTTY === true): Progress {
  const output = process.stderr;
  const begun = performance.now();
  let drawn = 0;
  let done = 0;
  let visible = false;
  const clear = () => {
    if (visible) output.write('\r\x1b[K');
    visible = false;
  };
  const draw = () => {
    const seconds = (performance.now() - begun) / 1000;
    const share = total > 0 ? Math.min(1, done / total) : 0;
    const bar = total > 0 ? `${'█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░')} ` : '';
    const left = total > 0 && done > 0 && seconds > TELLING_S ? Math.ceil((seconds / done) * (total - done)) : null;
    const text = `${label} ${bar}${done}${total > 0 ? `/${total}` : ''}${left === null ? '' : `, ${duration(left)} left`}`;
    output.write(`\r\x1b[K${text.slice(0, (output.columns || 80) - 1)}`);
    visible = true;
  };
  return {
    step(now) {
      done = now;
      if (!shown) return;
      const time = performance.now();
      if (time - begun < LONG_MS || time - drawn < EVERY_MS) return;
      drawn = time;
      draw();
    },
    say(line) {
      clear();
      output.write(`${line}\n`);
    },
    end: clear,
  };
}

function duration(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.ceil(seconds / 60)} min`;
  return `${Math.floor(seconds / 3600)} h ${Math.ceil((seconds % 3600) / 60)} min`;
}
