import { directionOf } from '../i18n/locale.ts';

/**
 * Direction of a field: that of what is written in it, and while it is empty that of the words that stand in its place.
 * `auto` alone lays those out from left to right, in Arabic too.
 */
export function fieldDirection(written: string | undefined, placeholderLang: string): 'auto' | 'ltr' | 'rtl' {
  return written ? 'auto' : directionOf(placeholderLang);
}
