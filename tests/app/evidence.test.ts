import { describe, expect, it } from 'vitest';
import { ar } from '../../src/app/i18n/ar.ts';
import { en } from '../../src/app/i18n/en.ts';
import { EVIDENCE } from '../../src/core/model/evidence.ts';

describe('the reasons for a place', () => {
  for (const [code, messages] of Object.entries({ ar, en }))
    it(`are all worded in ${code}`, () => {
      for (const reason of Object.keys(EVIDENCE)) expect(messages.evidence[reason], reason).toBeTruthy();
      expect(Object.keys(messages.evidence).sort()).toEqual(
        [...new Set([...Object.keys(EVIDENCE), 'list:kind'])].sort(),
      );
    });

  it('are worded in Arabic letters in Arabic', () => {
    for (const sentence of Object.values(ar.evidence)) expect(sentence).toMatch(/^[\u0600-\u06ff\s.,:؛،]+$/u);
  });
});
