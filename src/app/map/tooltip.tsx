import { compared, isAbsent, rateOf } from '../data/compared.ts';
import { directionOf, messages } from '../i18n/locale.ts';
import { formatRate, shortened, sideName } from '../i18n/side-name.ts';
import { atlas, labelLanguage, language } from '../state/app-state.ts';
import { columns, results } from '../state/counts.ts';
import { LineWords } from './line-card.tsx';
import { corpusIndex, type Pointed, pointed, pointedLine } from './map-context.ts';
import { mapMessages } from './map-messages.ts';
import { labelOf } from './map-names.ts';

/** Documents in which a place is mentioned by what passes. */
function documentsOf(place: number): number {
  const table = columns.value;
  const { mentionMask } = results.value;
  if (!table) return 0;
  const seen = new Set<number>();
  for (let at = table.firstOfPlace[place]!; at < table.firstOfPlace[place + 1]!; at++) {
    const row = table.mentionsByPlace[at]!;
    if (mentionMask[row] === 0) seen.add(table.mentions.document[row]!);
  }
  return seen.size;
}

/** Name and count of what is pointed at, by pointer or by key, or what a line of the base map is; also said aloud. */
export function Tooltip() {
  const at = pointed.value;
  const line = pointedLine.value;
  return (
    <div class="map-tooltip-region" role="status">
      {at ? (
        <PlaceTip at={at} />
      ) : (
        line && (
          <div class={`map-tooltip is-line${line.full ? ' is-full' : ''}`} {...standing(line)}>
            <strong>{line.facts.name}</strong>
            <LineWords facts={line.facts} full={line.full} />
          </div>
        )
      )}
    </div>
  );
}

const standing = ({ x, y }: { readonly x: number; readonly y: number }) => ({
  style: { left: `${x}px`, top: `${y}px` },
  'data-below': y < 200 ? '' : undefined,
});

function PlaceTip({ at }: { readonly at: Pointed }) {
  const place = atlas.value?.places[at.place];
  if (!place) return null;
  const labels = labelLanguage.value;
  const lang = labels === 'text' ? 'ar' : labels;
  return (
    <div class="map-tooltip" {...standing(at)}>
      <strong lang={lang} dir={directionOf(lang)}>
        {labelOf(place, labels)}
      </strong>
      {compared.value ? <Rates place={at.place} /> : <Counts place={at.place} />}
    </div>
  );
}

function Counts({ place }: { readonly place: number }) {
  const t = messages.value;
  return (
    <span lang={language.value}>
      {t.mentions(results.value.placeCounts[place] ?? 0)} · {t.documents(documentsOf(place))}
      {corpusIndex.value?.unsure[place] ? ` · ${mapMessages.value.unsure}` : ''}
    </span>
  );
}

/** Both sides of a comparison, each with its rate and its count. */
function Rates({ place }: { readonly place: number }) {
  const both = compared.value;
  const t = messages.value.compare;
  if (!both) return null;
  return (
    <>
      {(['a', 'b'] as const).map((mark) => {
        const side = both[mark];
        const count = side.places[place] ?? 0;
        return (
          <span key={mark} class="map-tooltip-side">
            <span class={`side-key is-${mark}`} aria-hidden="true" />
            <bdi>{shortened(sideName(both.chosen, both.chosen[mark]).text)}</bdi>
            <b>
              {count > 0 ? `${formatRate(rateOf(side, place))} (${count})` : isAbsent(side) ? t.absence : t.silence}
            </b>
          </span>
        );
      })}
    </>
  );
}
