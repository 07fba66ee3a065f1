import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { CorrectionAction } from '../../core/model/correction.ts';
import { PLACE_KINDS, type PlaceKind } from '../../core/model/place.ts';
import type { PlaceSummary } from '../../worker/analysis-messages.ts';
import { formatNumber, messages } from '../i18n/locale.ts';
import { languageOf } from '../i18n/names.ts';
import { isPhone, language, sheet } from '../state/app-state.ts';
import { distanceKm } from '../state/area.ts';
import { type PickedPoint, picking, pickOnMap } from '../state/pick.ts';
import { ask } from './own-client.ts';
import { ScopeChoice } from './scope-choice.tsx';

interface PlaceChooserProps {
  /** The words that are spoken of. */
  readonly name: string;
  readonly lang: string;
  /** Id of the place that they were taken for. */
  readonly current: string | null;
  readonly kind: PlaceKind | null;
  readonly candidates: readonly string[];
  readonly choose: (action: CorrectionAction, scope: 'here' | 'corpus') => void;
  readonly close: () => void;
}

const SHOWN = 8;
const POINT_KINDS: readonly PlaceKind[] = PLACE_KINDS.filter((kind) => kind !== 'other');

/** What words mean: one of the places of this name, another that is searched for, a point or line on the map, or no place. */
export function PlaceChooser({ name, lang, current, kind, candidates, choose, close }: PlaceChooserProps) {
  const t = messages.value;
  const o = t.own;
  const root = useRef<HTMLDivElement>(null);
  const scope = useSignal<'here' | 'corpus'>('here');
  const now = useSignal<PlaceSummary | null>(null);
  const places = useSignal<readonly PlaceSummary[] | null>(null);
  const query = useSignal('');
  const found = useSignal<readonly PlaceSummary[] | null>(null);
  const failed = useSignal('');
  /** All places of the world are asked for; they have answered. */
  const whole = useSignal(false);
  const isWhole = useSignal(true);
  const newKind = useSignal<PlaceKind>(kind && kind !== 'other' ? kind : 'city');
  const all = candidates.join(' ');
  useEffect(() => {
    root.current?.querySelector<HTMLElement>('h4')?.focus({ preventScroll: true });
    let gone = false;
    const look = async () => {
      const [described, namesakes] = await Promise.all([
        ask({ type: 'describe', ids: [...(current ? [current] : []), ...candidates], whole: whole.value }),
        ask({ type: 'find', name, whole: whole.value }),
      ]);
      if (gone) return;
      isWhole.value = described.whole && namesakes.whole;
      now.value = described.places.find(({ id }) => id === current) ?? null;
      const ids = new Set<string>();
      places.value = [...described.places, ...namesakes.places]
        .filter(({ id }) => id !== current && !ids.has(id) && ids.add(id))
        .slice(0, SHOWN);
    };
    look().catch((error: Error) => {
      failed.value = error.message;
    });
    return () => {
      gone = true;
    };
  }, [name, current, all, whole.value]);
  const search = (event?: Event) => {
    event?.preventDefault();
    if (query.value.trim() === '') return;
    found.value = null;
    failed.value = '';
    ask({ type: 'find', name: query.value, whole: whole.value }).then(
      (some) => {
        found.value = some.places;
      },
      (error: Error) => {
        failed.value = error.message;
      },
    );
  };
  const pick = async (on: 'point' | 'line', asked: HTMLElement) => {
    const before = sheet.peek();
    if (isPhone.peek()) sheet.value = 'low';
    const points = await pickOnMap(on);
    if (isPhone.peek()) sheet.value = before;
    if (!points) {
      // back where it was asked for, once that is shown again
      requestAnimationFrame(() => asked.focus());
      return;
    }
    choose(
      {
        type: 'new-place',
        place: await newPlace(name, lang, on === 'line' ? lineKind(newKind.peek()) : newKind.peek(), points),
      },
      scope.peek(),
    );
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  const row = (place: PlaceSummary) => (
    <li key={place.id}>
      <button type="button" class="own-place" onClick={() => choose({ type: 'place', placeId: place.id }, scope.value)}>
        <PlaceWords place={place} from={now.value} />
      </button>
    </li>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from wherever the focus is inside
    <div class={picking.value ? 'own-chooser is-picking' : 'own-chooser'} ref={root} onKeyDown={onKey}>
      <h4 tabIndex={-1}>{o.wrongTitle(name)}</h4>
      <ScopeChoice scope={scope} />
      {failed.value && <p role="alert">{o.failed(failed.value)}</p>}
      {places.value === null && !failed.value && <p class="quiet">{o.searching}</p>}
      {places.value !== null && places.value.length > 0 && (
        <>
          <h5>{o.otherPlaces}</h5>
          <ul class="own-places">{places.value.map(row)}</ul>
        </>
      )}
      <form class="own-search" onSubmit={search}>
        <input
          type="search"
          aria-label={o.searchPlace}
          placeholder={o.searchPlace}
          value={query.value}
          dir="auto"
          onInput={(event) => (query.value = event.currentTarget.value)}
        />
        <button type="submit" class="chip">
          {o.searchPlaceGo}
        </button>
      </form>
      {found.value &&
        (found.value.length === 0 ? (
          <p role="status">{isWhole.value ? o.noneFound : o.noneWellKnown}</p>
        ) : (
          <ul class="own-places">{found.value.map(row)}</ul>
        ))}
      {!isWhole.value && (
        <button
          type="button"
          class="chip"
          disabled={whole.value}
          onClick={() => {
            whole.value = true;
            search();
          }}
        >
          {whole.value && !failed.value ? o.searching : o.searchWhole}
        </button>
      )}
      <div class="own-row">
        <button type="button" class="chip" onClick={(event) => void pick('point', event.currentTarget)}>
          {o.pointOnMap}
        </button>
        <button type="button" class="chip" onClick={(event) => void pick('line', event.currentTarget)}>
          {o.lineOnMap}
        </button>
        <select
          class="quiet-select"
          aria-label={o.kind}
          value={newKind.value}
          onChange={(event) => (newKind.value = event.currentTarget.value as PlaceKind)}
        >
          {POINT_KINDS.map((one) => (
            <option key={one} value={one}>
              {t.placeKinds[one]}
            </option>
          ))}
        </select>
      </div>
      <div class="own-row">
        {current !== null && (
          <button type="button" class="chip" onClick={() => choose({ type: 'not-a-place' }, scope.value)}>
            {o.notAPlace}
          </button>
        )}
        <button type="button" class="chip" onClick={close}>
          {o.cancel}
        </button>
      </div>
    </div>
  );
}

const nameOf = (names: PlaceSummary['names'], id = '') =>
  names[language.value]?.[0] ?? names.en?.[0] ?? names.ar?.[0] ?? id;

/** A place with its kind, what it lies in, and how far it is from the one that was taken. */
function PlaceWords({ place, from }: { readonly place: PlaceSummary; readonly from: PlaceSummary | null }) {
  const t = messages.value;
  const name = nameOf(place.names, place.id);
  const path = place.path.map((names) => nameOf(names)).filter(Boolean);
  const away =
    from?.lat != null && from.lon !== null && place.lat !== null && place.lon !== null
      ? distanceKm(from.lon, from.lat, place.lon, place.lat)
      : null;
  return (
    <>
      <strong>
        <bdi lang={languageOf(name)}>{name}</bdi>
      </strong>
      <span class="quiet">
        {t.placeKinds[place.kind]}
        {path.length > 0 && ` · ${path.join(t.own.listSeparator)}`}
        {away !== null && ` · ${t.own.awayKm(formatNumber(Math.round(away)))}`}
      </span>
    </>
  );
}

const LINES: readonly PlaceKind[] = ['corridor', 'road', 'railway', 'river', 'canal', 'range', 'border'];
const lineKind = (kind: PlaceKind): PlaceKind => (LINES.includes(kind) ? kind : 'road');

/** A place of one's own: its id is made of its name and position, so that the same one made twice is one. */
async function newPlace(name: string, lang: string, kind: PlaceKind, points: readonly PickedPoint[]) {
  const [lon, lat] = points[points.length >> 1] ?? [0, 0];
  const slug = name
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const parents = await ask({ type: 'lies-in', lon, lat }).catch(() => []);
  return {
    id: `own:${slug || 'place'}-${lat.toFixed(3)}-${lon.toFixed(3)}`,
    kind,
    // a name for each language of the interface, so that neither falls back on the id
    names: { ar: [name], en: [name], ...(/^[a-z]{2,3}$/.test(lang) ? { [lang]: [name] } : {}) },
    geometry:
      points.length > 1
        ? { type: 'LineString' as const, coordinates: points }
        : { type: 'Point' as const, coordinates: [lon, lat] as const },
    ...(parents.length > 0 ? { parents } : {}),
  };
}
