import { options } from 'preact';

/**
 * Makes a change and draws it before it returns. The page draws in a task of its own, which the next key does not wait
 * for: where a change moves the focus, what is typed right after it would go to where the focus was.
 */
export function drawAtOnce(change: () => void): void {
  const before = options.debounceRendering;
  options.debounceRendering = (draw) => draw();
  try {
    change();
  } finally {
    options.debounceRendering = before;
  }
}
