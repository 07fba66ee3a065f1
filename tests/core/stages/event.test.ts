import { describe, expect, it } from 'vitest';
import { casesWith, run } from './case-folder.ts';

describe('event', () => {
  for (const one of casesWith('events')) {
    const check = one.known === undefined ? it : it.fails;
    check(one.name, () => {
      const { events } = run(one);
      const plain = events.map((found) => ({
        ...found,
        figures: Object.fromEntries(found.figures.map((figure) => [figure.what, figure.value])),
      }));
      expect(plain.map((found) => found.kind)).toEqual((one.events ?? []).map((expected) => expected.kind));
      plain.forEach((found, index) => {
        expect(found).toMatchObject(one.events?.[index] ?? {});
      });
    });
  }

  it('is the same every time, with unique ids and spans inside the text', () => {
    for (const one of casesWith('events')) {
      const { events } = run(one);
      expect(run(one).events).toEqual(events);
      expect(new Set(events.map((found) => found.id)).size).toBe(events.length);
      for (const found of events) {
        expect(found.end).toBeLessThanOrEqual(one.text.length);
        expect(found.trigger.start).toBeGreaterThanOrEqual(found.start);
      }
    }
  });
});
