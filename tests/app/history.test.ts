import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { changeFilters, select, setView } from '../../src/app/state/actions.ts';
import * as state from '../../src/app/state/app-state.ts';
import { NO_FILTERS } from '../../src/app/state/filters.ts';
import { beginGesture, currentState, endGesture, followAddress } from '../../src/app/state/history.ts';
import { encodeState } from '../../src/app/state/url.ts';

/** As much of a browser as the address needs: entries, where it stands among them, and the word that it has moved. */
class Browser {
  entries = [''];
  at = 0;
  replaced = 0;
  readonly location = { pathname: '/', search: '', hash: '' };
  readonly #listeners = new Map<string, () => void>();

  readonly history = {
    pushState: (_: unknown, __: string, address: string) => {
      this.entries = [...this.entries.slice(0, this.at + 1), address.slice(address.indexOf('#'))];
      this.#go(this.entries.length - 1);
    },
    replaceState: (_: unknown, __: string, address: string) => {
      this.replaced++;
      this.entries[this.at] = address.slice(address.indexOf('#'));
      this.#go(this.at);
    },
  };
  readonly addEventListener = (name: string, listener: () => void) => this.#listeners.set(name, listener);
  readonly removeEventListener = (name: string) => this.#listeners.delete(name);

  #go(at: number): void {
    this.at = at;
    this.location.hash = this.entries[at] ?? '';
  }

  travel(steps: number): void {
    this.#go(Math.max(0, Math.min(this.entries.length - 1, this.at + steps)));
    this.#listeners.get('popstate')?.();
  }
}

const days = fc.integer({ min: 0, max: 20_000 });
/** A step is one that Back undoes; the others only change the entry that is there. */
const action: fc.Arbitrary<() => void> = fc.oneof(
  fc.tuple(days, days).map(([a, b]) => () => {
    changeFilters({ when: { range: { from: Math.min(a, b), to: Math.max(a, b) }, undated: false } });
  }),
  fc.constantFrom('a', 'b', 'c').map((id) => () => select({ type: 'place', id })),
  fc.constant(() => select(null)),
  fc.constantFrom(0, 50, 90).map((minConfidence) => () => changeFilters({ minConfidence })),
  fc.constantFrom('event', 'publication' as const).map((timeOf) => () => changeFilters({ timeOf: timeOf as 'event' })),
  fc.boolean().map((on) => () => {
    state.walking.value = on;
  }),
  fc.integer({ min: -80, max: 80 }).map((lat) => () => setView({ lon: 40, lat, zoom: 5, bearing: 0 })),
  fc.constantFrom('light', 'dark', 'auto' as const).map((one) => () => {
    state.theme.value = one as 'light';
  }),
);

describe('the address bar', () => {
  let browser: Browser;
  let stop: () => void;

  beforeEach(() => {
    vi.useFakeTimers();
    browser = new Browser();
    const { location, history, addEventListener, removeEventListener } = browser;
    const kept = new Map<string, string>();
    const localStorage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    const all = { location, history, addEventListener, removeEventListener, localStorage };
    for (const [name, value] of Object.entries(all)) vi.stubGlobal(name, value);
    vi.stubGlobal('navigator', { languages: ['en'] });
    state.filters.value = NO_FILTERS;
    state.selection.value = null;
    state.view.value = null;
    stop = followAddress();
    // an entry from before the map had come to rest takes the camera that is there
    setView({ lon: 40, lat: 0, zoom: 5, bearing: 0 });
  });
  afterEach(() => {
    stop();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('brings back every state that Back and Forward come to', () => {
    fc.assert(
      fc.property(
        fc.array(action, { maxLength: 10 }),
        fc.array(fc.constantFrom(-3, -2, -1, 1, 2), { maxLength: 8 }),
        (actions, travels) => {
          for (const act of actions) {
            act();
            expect(browser.location.hash).toBe(`#${encodeState(currentState())}`);
          }
          for (const steps of travels) {
            const entries = [...browser.entries];
            browser.travel(steps);
            expect(`#${encodeState(currentState())}`.replace(/^#$/, '')).toBe(browser.location.hash);
            // to look back changes nothing of what lies before and behind
            expect(browser.entries).toEqual(entries);
          }
        },
      ),
    );
  });

  it('takes a drag for one step, and follows it at a pace that no browser refuses', () => {
    const before = browser.entries.length;
    const written = browser.replaced;
    beginGesture();
    for (let day = 1; day <= 300; day++) {
      changeFilters({ when: { range: { from: 0, to: day }, undated: false } });
      vi.advanceTimersByTime(16);
    }
    endGesture();
    expect(browser.entries.length).toBe(before + 1);
    expect(browser.location.hash).toBe(`#${encodeState(currentState())}`);
    expect(browser.replaced - written).toBeLessThan(40);
  });

  it('leaves what an equal address says as it is', () => {
    changeFilters({ minConfidence: 70 });
    const { value } = state.filters;
    browser.travel(0);
    expect(state.filters.value).toBe(value);
  });
});
