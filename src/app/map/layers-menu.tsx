import { Icon } from '../parts/icon.tsx';
import { later } from '../parts/later.tsx';
import { Popover } from '../parts/popover.tsx';
import { chosenLabelLanguage, type LabelLanguage, labelLanguage, language } from '../state/app-state.ts';
import { optionalLayers, switchLayer } from './map-context.ts';
import { OPTIONAL_LAYERS, type OptionalLayer } from './map-layers.ts';
import { mapMessages } from './map-messages.ts';

const BaseMapForm = later(() => import('./base-map-form.tsx').then((module) => module.BaseMapForm));

const LABELS: readonly LabelLanguage[] = ['ar', 'en', 'hy', 'az', 'ru', 'text'];

const choose = (labels: LabelLanguage) => {
  chosenLabelLanguage.value = labels === language.value ? null : labels;
};

/** Which names and which optional layers the map shows. */
export function LayersMenu() {
  const t = mapMessages.value;
  return (
    <Popover
      id="map-layers"
      label={t.layers}
      title={t.layers}
      at="beside"
      buttonClass="map-button"
      panelClass="map-menu"
      button={
        <>
          <Icon name="layers" />
          <span class="visually-hidden">{t.layers}</span>
        </>
      }
    >
      {() => <Choices />}
    </Popover>
  );
}

function Choices() {
  const t = mapMessages.value;
  return (
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
      <BaseMapForm />
    </>
  );
}
