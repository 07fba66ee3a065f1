import { effect } from '@preact/signals';
import { direction } from '../i18n/locale.ts';
import { embed, isPhone, isShort, isSnug, language, printing, resolvedTheme, systemDark } from '../state/app-state.ts';

const QUERIES = [
  ['(prefers-color-scheme: dark)', systemDark],
  ['(max-width: 959.98px)', isSnug],
  ['(max-height: 599.98px)', isShort],
  ['print', printing],
] as const;

/** Keeps the page's language, direction, theme and width class; returns a function that stops it. */
export function dressPage(): () => void {
  const narrow = matchMedia('(max-width: 719.98px)');
  const onNarrow = () => {
    // a frame in another page is small but shows only the map
    isPhone.value = narrow.matches && !embed.peek();
  };
  narrow.addEventListener('change', onNarrow);
  const stops = [
    () => narrow.removeEventListener('change', onNarrow),
    ...QUERIES.map(([query, signal]) => {
      const media = matchMedia(query);
      const onChange = () => {
        signal.value = media.matches;
      };
      onChange();
      media.addEventListener('change', onChange);
      return () => media.removeEventListener('change', onChange);
    }),
    effect(() => {
      document.documentElement.lang = language.value;
      // On the body: with `dir` on the root, MapLibre mirrors the brackets in labels twice.
      document.body.dir = direction.value;
    }),
    effect(() => {
      void embed.value;
      onNarrow();
    }),
    effect(() => {
      document.documentElement.dataset.theme = resolvedTheme.value;
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
