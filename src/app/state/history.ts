import { batch, effect } from '@preact/signals';
import {
  addressDoubt,
  baseMap,
  chosenLabelLanguage,
  comparison,
  embed,
  filters,
  follow,
  language,
  layers,
  selection,
  showTranslations,
  storyIsBare,
  storyPlace,
  theme,
  timelineZoom,
  view,
  walking,
} from './app-state.ts';
import { decodeState, encodeState, isUnderstood, type UrlState } from './url.ts';

const LANGUAGE_KEY = 'mawdi-language';
const THEME_KEY = 'mawdi-theme';

/** The state of the screen as the address bar holds it. */
export function currentState(): UrlState {
  return {
    filters: filters.value,
    selection: selection.value,
    language: language.value,
    theme: theme.value,
    labels: chosenLabelLanguage.value,
    view: view.value,
    layers: layers.value,
    base: baseMap.value,
    follow: follow.value,
    zoom: timelineZoom.value,
    embed: embed.value,
    walk: walking.value,
    translations: showTranslations.value,
    compare: comparison.value,
    story: storyPlace.value,
  };
}

function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing still shows everything.
  }
}

function restore(state: UrlState, first: boolean): void {
  batch(() => {
    // equal filters stay the same ones: nothing is counted anew, and there is no step to undo
    if (JSON.stringify(state.filters) !== JSON.stringify(filters.peek())) filters.value = state.filters;
    selection.value = state.selection;
    if (state.language) language.value = state.language;
    else if (first) language.value = preferredLanguage();
    if (first && state.theme === 'auto') {
      const kept = remembered(THEME_KEY);
      theme.value = kept === 'light' || kept === 'dark' ? kept : 'auto';
    } else theme.value = state.theme;
    chosenLabelLanguage.value = state.labels;
    if (state.view || first) view.value = state.view;
    layers.value = state.layers;
    baseMap.value = state.base;
    follow.value = state.follow;
    timelineZoom.value = state.zoom;
    embed.value = state.embed;
    walking.value = state.walk;
    showTranslations.value = state.translations;
    comparison.value = state.compare;
    storyPlace.value = state.story;
    storyIsBare.value = state.story !== null && isBare(state);
  });
}

/** Whether nothing is said but how the page is dressed and which story is shown. */
const isBare = (state: UrlState) =>
  encodeState({ ...state, story: null, language: null, theme: 'auto', embed: false, translations: true }) === '';

function preferredLanguage(): 'ar' | 'en' {
  const kept = remembered(LANGUAGE_KEY);
  if (kept === 'ar' || kept === 'en') return kept;
  const wanted = navigator.languages.find((tag) => /^(ar|en)\b/i.test(tag));
  return wanted?.toLowerCase().startsWith('ar') ? 'ar' : 'en';
}

/** Depth of gestures in progress: while a brush is dragged or a range played, steps replace each other in the history. */
let gestures = 0;
let gestureStarted = false;

export function beginGesture(): void {
  gestures++;
  gestureStarted = false;
}

export const inGesture = () => gestures > 0;

export function endGesture(): void {
  gestures = Math.max(0, gestures - 1);
  if (gestures === 0) flush();
}

/** While a gesture lasts the address follows at this pace: browsers refuse more than some hundred changes in half a minute, and then the last one would be lost. */
const PACE_MS = 200;
let pending: string | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

const addressOf = (hash: string) => `${location.pathname}${location.search}#${hash}`;

/** Writes what a gesture has left to be written. */
function flush(): void {
  clearTimeout(timer);
  timer = undefined;
  if (pending !== null) history.replaceState(null, '', addressOf(pending));
  pending = null;
}

/**
 * Reads the address once and then keeps it and the state equal. A choice (filter, selection) is a step that Back undoes;
 * where the map stands and how it is dressed only replaces the current step. Returns a function that stops it.
 */
export function followAddress(): () => void {
  addressDoubt.value = !isUnderstood(location.hash);
  restore(decodeState(location.hash), true);
  let written = '';
  let steps = '';
  const stepOf = (state: UrlState) =>
    encodeState({
      ...state,
      view: null,
      layers: {},
      base: null,
      theme: 'auto',
      labels: null,
      language: null,
      follow: false,
      zoom: null,
      translations: true,
    });
  const write = (push: boolean, hash: string) => {
    written = hash;
    if (push) {
      flush();
      history.pushState(null, '', addressOf(hash));
      return;
    }
    pending = hash;
    if (gestures === 0) flush();
    else timer ??= setTimeout(flush, PACE_MS);
  };
  const stop = effect(() => {
    const state = currentState();
    const hash = encodeState(state);
    if (hash === written) return;
    const step = stepOf(state);
    const isStep = steps !== step && written !== '';
    const push = isStep && (gestures === 0 || !gestureStarted);
    if (isStep && gestures > 0) gestureStarted = true;
    steps = step;
    write(push, hash);
  });
  const stopLanguage = effect(() => remember(LANGUAGE_KEY, language.value));
  const stopTheme = effect(() => remember(THEME_KEY, theme.value));
  const onPop = () => {
    // what was to be written belonged to the step that has been left
    pending = null;
    const state = decodeState(location.hash);
    addressDoubt.value = !isUnderstood(location.hash);
    written = location.hash.replace(/^#/, '');
    steps = stepOf(state);
    restore(state, false);
    // What the address does not say (an old link typed by hand) is written back in full.
    written = encodeState(currentState());
    steps = stepOf(currentState());
  };
  addEventListener('popstate', onPop);
  addEventListener('hashchange', onPop);
  addEventListener('pagehide', flush);
  return () => {
    flush();
    stop();
    stopLanguage();
    stopTheme();
    removeEventListener('popstate', onPop);
    removeEventListener('hashchange', onPop);
    removeEventListener('pagehide', flush);
  };
}
