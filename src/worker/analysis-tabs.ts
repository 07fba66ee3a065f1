/**
 * What the tabs that have one site open owe each other. Each record is changed in one transaction that reads it first, so
 * nothing is lost where a browser has neither locks nor channels: then a tab only learns later what another one did.
 */
export class Tabs {
  readonly #name: string;
  readonly #locks: LockManager | null;
  readonly #channel: BroadcastChannel | null;

  /** `onChanged` is called when another tab has changed what is kept. */
  constructor(name: string, onChanged: () => void) {
    this.#name = name;
    // a page without a secure address has none
    this.#locks = (navigator.locks as LockManager | undefined) ?? null;
    this.#channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(name) : null;
    this.#channel?.addEventListener('message', onChanged);
  }

  /** Does what no other tab may come between: it reads first, works for a while and writes what it made of that. */
  async locked<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#locks ? await this.#locks.request(this.#name, work) : work();
  }

  /** Does the work unless another tab is open, and holds from then on that this one is. */
  async enter(ifAlone: () => Promise<void>): Promise<void> {
    const name = `${this.#name} open`;
    if (!this.#locks) return ifAlone();
    await this.#locks.request(name, { ifAvailable: true }, (lock) => (lock ? ifAlone() : undefined));
    // until the worker ends
    void this.#locks.request(name, { mode: 'shared' }, () => new Promise(() => {}));
  }

  tellChanged(): void {
    this.#channel?.postMessage('changed');
  }
}
