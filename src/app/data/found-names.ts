import { useComputed, useSignal } from '@preact/signals';
import type { NameList } from '../../worker/search-messages.ts';
import { atlas } from '../state/app-state.ts';
import { find, foundNames } from './search-client.ts';

/** A list that is narrowed by typing: what its field shows and does, and the entries that answer, the likest first. */
export interface Narrowed {
  readonly field: { readonly value: string; readonly onInput: (value: string) => void };
  /** Indices in the list of the atlas; `null` while nothing is typed. */
  readonly entries: readonly number[] | null;
}

/** Narrows a list by its names in any script and spelling. Until the first answer comes nothing is left out. */
export function useNarrowed(list: NameList): Narrowed {
  const typed = useSignal('');
  const entries = useComputed(() => (typed.value.trim() === '' ? null : (foundNames.value[list]?.found ?? null)));
  const onInput = (value: string) => {
    typed.value = value;
    if (atlas.value) find(atlas.value, list, value);
  };
  return { field: { value: typed.value, onInput }, entries: entries.value };
}
