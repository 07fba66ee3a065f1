import { effect, signal } from '@preact/signals';
import { EDITED_KEY, editedStory, remembered } from './edited-story.ts';
import { parseStory, type Story } from './story.ts';

/** Stories that are made in this browser, by their address (`own:…`), kept from one visit to the next. */

const KEY = 'mawdi-stories';
export const OWN = 'own:';

function read(): Record<string, Story> {
  const kept: Record<string, Story> = {};
  try {
    const json = JSON.parse(localStorage.getItem(KEY) ?? '{}') as unknown;
    if (typeof json !== 'object' || json === null) return kept;
    for (const [address, value] of Object.entries(json)) {
      // one that has no steps yet, or no more, is still being made
      const parsed = parseStory(JSON.stringify(value), { unfinished: true });
      if (address.startsWith(OWN) && 'story' in parsed) kept[address] = parsed.story;
    }
  } catch {
    // what cannot be read is as good as not there
  }
  return kept;
}

export const ownStories = signal<Readonly<Record<string, Story>>>(read());

effect(() => {
  const text = JSON.stringify(ownStories.value);
  const edited = editedStory.value;
  try {
    if (text !== remembered(KEY) && (text !== '{}' || remembered(KEY) !== null)) localStorage.setItem(KEY, text);
    if (edited === null) localStorage.removeItem(EDITED_KEY);
    else localStorage.setItem(EDITED_KEY, edited);
  } catch {
    // a browser that keeps nothing can still save a file
  }
});

export function keepStory(address: string, story: Story): void {
  ownStories.value = { ...ownStories.value, [address]: story };
}

export function forgetStory(address: string): void {
  const { [address]: gone, ...rest } = ownStories.value;
  void gone;
  ownStories.value = rest;
  if (editedStory.value === address) editedStory.value = null;
}

/** Puts a story back to where it stood among the others, and gives that place. Its address may be another's by now: then it has a new one. */
export function restoreStory(address: string, story: Story, at: number): number {
  const entries = Object.entries(ownStories.value);
  const place = Math.min(at, entries.length);
  entries.splice(place, 0, [ownStories.value[address] ? freeAddress() : address, story]);
  ownStories.value = Object.fromEntries(entries);
  return place;
}

function freeAddress(): string {
  let number = 1;
  while (ownStories.value[`${OWN}${number}`]) number++;
  return `${OWN}${number}`;
}

/** Keeps a story under a new address and opens it in the editor. */
export function addStory(story: Story): string {
  const address = freeAddress();
  keepStory(address, story);
  editedStory.value = address;
  return address;
}
