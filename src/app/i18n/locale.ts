import { computed, signal } from '@preact/signals';
import { language } from '../state/app-state.ts';
import type { Messages } from './en.ts';

/** Each language is a piece of its own: a reader of one does not wait for the other. */
const PIECES = {
  ar: async (): Promise<Messages> => (await import('./ar.ts')).ar,
  en: async (): Promise<Messages> => (await import('./en.ts')).en,
} as const;
const known = signal<Readonly<Partial<Record<keyof typeof PIECES, Messages>>>>({});

/** Fetches the sentences of a language, once; the page is drawn when those of its first language are there. */
export async function learnWords(of: keyof typeof PIECES): Promise<Messages> {
  const words = known.peek()[of] ?? (await PIECES[of]());
  if (!known.peek()[of]) known.value = { ...known.peek(), [of]: words };
  return words;
}

/** The sentences of the interface in the language that is chosen; until they have come, in the one that is there. */
export const messages = computed<Messages>(() => {
  const words = known.value[language.value] ?? known.value.en ?? known.value.ar;
  if (!words) throw new Error('messages were asked for before learnWords had brought any');
  return words;
});

/** Locale for `Intl`: European digits in Arabic too, as in the texts. */
export const locale = computed(() => (language.value === 'ar' ? 'ar-u-nu-latn' : 'en'));
export const direction = computed<'rtl' | 'ltr'>(() => (language.value === 'ar' ? 'rtl' : 'ltr'));

const RTL = /^(ar|fa|ur|he|ku|ps|sd|ug|yi|dv)\b/;

/** Direction of a text by its language. */
export function directionOf(lang: string): 'rtl' | 'ltr' {
  return RTL.test(lang) ? 'rtl' : 'ltr';
}

const numbers = computed(() => new Intl.NumberFormat(locale.value));
export function formatNumber(value: number): string {
  return numbers.value.format(value);
}
