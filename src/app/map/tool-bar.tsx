import { formatNumber, messages } from '../i18n/locale.ts';
import { changeFilters } from '../state/actions.ts';
import { filters } from '../state/app-state.ts';
import { mapMessages } from './map-messages.ts';
import { type ToolName, tool } from './tool.ts';
import { measured, type ToolHand } from './tool-hand.ts';

const SHAPES: readonly ToolName[] = ['box', 'polygon', 'radius'];

/** What the tool says and asks while it is on: the hint, what was measured, how to end. */
export function ToolBar({ hand }: { readonly hand: ToolHand }) {
  const now = tool.value;
  const t = mapMessages.value;
  if (!now) return null;
  const { km, squareKm } = measured(now.name === 'measure' ? (now.points as [number, number][]) : []);
  const number = (value: number) => formatNumber(Number(value.toPrecision(value < 10 ? 2 : 3)));
  const hint = {
    measure: t.tool.measureHint,
    box: t.tool.boxHint,
    polygon: t.tool.polygonHint,
    radius: t.tool.radiusHint,
  }[now.name];
  return (
    <fieldset class="map-tool" aria-label={now.name === 'measure' ? t.measure : t.draw}>
      {now.name !== 'measure' && (
        <div class="map-tool-shapes" role="radiogroup" aria-label={t.tool.shape}>
          {SHAPES.map((name) => (
            <label key={name}>
              <input type="radio" name="map-tool" checked={now.name === name} onChange={() => hand.start(name)} />
              {t.tool[name as 'box' | 'polygon' | 'radius']}
            </label>
          ))}
        </div>
      )}
      {now.name === 'measure' && now.points.length > 1 && (
        <p class="map-tool-result" role="status">
          {t.tool.length} <strong>{km < 1 ? t.m(formatNumber(Math.round(km * 1000))) : t.km(number(km))}</strong>
          {squareKm !== null && (
            <>
              {' · '}
              {t.tool.surface} <strong>{t.squareKm(number(squareKm))}</strong>
            </>
          )}
        </p>
      )}
      <p class="map-tool-hint">
        {hint} {t.tool.keyboard}
      </p>
      <p class="map-tool-actions">
        {now.name !== 'measure' && filters.value.area && (
          <button type="button" class="text-button" onClick={() => changeFilters({ area: null })}>
            {t.tool.remove}
          </button>
        )}
        {now.name === 'polygon' && now.points.length > 2 && (
          <button type="button" class="text-button" onClick={() => hand.finish()}>
            {t.tool.done}
          </button>
        )}
        <button type="button" class="text-button" onClick={() => hand.stop()}>
          {now.name === 'measure' ? messages.value.close : t.tool.cancel}
        </button>
      </p>
    </fieldset>
  );
}
