/** Work that waits for a task of its own: what a person did is answered first, and no block of script grows long. */
const waiting: (() => void)[] = [];
const channel = typeof MessageChannel === 'function' ? new MessageChannel() : null;

function runOne(): void {
  const work = waiting.shift();
  if (waiting.length > 0) channel?.port2.postMessage(0);
  work?.();
}

if (channel) channel.port1.onmessage = runOne;

export function nextTask(work: () => void): void {
  waiting.push(work);
  if (!channel) setTimeout(runOne, 0);
  else if (waiting.length === 1) channel.port2.postMessage(0);
}

/** Lets other work have its turn. */
export const pause = (): Promise<void> => new Promise((done) => nextTask(done));
