import { formatNumber, messages } from '../i18n/locale.ts';
import { placeName } from '../i18n/names.ts';
import { Icon } from '../parts/icon.tsx';
import { atlas, walking } from '../state/app-state.ts';
import { walk, walkTo } from '../state/walk.ts';

/** Starts the walk through the text at its first place, or ends it. */
export function WalkButton() {
  const t = messages.value.compare;
  return (
    <button
      type="button"
      class="chip"
      aria-pressed={walking.value}
      title={t.walkHint}
      onClick={() => {
        walking.value = !walking.value;
        if (walking.value && (walk.value?.now ?? -1) < 0) walkTo(0);
      }}
    >
      <Icon name="walk" />
      <span class="control-text">{t.walk}</span>
    </button>
  );
}

/** Where the walk stands and the way on. */
export function WalkBar() {
  const t = messages.value.compare;
  const on = walk.value;
  if (!on) return null;
  const { halts, now } = on;
  const place = halts[now]?.place;
  return (
    <fieldset class="walk-bar" aria-label={t.walk}>
      <button
        type="button"
        class="icon-button small"
        aria-label={t.walkPrevious}
        title={t.walkPrevious}
        disabled={now <= 0}
        onClick={() => walkTo(now - 1)}
      >
        <span class="turn-back">
          <Icon name="next" size={14} />
        </span>
      </button>
      <button
        type="button"
        class="icon-button small"
        aria-label={t.walkNext}
        title={t.walkNext}
        disabled={now >= halts.length - 1}
        onClick={() => walkTo(now + 1)}
      >
        <Icon name="next" size={14} />
      </button>
      <strong class="walk-name">{place === undefined ? '' : placeName(atlas.value?.places[place])}</strong>
      <span class="quiet">{t.walkPosition(formatNumber(now + 1), formatNumber(halts.length))}</span>
    </fieldset>
  );
}
