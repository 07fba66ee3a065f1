import { results } from '../state/counts.ts';

/** Rows of a mask that nothing rejects. */
function passing(mask: Uint16Array): Uint32Array {
  let count = 0;
  for (const bits of mask) if (bits === 0) count++;
  const rows = new Uint32Array(count);
  let at = 0;
  for (let row = 0; row < mask.length; row++) if (mask[row] === 0) rows[at++] = row;
  return rows;
}

/** What the filters leave: rows of mentions, and tellings of events. */
export function passingRows(): { mentions: Uint32Array; events: Uint32Array } {
  const { mentionMask, eventMask } = results.value;
  return { mentions: passing(mentionMask), events: passing(eventMask) };
}
