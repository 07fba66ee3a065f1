import { useSignal } from '@preact/signals';
import { baseMap } from '../state/app-state.ts';
import { baseMapFault, baseMapFiles, shownBaseMap } from './base-map-choice.ts';
import { mapMessages } from './map-messages.ts';

/** Another base map: a style or an archive by its address, or files from the computer. */
export function BaseMapForm() {
  const t = mapMessages.value;
  const address = useSignal(baseMap.peek() ?? '');
  const apply = (event: SubmitEvent) => {
    event.preventDefault();
    const wanted = address.value.trim();
    if (wanted === '') return;
    baseMapFiles.value = null;
    // the same once more is asked for anew
    if (baseMap.peek() === wanted) baseMap.value = null;
    baseMap.value = wanted;
  };
  const choose = (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])];
    if (files.length > 0) baseMapFiles.value = files;
    input.value = '';
  };
  const back = () => {
    baseMapFiles.value = null;
    baseMap.value = '';
  };
  const fault = baseMapFault.value;
  return (
    <details class="base-map-form" open={fault !== null || shownBaseMap.value !== null}>
      <summary>{t.source}</summary>
      <form onSubmit={apply}>
        <label>
          <span>{t.sourceHint}</span>
          <input
            type="text"
            dir="ltr"
            inputmode="url"
            spellcheck={false}
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
        <input
          type="file"
          class="visually-hidden"
          multiple
          accept=".pmtiles,.json,.geojson"
          onChange={(event) => choose(event.currentTarget)}
        />
        <span class="text-button" aria-hidden="true">
          {t.sourceChoose}
        </span>
      </label>
      <div role="status">
        {fault && (
          <p class="is-error">
            {fault.host === null ? (
              t.sourceFailed
            ) : (
              <>
                {t.sourceRefused(fault.host)} <code dir="ltr">{`mawdi build … --allow-host ${fault.host}`}</code>
              </>
            )}
          </p>
        )}
        {shownBaseMap.value && (
          <p>
            {t.sourceShown} <bdi dir="ltr">{shownBaseMap.value}</bdi>
          </p>
        )}
      </div>
      {(shownBaseMap.value || fault) && (
        <button type="button" class="text-button" onClick={back}>
          {t.sourceOwn}
        </button>
      )}
      <p id="base-map-note">{t.sourceNote}</p>
    </details>
  );
}
