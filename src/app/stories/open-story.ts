import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { dataUrl } from '../data/load.ts';
import { formatNumber, messages } from '../i18n/locale.ts';
import { cleanLine } from './clean-words.ts';
import { OWN, ownStories } from './own-stories.ts';
import { MAX_STORY_BYTES, parseStory, type Story, type StoryFault, storyAddress } from './story.ts';

export type StoryState = Story | 'loading' | { readonly fault: string };

/** What a person is told of a fault. */
export function faultText(fault: StoryFault): string {
  const t = messages.value.stories;
  if (fault.code === 'bad-step') return t.badStep(formatNumber(fault.step), fault.field);
  return t.faults[fault.code] ?? fault.code;
}

const fetched = new Map<string, Signal<StoryState>>();

/** The story at an address, read once. Only what lies on the page's own site is fetched. */
export function storyAt(address: string): ReadonlySignal<StoryState> {
  if (address.startsWith(OWN))
    return computed(() => ownStories.value[address] ?? { fault: messages.value.stories.faults['no-draft'] ?? '' });
  const known = fetched.get(address);
  if (known) return known;
  const state = signal<StoryState>('loading');
  fetched.set(address, state);
  void read(address).then((result) => {
    state.value = result;
  });
  return state;
}

async function read(address: string): Promise<StoryState> {
  const faults = () => messages.peek().stories.faults;
  const url = storyAddress(address, document.baseURI);
  if (!url) return { fault: faults()['foreign-address'] ?? '' };
  try {
    const response = await fetch(url, { redirect: 'error', credentials: 'omit' });
    if (!response.ok) return { fault: faults()['not-found'] ?? '' };
    if (Number(response.headers.get('content-length') ?? 0) > MAX_STORY_BYTES)
      return { fault: faults()['too-large'] ?? '' };
    const parsed = parseStory(await response.text());
    return 'story' in parsed ? parsed.story : { fault: faultText(parsed.fault) };
  } catch {
    return { fault: faults()['not-found'] ?? '' };
  }
}

/** A story that comes with the atlas, as `stories.json` of the data lists it. */
export interface ListedStory {
  readonly address: string;
  readonly title: Readonly<Record<string, string>>;
  readonly steps: number;
}

export const listedStories = signal<readonly ListedStory[] | null>(null);
let asked = false;

/** Reads the list once; an atlas without stories has an empty one. */
export function loadListedStories(): void {
  if (asked) return;
  asked = true;
  fetch(dataUrl('stories.json'))
    .then((response) => (response.ok ? (response.json() as Promise<unknown>) : []))
    .then((list) => {
      listedStories.value = Array.isArray(list) ? list.flatMap(listedOf) : [];
    })
    .catch(() => {
      listedStories.value = [];
    });
}

function listedOf(value: unknown): ListedStory[] {
  if (typeof value !== 'object' || value === null) return [];
  const { file, title, steps } = value as Record<string, unknown>;
  if (typeof file !== 'string' || typeof title !== 'object' || title === null || typeof steps !== 'number') return [];
  const titles = Object.fromEntries(
    Object.entries(title).flatMap(([lang, text]) => (typeof text === 'string' ? [[lang, cleanLine(text)]] : [])),
  );
  return [{ address: `data/${file}`, title: titles, steps }];
}
