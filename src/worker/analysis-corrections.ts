import type { Correction } from '../core/model/correction.ts';
import { mergeCorrections } from '../formats/corrections.ts';

/**
 * What a person made of the corrections that they saw, carried over to those that stand now: what another tab has added
 * stays, what it has taken back stays taken back. Where both speak of the same thing, the change that comes now holds.
 */
export function carryOver(
  seen: readonly Correction[],
  made: readonly Correction[],
  now: readonly Correction[],
): Correction[] {
  const before = new Set(seen.map(keyOf));
  const standing = new Set(now.map(keyOf));
  const left = made.filter((one) => standing.has(keyOf(one)) || !before.has(keyOf(one)));
  const elsewhere = now.filter((one) => !before.has(keyOf(one)));
  const mine = made.filter((one) => !before.has(keyOf(one)));
  return mergeCorrections(left, elsewhere, mine);
}

const keyOf = (correction: Correction) => JSON.stringify(correction);
