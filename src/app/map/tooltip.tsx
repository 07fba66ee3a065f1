import { directionOf, messages } from '../i18n/locale.ts';
import { atlas, labelLanguage, language } from '../state/app-state.ts';
import { columns, results } from '../state/counts.ts';
import { corpusIndex, pointed } from './map-context.ts';
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

/** Name and count of what is pointed at, by pointer or by key; also said aloud. */
export function Tooltip() {
  const at = pointed.value;
  const place = at && atlas.value?.places[at.place];
  const t = messages.value;
  const labels = labelLanguage.value;
  const lang = labels === 'text' ? 'ar' : labels;
  const unsure = at && corpusIndex.value?.unsure[at.place];
  return (
    <div class="map-tooltip-region" role="status">
      {place && at && (
        <div
          class="map-tooltip"
          style={{ left: `${at.x}px`, top: `${at.y}px` }}
          data-below={at.y < 90 ? '' : undefined}
        >
          <strong lang={lang} dir={directionOf(lang)}>
            {labelOf(place, labels)}
          </strong>
          <span lang={language.value}>
            {t.mentions(results.value.placeCounts[at.place] ?? 0)} · {t.documents(documentsOf(at.place))}
            {unsure ? ` · ${mapMessages.value.unsure}` : ''}
          </span>
        </div>
      )}
    </div>
  );
}
