import { signal } from '@preact/signals';

export const EDITED_KEY = 'mawdi-story-edited';

/** What this browser keeps under a key; `null` also where it keeps nothing. */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Address of the story that is open in the editor; by itself, since the page asks it before any story is loaded. */
export const editedStory = signal<string | null>(remembered(EDITED_KEY));
