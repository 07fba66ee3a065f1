/** So many characters fit on a line of a list. */
const LENGTH = 64;
/** Fewer characters after the reporting word say too little: then the line begins before it. */
const AFTER = 28;

/**
 * The words of an event in a line: all of them when they are few, else a stretch from the word that reports it (at offset
 * `trigger`), cut between words. A verb alone ("carried out", "took place") says nothing.
 */
export function gistOf(words: string, trigger: number): string {
  const text = words.replace(/\s/gu, ' ');
  if (text.trim().length <= LENGTH) return text.replace(/ +/g, ' ').trim();
  const from = Math.max(0, text.length - trigger < AFTER ? text.length - LENGTH : trigger);
  const start = from === 0 ? 0 : from === trigger ? from : text.indexOf(' ', from) + 1;
  let end = Math.min(text.length, start + LENGTH);
  if (end < text.length) {
    const space = text.lastIndexOf(' ', end);
    if (space > start) end = space;
  }
  const middle = text.slice(start, end).replace(/ +/g, ' ').trim();
  return `${start > 0 ? '… ' : ''}${middle}${end < text.length ? ' …' : ''}`;
}
