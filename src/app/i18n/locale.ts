import { computed } from '@preact/signals';
import { language } from '../state/app-state.ts';
import { ar } from './ar.ts';
import { en, type Messages } from './en.ts';

/** The sentences of the interface in the language that is chosen. */
export const messages = computed<Messages>(() => (language.value === 'ar' ? ar : en));

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
