/** So long a page waits for the graphics process before it asks by itself, ms. */
const PATIENCE_MS = 2_000;

/**
 * Settles when the computer's graphics answer. The first context of a page waits for a process that may still be starting
 * or drawing the page; asked for by a worker, that wait does not keep the page from answering, and its own context then
 * comes at once. Where no worker can be made the map is simply tried.
 */
export function wakeGraphics(): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, PATIENCE_MS);
    try {
      const worker = new Worker(new URL('./wake-graphics-worker.ts', import.meta.url), { type: 'module' });
      worker.onmessage = worker.onerror = () => done();
    } catch {
      done();
    }
  });
}
