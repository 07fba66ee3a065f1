import { formatRange } from '../i18n/dates.ts';
import { formatNumber, messages } from '../i18n/locale.ts';
import { documentTitle, kindName, placeName, speakerNameById } from '../i18n/names.ts';
import { atlas, documentIndex, placeIndex } from '../state/app-state.ts';
import { boxSizeKm, ringSquareKm } from '../state/area.ts';
import { dayOf } from '../state/days.ts';
import type { AreaFilter, Dimension, Filters, WhenFilter } from '../state/filters.ts';
import { GROUP_IDS, KIND_GROUPS } from '../state/kind-groups.ts';

const FAR_PAST = dayOf(-9000);
const FAR_FUTURE = dayOf(9999, 12, 31);

/** What a filter is set to, in a few words, for its chip. */
export function filterValue(dimension: Dimension, filters: Filters): string {
  const t = messages.value;
  switch (dimension) {
    case 'when':
      return filters.when ? whenValue(filters.when) : '';
    case 'where':
      return [
        ...listed(filters.where, (id) => placeName(atlas.value?.places[placeIndex.value.get(id) ?? -1]) || id),
        ...areaValue(filters.area),
      ].join(comma());
    case 'what':
      return whatValue(filters.what);
    case 'who':
      return listed(filters.who, (id) => speakerNameById(id).text).join(comma());
    case 'document':
      return listed(filters.documents, (id) => {
        const document = atlas.value?.documents[documentIndex.value.get(id) ?? -1];
        return document ? documentTitle(document).text : id;
      }).join(comma());
    case 'sense':
      if (filters.senses === null) return '';
      return filters.senses.length > 0
        ? listed(filters.senses, (sense) => t.senses[sense], 3).join(comma())
        : t.when.nothing;
    case 'sureness':
      return filters.minConfidence === 0 ? '' : t.minConfidence(filters.minConfidence);
    case 'factuality':
      return listed(filters.factuality, (one) => t.factualities[one]).join(comma());
  }
}

const comma = () => (messages.value.appNameOther === '' ? '، ' : ', ');

function listed<T>(values: readonly T[], name: (value: T) => string, most = 2): string[] {
  const names = values.slice(0, most).map(name);
  return values.length > most ? [...names, messages.value.moreCount(values.length - most)] : names;
}

function whenValue({ range, undated }: WhenFilter): string {
  const t = messages.value.when;
  if (!range) return undated ? t.undated : t.nothing;
  const dates =
    range.from === null && range.to === null ? '…' : formatRange(range.from ?? FAR_PAST, range.to ?? FAR_FUTURE);
  return undated ? `${dates} + ${t.undated}` : dates;
}

/** Whole groups by the name of the group, other kinds by their own. */
function whatValue(kinds: Filters['what']): string {
  const t = messages.value;
  const names: string[] = [];
  const rest = new Set(kinds);
  for (const group of GROUP_IDS) {
    const members = KIND_GROUPS[group];
    if (!members.every((kind) => rest.has(kind))) continue;
    names.push(t.groups[group]);
    for (const kind of members) rest.delete(kind);
  }
  return listed([...names, ...[...rest].map(kindName)], (name) => name).join(comma());
}

function areaValue(area: AreaFilter | null): string[] {
  const t = messages.value.where;
  if (!area) return [];
  const written = (value: number) => formatNumber(Number(value.toPrecision(3)));
  if (area.type === 'box') {
    const [width, height] = boxSizeKm(area.bounds);
    return [t.box(written(width), written(height))];
  }
  if (area.type === 'polygon') return [t.polygon(written(ringSquareKm(area.ring)))];
  const [lon, lat] = area.centre;
  const place = atlas.value?.places.find((one) => one.lon === lon && one.lat === lat);
  const centre = place ? placeName(place) : `\u2066${lat.toFixed(2)}, ${lon.toFixed(2)}\u2069`;
  return [t.radiusOf(written(area.km), centre)];
}
