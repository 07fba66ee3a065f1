import { describe, expect, it } from 'vitest';
import { casesWith, run } from './case-folder.ts';

describe('attribute', () => {
  for (const one of casesWith('claims')) {
    const check = one.known === undefined ? it : it.fails;
    check(one.name, () => {
      const { claims } = run(one);
      for (const expected of one.claims ?? []) {
        const found = claims.filter((claim) => one.text.startsWith(expected.starts, claim.start));
        expect(found, `a claim that starts with "${expected.starts}"`).not.toHaveLength(0);
        const claim = found[found.length - 1];
        expect(claim?.attributedTo).toBe(expected.attributedTo);
        if (expected.speakerId !== undefined) expect(claim?.speakerId).toBe(expected.speakerId);
        if (expected.direct !== undefined) expect(claim?.direct).toBe(expected.direct);
        if (expected.ends !== undefined)
          expect(one.text.slice(claim?.start, claim?.end).endsWith(expected.ends)).toBe(true);
      }
    });
  }

  it('gives spans inside the text and ids in ASCII', () => {
    for (const one of casesWith('claims'))
      for (const claim of run(one).claims) {
        expect(claim.start).toBeGreaterThanOrEqual(0);
        expect(claim.end).toBeGreaterThan(claim.start);
        expect(claim.end).toBeLessThanOrEqual(one.text.length);
        expect(claim.speakerId).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        expect(one.text).toContain(claim.attributedTo);
      }
  });
});
