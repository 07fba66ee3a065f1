import { useSignal } from '@preact/signals';
import type { Map as MapLibre } from 'maplibre-gl';
import { baseMapFailed, leaveBaseMap, otherBaseMap, useBaseMap } from './base-map-choice.ts';
import { mapMessages } from './map-messages.ts';

/** Another base map: a style or an archive that lies beside this page, or an archive from the computer. */
export function BaseMapForm({ map }: { readonly map: MapLibre }) {
  const t = mapMessages.value;
  const address = useSignal('');
  const apply = (event: SubmitEvent) => {
    event.preventDefault();
    if (address.value.trim() !== '') void useBaseMap(map, address.value.trim());
  };
  const choose = (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (file) void useBaseMap(map, file);
    input.value = '';
  };
  return (
    <details class="base-map-form">
      <summary>{t.source}</summary>
      <form onSubmit={apply}>
        <label>
          <span>{t.sourceHint}</span>
          <input
            type="text"
            dir="ltr"
            inputmode="url"
            value={address.value}
            aria-describedby="base-map-note"
            onInput={(event) => (address.value = event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="text-button">
          {t.sourceApply}
        </button>
      </form>
      <label class="base-map-file">
        <span>{t.sourceFile}</span>
        <input type="file" accept=".pmtiles" onChange={(event) => choose(event.currentTarget)} />
      </label>
      <p id="base-map-note">{t.sourceNote}</p>
      <div role="status">
        {baseMapFailed.value && <p class="is-error">{t.sourceFailed}</p>}
        {otherBaseMap.value && (
          <p>
            <bdi dir="ltr">{otherBaseMap.value}</bdi>
          </p>
        )}
      </div>
      {otherBaseMap.value && (
        <button type="button" class="text-button" onClick={() => leaveBaseMap(map)}>
          {t.sourceOwn}
        </button>
      )}
    </details>
  );
}
