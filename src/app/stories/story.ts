import { cleanLine, cleanText } from './clean-words.ts';

/** A stretch of a document that a sentence of a story rests on. */
export interface StoryPassage {
  readonly document: string;
  readonly start: number;
  readonly end: number;
}

/** What a step rests on: a passage, or for what only the map shows, a place with its source. */
export type StorySource = StoryPassage | { readonly place: string };

export interface StoryStep {
  /** By language. */
  readonly title: Readonly<Record<string, string>>;
  /** By language; `[1]` points at the first of the sources. */
  readonly text: Readonly<Record<string, string>>;
  /** The state of the screen, as in the address. */
  readonly state: string;
  readonly sources: readonly StorySource[];
  /** Width and height in pixels of the map that the view was taken from, so that another screen shows as much. */
  readonly frame?: readonly [number, number];
}

/** A story as it lies in a file. */
export interface Story {
  readonly format: 'mawdi-story';
  readonly version: 1;
  readonly title: Readonly<Record<string, string>>;
  readonly steps: readonly StoryStep[];
}

export type StoryFault =
  | { readonly code: 'not-json' | 'not-a-story' | 'version' | 'too-large' | 'no-steps' | 'bad-title' }
  | { readonly code: 'bad-step'; readonly step: number; readonly field: string };

export const MAX_STORY_BYTES = 1_000_000;
const MAX_STEPS = 200;
const MAX_TITLE = 300;
const MAX_TEXT = 5000;
const MAX_STATE = 8000;
const MAX_SOURCES = 50;

/** Reads a story of unknown origin: what comes out has exactly the shape that it should, and nothing else. An unfinished one may lack steps. Never throws. */
export function parseStory(
  content: string,
  { unfinished = false } = {},
): { readonly story: Story } | { readonly fault: StoryFault } {
  if (content.length > MAX_STORY_BYTES) return { fault: { code: 'too-large' } };
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    return { fault: { code: 'not-json' } };
  }
  if (!isRecord(json) || json.format !== 'mawdi-story') return { fault: { code: 'not-a-story' } };
  if (json.version !== 1) return { fault: { code: 'version' } };
  const title = textsOf(json.title, MAX_TITLE, cleanLine);
  if (!title) return { fault: { code: 'bad-title' } };
  if (!Array.isArray(json.steps) || (json.steps.length === 0 && !unfinished)) return { fault: { code: 'no-steps' } };
  if (json.steps.length > MAX_STEPS) return { fault: { code: 'too-large' } };
  const steps: StoryStep[] = [];
  for (const [at, one] of json.steps.entries()) {
    const step = stepOf(one);
    if (typeof step === 'string') return { fault: { code: 'bad-step', step: at + 1, field: step } };
    steps.push(step);
  }
  return { story: { format: 'mawdi-story', version: 1, title, steps } };
}

/** The step, or the name of the field that is not what it should be. */
function stepOf(value: unknown): StoryStep | string {
  if (!isRecord(value)) return 'step';
  const title = textsOf(value.title, MAX_TITLE, cleanLine);
  if (!title) return 'title';
  const text = textsOf(value.text ?? {}, MAX_TEXT, cleanText);
  if (!text) return 'text';
  const { state, frame } = value;
  if (typeof state !== 'string' || state.length > MAX_STATE) return 'state';
  const listed = value.sources ?? [];
  if (!Array.isArray(listed) || listed.length > MAX_SOURCES) return 'sources';
  const sources: StorySource[] = [];
  for (const one of listed) {
    const source = sourceOf(one);
    if (!source) return 'sources';
    sources.push(source);
  }
  if (frame === undefined) return { title, text, state, sources };
  if (!Array.isArray(frame) || frame.length !== 2) return 'frame';
  const [width, height] = frame as unknown[];
  if (!isSize(width) || !isSize(height)) return 'frame';
  return { title, text, state, sources, frame: [width, height] };
}

function sourceOf(value: unknown): StorySource | null {
  if (!isRecord(value)) return null;
  if (typeof value.place === 'string') {
    const place = cleanLine(value.place);
    return place.length > 0 && place.length <= 200 ? { place } : null;
  }
  const { start, end } = value;
  const document = typeof value.document === 'string' ? cleanLine(value.document) : '';
  if (document === '' || document.length > 500) return null;
  if (!isOffset(start) || !isOffset(end) || end <= start) return null;
  return { document, start, end };
}

function textsOf(value: unknown, longest: number, clean: (text: string) => string): Record<string, string> | null {
  if (!isRecord(value)) return null;
  const texts: Record<string, string> = {};
  for (const [lang, text] of Object.entries(value)) {
    if (!/^[a-z]{2,3}$/.test(lang) || typeof text !== 'string' || text.length > longest) return null;
    texts[lang] = clean(text);
  }
  return texts;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isOffset = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isSize = (value: unknown): value is number => typeof value === 'number' && value >= 100 && value <= 20_000;

/** A story as text for a file. Stable, so that saving what was opened gives the same. */
export function writeStory(story: Story): string {
  return `${JSON.stringify(story, null, 2)}\n`;
}

/** The text in a language, or in another that is there. */
export function textIn(
  texts: Readonly<Record<string, string>>,
  lang: string,
): { readonly text: string; readonly lang: string } {
  const own = texts[lang];
  if (own) return { text: own, lang };
  const other = Object.entries(texts).find(([, text]) => text !== '');
  return other ? { text: other[1], lang: other[0] } : { text: '', lang };
}

/** A part of a step's text: words, or the number of a source from 1. */
export type TextPart = { readonly words: string } | { readonly source: number };

/** Splits a text at its `[1]`; a number without a source stays text. */
export function textParts(text: string, sources: number): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  const words = (to: number) => {
    if (to > at) parts.push({ words: text.slice(at, to) });
  };
  for (const match of text.matchAll(/\[(\d{1,3})\]/g)) {
    const number = Number(match[1]);
    if (number < 1 || number > sources) continue;
    words(match.index);
    parts.push({ source: number });
    at = match.index + match[0].length;
  }
  words(text.length);
  return parts;
}

/** A step moved to another place; the same list when that lies outside. */
export function movedStep(steps: readonly StoryStep[], from: number, to: number): readonly StoryStep[] {
  const step = steps[from];
  if (!step || to < 0 || to >= steps.length || from === to) return steps;
  const rest = steps.filter((_, at) => at !== from);
  return [...rest.slice(0, to), step, ...rest.slice(to)];
}

/**
 * The address of a story's file if it lies in the folder of the page, else null: what lies beside the site on the same
 * host may be somebody else's.
 */
export function storyAddress(address: string, base: string): string | null {
  try {
    const folder = new URL('./', base);
    const url = new URL(address, base);
    const local = url.origin === folder.origin && (url.protocol === 'https:' || url.protocol === 'http:');
    if (!local || url.username !== '' || url.password !== '') return null;
    // a slash that is spelt out is no slash to the browser, but may be one to the server: `..%2f`
    if (!url.pathname.startsWith(folder.pathname) || /%2f|%5c/i.test(url.pathname.slice(folder.pathname.length)))
      return null;
    return url.href;
  } catch {
    return null;
  }
}
