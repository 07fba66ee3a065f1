import type { Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Correction } from '../../core/model/correction.ts';
import { messages } from '../i18n/locale.ts';

/** Whether a correction holds only here or wherever the words stand. */
export function ScopeChoice({ scope }: { readonly scope: Signal<Correction['scope']> }) {
  const o = messages.value.own;
  const name = useId();
  return (
    <fieldset class="own-scope">
      <legend>{o.scope}</legend>
      {(['here', 'corpus'] as const).map((one) => (
        <label key={one} class="check">
          <input type="radio" name={name} checked={scope.value === one} onChange={() => (scope.value = one)} />
          {one === 'here' ? o.hereOnly : o.everywhere}
        </label>
      ))}
    </fieldset>
  );
}
