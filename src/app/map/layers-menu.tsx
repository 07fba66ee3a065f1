import { useSignal } from '@preact/signals';
import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect, useRef } from 'preact/hooks';
import { chosenLabelLanguage, type LabelLanguage, labelLanguage, language } from '../state/app-state.ts';
import { BaseMapForm } from './base-map-form.tsx';
import { optionalLayers, switchLayer } from './map-context.ts';
import { MapIcon } from './map-icon.tsx';
import { OPTIONAL_LAYERS, type OptionalLayer } from './map-layers.ts';
import { mapMessages } from './map-messages.ts';

const LABELS: readonly LabelLanguage[] = ['ar', 'en', 'hy', 'az', 'ru', 'text'];
const GAP = 8;

/** Which names and which optional layers the map shows. */
export function LayersMenu({ map }: { readonly map: MapLibre }) {
  const t = mapMessages.value;
  const trigger = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const open = useSignal(false);
  useEffect(() => {
    const element = panel.current;
    if (!element) return;
    const onToggle = (event: Event) => {
      open.value = (event as ToggleEvent).newState === 'open';
    };
    element.addEventListener('beforetoggle', onToggle);
    return () => element.removeEventListener('beforetoggle', onToggle);
  }, []);
  useEffect(() => {
    const element = panel.current;
    const anchor = trigger.current;
    if (!open.value || !element || !anchor) return;
    const box = anchor.getBoundingClientRect();
    const rtl = getComputedStyle(anchor).direction === 'rtl';
    const left = rtl ? box.right + GAP : box.left - GAP - element.offsetWidth;
    element.style.left = `${Math.max(GAP, Math.min(innerWidth - element.offsetWidth - GAP, left))}px`;
    const top = Math.max(GAP, Math.min(box.top, innerHeight - element.offsetHeight - GAP));
    element.style.top = `${top}px`;
    // what opens inside scrolls
    element.style.maxHeight = `${innerHeight - top - GAP}px`;
  }, [open.value]);
  const choose = (labels: LabelLanguage) => {
    chosenLabelLanguage.value = labels === language.value ? null : labels;
  };
  return (
    <>
      <button
        ref={trigger}
        type="button"
        class="map-button"
        popovertarget="map-layers"
        title={t.layers}
        aria-label={t.layers}
        aria-expanded={open.value}
      >
        <MapIcon name="layers" />
      </button>
      <div ref={panel} id="map-layers" popover="auto" class="map-menu" role="dialog" aria-label={t.layers}>
        {open.value && (
          <>
            <fieldset>
              <legend>{t.labelsTitle}</legend>
              {LABELS.map((labels) => (
                <label key={labels}>
                  <input
                    type="radio"
                    name="map-labels"
                    checked={labelLanguage.value === labels}
                    onChange={() => choose(labels)}
                  />
                  {t.labels[labels]}
                </label>
              ))}
            </fieldset>
            <fieldset>
              <legend>{t.layersTitle}</legend>
              {(Object.keys(OPTIONAL_LAYERS) as OptionalLayer[]).map((name) => (
                <label key={name}>
                  <input
                    type="checkbox"
                    checked={optionalLayers.value[name]}
                    onChange={(event) => switchLayer(name, event.currentTarget.checked)}
                  />
                  {t.layerNames[name]}
                </label>
              ))}
            </fieldset>
            <BaseMapForm map={map} />
          </>
        )}
      </div>
    </>
  );
}
