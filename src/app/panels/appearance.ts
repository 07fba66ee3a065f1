import { effect } from '@preact/signals';
import { direction } from '../i18n/locale.ts';
import { embed, isPhone, language, resolvedTheme, systemDark } from '../state/app-state.ts';

/** Keeps the page's language, direction, theme and width class; returns a function that stops it. */
export function dressPage(): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const narrow = matchMedia('(max-width: 719.98px)');
  const onDark = () => {
    systemDark.value = dark.matches;
  };
  const onNarrow = () => {
    isPhone.value = narrow.matches && !embed.peek();
  };
  onDark();
  onNarrow();
  dark.addEventListener('change', onDark);
  narrow.addEventListener('change', onNarrow);
  const stops = [
    effect(() => {
      document.documentElement.lang = language.value;
      // On the body: with `dir` on the root, MapLibre mirrors the brackets in labels twice.
      document.body.dir = direction.value;
    }),
    // a frame in another page is small but shows only the map
    effect(() => {
      if (embed.value) isPhone.value = false;
      else onNarrow();
    }),
    effect(() => {
      document.documentElement.dataset.theme = resolvedTheme.value;
    }),
  ];
  return () => {
    dark.removeEventListener('change', onDark);
    narrow.removeEventListener('change', onNarrow);
    for (const stop of stops) stop();
  };
}
