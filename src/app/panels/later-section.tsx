import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Dimension } from '../state/filters.ts';

type Sections = typeof import('./filter-sections.tsx');
const sections = signal<Sections | null>(null);

/** Fetches the insides of the filters: when one is opened, or a little before, when the pointer or the focus comes near. */
export function bringSections(): void {
  if (sections.peek()) return;
  import('./filter-sections.tsx').then(
    (module) => {
      sections.value = module;
    },
    // without them (the host is gone) a filter stays empty until it is opened again
    () => {},
  );
}

/** The inside of a filter; its code and the counting of all choices come when a filter is first opened. */
export function FilterSection({ dimension }: { readonly dimension: Dimension }) {
  useEffect(bringSections, []);
  const Section = sections.value?.FilterSection;
  return Section ? <Section dimension={dimension} /> : null;
}
