import type { Correction, CorrectionAction, CorrectionsFile, OwnPlace } from '../core/model/correction.ts';
import { EVENT_KINDS } from '../core/model/event.ts';
import { SENSES } from '../core/model/mention.ts';
import { PLACE_KINDS } from '../core/model/place.ts';
import { isRecord } from './is-record.ts';
import { cleanField } from './printable.ts';

/** More corrections than a person makes; a file with more was made by a machine to fill memory. */
const MAX_CORRECTIONS = 100_000;
export const MAX_CORRECTIONS_BYTES = 64 * 1024 * 1024;
const MAX_QUOTE = 5_000;
const MAX_WORDS = 1_000;
const MAX_NAMES = 50;
const MAX_LINE_POINTS = 10_000;
const MAX_FAULTS = 20;
const OWN_ID = /^own:[\p{L}\p{N}][\p{L}\p{N}._-]{0,100}$/u;
const PLACE_ID = /^[\p{L}\p{N}][\p{L}\p{N}:._-]{0,120}$/u;

/**
 * Reads a file of corrections, whoever made it. Each correction is taken or refused by itself; a fault names its number
 * and what was expected. Nothing of the file is kept but the fields that are known.
 */
export function parseCorrections(content: string): { corrections: Correction[]; faults: string[] } {
  if (content.length > MAX_CORRECTIONS_BYTES) return refused(`longer than ${MAX_CORRECTIONS_BYTES}`);
  let value: unknown;
  try {
    value = JSON.parse(content.replace(/^\ufeff/, ''));
  } catch (error) {
    return refused(`not JSON (${error instanceof Error ? error.message : 'unreadable'})`);
  }
  if (!isRecord(value) || value.format !== 'mawdi-corrections')
    return refused('not a file of corrections: expected "format": "mawdi-corrections"');
  if (value.version !== 1)
    return refused(`version ${JSON.stringify(value.version)?.slice(0, 20)} is not known: this program reads version 1`);
  if (!Array.isArray(value.corrections)) return refused('"corrections" must be a list');
  if (value.corrections.length > MAX_CORRECTIONS) return refused(`more than ${MAX_CORRECTIONS} corrections`);
  const corrections: Correction[] = [];
  const faults: string[] = [];
  value.corrections.forEach((entry: unknown, index) => {
    const found = correction(entry);
    if (typeof found !== 'string') corrections.push(found);
    else if (faults.length < MAX_FAULTS) faults.push(`corrections[${index}]${found}`);
  });
  return { corrections, faults };
}

/** The file that holds corrections: a line each, so that two people's files merge line by line. */
export function formatCorrections(corrections: readonly Correction[]): string {
  const head: Pick<CorrectionsFile, 'format' | 'version'> = { format: 'mawdi-corrections', version: 1 };
  const lines = corrections.map((entry) => JSON.stringify(entry));
  return `{"format":"${head.format}","version":${head.version},"corrections":[\n${lines.join(',\n')}\n]}\n`;
}

/** Puts lists of corrections together; of two that speak of the same thing the later stays, in the earlier one's place. */
export function mergeCorrections(...lists: readonly (readonly Correction[])[]): Correction[] {
  const merged = new Map<string, Correction>();
  for (const entry of lists.flat()) merged.set(subject(entry), entry);
  return [...merged.values()];
}

/** What a correction speaks of. */
function subject({ document, start, end, quote, scope, action }: Correction): string {
  const about =
    action.type === 'date'
      ? 'date'
      : action.type.includes('event')
        ? `event ${'was' in action ? action.was : ''}`
        : 'place';
  return JSON.stringify([document, start, end, quote, scope, about]);
}

const refused = (fault: string) => ({ corrections: [], faults: [fault] });
const isText = (value: unknown, most: number): value is string => typeof value === 'string' && value.length <= most;
const isOffset = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isOneOf = (value: unknown, list: readonly string[]) => typeof value === 'string' && list.includes(value);

/** The correction, or what is wrong with it. */
function correction(value: unknown): Correction | string {
  if (!isRecord(value)) return ' must be an object';
  const { document, quote, start, end, before, after, scope, note } = value;
  if (!isText(document, MAX_WORDS) || document === '') return ': "document" must be the id of a document';
  if (!isText(quote, MAX_QUOTE) || quote === '') return `: "quote" must be text of at most ${MAX_QUOTE} letters`;
  if (!isOffset(start) || !isOffset(end) || end <= start) return ': "start" and "end" must be offsets into the text';
  if (scope !== 'here' && scope !== 'corpus') return ': "scope" must be "here" or "corpus"';
  for (const [name, field] of Object.entries({ before, after, note }))
    if (field !== undefined && !isText(field, MAX_WORDS))
      return `: "${name}" must be text of at most ${MAX_WORDS} letters`;
  const made = action(value.action);
  if (typeof made === 'string') return `.action${made}`;
  return {
    document,
    quote,
    start,
    end,
    ...(before === undefined ? {} : { before: before as string }),
    ...(after === undefined ? {} : { after: after as string }),
    scope,
    action: made,
    ...(note === undefined ? {} : { note: note as string }),
  };
}

function action(value: unknown): CorrectionAction | string {
  if (!isRecord(value)) return ' must be an object';
  const { type, sense, was } = value;
  if (sense !== undefined && !isOneOf(sense, SENSES)) return `.sense must be one of ${SENSES.join(', ')}`;
  if (was !== undefined && !isKind(was)) return '.was must be a kind of event';
  const meant = sense === undefined ? {} : { sense: sense as (typeof SENSES)[number] };
  const kept = was === undefined ? {} : { was: was as keyof typeof EVENT_KINDS };
  switch (type) {
    case 'place':
      return isPlaceId(value.placeId)
        ? { type, placeId: value.placeId, ...meant }
        : '.placeId must be the id of a place';
    case 'new-place': {
      const place = ownPlace(value.place);
      return typeof place === 'string' ? `.place${place}` : { type, place, ...meant };
    }
    case 'not-a-place':
      return { type };
    case 'date':
      return value.edtf === null || isText(value.edtf, 200)
        ? { type, edtf: value.edtf }
        : '.edtf must be a date in EDTF or null';
    case 'not-an-event':
      return { type, ...kept };
    case 'event':
      return event(value, kept);
    default:
      return '.type must be place, new-place, not-a-place, date, event or not-an-event';
  }
}

const isKind = (value: unknown) => typeof value === 'string' && Object.hasOwn(EVENT_KINDS, value);
const isPlaceId = (value: unknown): value is string => typeof value === 'string' && PLACE_ID.test(value);

function event(
  { kind, date, placeId, attributedTo, factuality }: Record<string, unknown>,
  was: { was?: keyof typeof EVENT_KINDS },
): CorrectionAction | string {
  if (kind !== undefined && !isKind(kind)) return '.kind must be a kind of event';
  if (date !== undefined && date !== null && !isText(date, 200)) return '.date must be a date in EDTF or null';
  if (placeId !== undefined && placeId !== null && !isPlaceId(placeId))
    return '.placeId must be the id of a place or null';
  if (attributedTo !== undefined && attributedTo !== null && (!isText(attributedTo, MAX_WORDS) || attributedTo === ''))
    return '.attributedTo must be the speaker or null';
  if (factuality !== undefined && !isOneOf(factuality, ['reported', 'negated', 'possible']))
    return '.factuality must be reported, negated or possible';
  const speaker = attributedTo === null ? null : cleanField(attributedTo);
  const given = { kind, date, placeId, attributedTo: speaker, factuality };
  const set = Object.fromEntries(Object.entries(given).filter(([, field]) => field !== undefined));
  return { type: 'event', ...was, ...set };
}

function ownPlace(value: unknown): OwnPlace | string {
  if (!isRecord(value)) return ' must be an object';
  const { id, kind, names, parents } = value;
  if (typeof id !== 'string' || !OWN_ID.test(id))
    return '.id must begin with "own:" and go on with letters, digits, dots and hyphens';
  if (!isOneOf(kind, PLACE_KINDS)) return '.kind must be a kind of place';
  if (!isRecord(names)) return '.names must map languages to lists of names';
  const kept: Record<string, string[]> = {};
  for (const [language, list] of Object.entries(names)) {
    if (
      !/^[a-z]{2,3}$/.test(language) ||
      !Array.isArray(list) ||
      list.length > MAX_NAMES ||
      !list.every((name) => isText(name, MAX_WORDS) && name !== '')
    )
      return '.names must map languages to lists of names';
    // whoever made the file may be somebody else: no name turns the direction of what stands beside it
    kept[language] = list.map((name) => cleanField(name) ?? '').filter(Boolean);
  }
  if (Object.values(kept).every((list) => list.length === 0)) return '.names must hold a name';
  if (parents !== undefined && (!Array.isArray(parents) || parents.length > MAX_NAMES || !parents.every(isPlaceId)))
    return '.parents must be a list of ids of places';
  const geometry = ownGeometry(value.geometry);
  if (typeof geometry === 'string') return `.geometry${geometry}`;
  return {
    id,
    kind: kind as OwnPlace['kind'],
    names: kept,
    geometry,
    ...(parents === undefined ? {} : { parents: parents as string[] }),
  };
}

function ownGeometry(value: unknown): OwnPlace['geometry'] | string {
  if (isRecord(value) && value.type === 'Point' && isPosition(value.coordinates))
    return { type: 'Point', coordinates: value.coordinates };
  if (isRecord(value) && value.type === 'LineString' && Array.isArray(value.coordinates)) {
    const { coordinates } = value;
    if (coordinates.length >= 2 && coordinates.length <= MAX_LINE_POINTS && coordinates.every(isPosition))
      return { type: 'LineString', coordinates };
  }
  return ' must be a Point, or a LineString of at least two positions, [longitude, latitude]';
}

function isPosition(value: unknown): value is [number, number] {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [lon, lat] = value as unknown[];
  return typeof lon === 'number' && Math.abs(lon) <= 180 && typeof lat === 'number' && Math.abs(lat) <= 90;
}
