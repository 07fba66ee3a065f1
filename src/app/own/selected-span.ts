import type { Span } from '../../core/model/span.ts';

const MOST_LETTERS = 200;

export interface SelectedSpan extends Span {
  /** Where it stands on the screen, in pixels of the page. */
  readonly x: number;
  readonly y: number;
}

/** The stretch of the document's text that is selected in the reader, without white space at its ends; null when it is none. */
export function selectedSpan(text: string): SelectedSpan | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const from = offsetAt(range.startContainer, range.startOffset);
  const to = offsetAt(range.endContainer, range.endOffset);
  if (from === null || to === null) return null;
  let [start, end] = [Math.min(from, to), Math.max(from, to)];
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  if (end <= start || end - start > MOST_LETTERS) return null;
  const box = range.getBoundingClientRect();
  return { start, end, x: box.left, y: box.bottom + 6 };
}

/** What stands in a sentence of the reader and is not of the document: its translation, shapes in the margin. */
const NOT_TEXT = '.translation, .margin-shape';

/** The offset in the document's text of a point in the reader: what stands before it in its sentence is counted. */
function offsetAt(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const sentence = element?.closest<HTMLElement>('.reader-text .sentence[data-from]');
  if (!sentence || element?.closest(NOT_TEXT)) return null;
  const from = Number(sentence.dataset.from);
  const to = Number(sentence.dataset.to);
  const point = new Range();
  point.setStart(sentence, 0);
  point.setEnd(node, offset);
  let before = 0;
  let all = 0;
  const walker = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    if (text.parentElement?.closest(NOT_TEXT)) continue;
    const length = text.nodeValue?.length ?? 0;
    all += length;
    if (text === point.endContainer) before += point.endOffset;
    else if (point.comparePoint(text, length) <= 0) before += length;
  }
  // a sentence that follows another in its paragraph begins with a space that is not its own
  return Math.min(to, Math.max(from, from + before - (all - (to - from))));
}
