import type { DocumentFile } from '../../core/model/atlas.ts';
import { formatNumber, messages } from '../i18n/locale.ts';
import { languageOf, placeName } from '../i18n/names.ts';
import { atlas, language, placeIndex } from '../state/app-state.ts';
import { correctionSlots } from './correction-slots.ts';
import { StateLink } from './state-link.tsx';

/** Nothing found by rule is certain: never a hundred. */
const percentOf = (confidence: number) => Math.min(99, Math.round(confidence * 100));

/** The entry that was chosen for a mention, how sure, why, and what else it could have been. */
export function WhyHere({
  document,
  file,
  start,
}: {
  /** Id of the document. */
  readonly document: string;
  readonly file: DocumentFile;
  readonly start: number;
}) {
  const t = messages.value;
  const mention = file.analysis.mentions.find((one) => one.start === start);
  const Correct = correctionSlots.value?.Mention;
  if (!mention) return null;
  return (
    <div class="why">
      <p>
        <bdi lang={file.analysis.lang}>{mention.surface}</bdi> · {t.why.meant}: {t.senses[mention.sense]} ·{' '}
        <strong>{t.why.sure(percentOf(mention.confidence))}</strong>
      </p>
      {mention.placeId === null ? (
        <p>{t.why.unresolved}</p>
      ) : (
        <PlaceWithPath label={t.why.chosen} id={mention.placeId} name={mention.name} />
      )}
      {mention.evidence.length > 0 && (
        <>
          <h4>{t.why.reasons}</h4>
          <ul>
            {mention.evidence.map((entry) => (
              <li key={entry}>
                <Evidence entry={entry} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h4>{t.why.others}</h4>
      {mention.candidates.length === 0 ? (
        <p>{t.why.noOthers}</p>
      ) : (
        <ul>
          {mention.candidates.map((candidate) => (
            <li key={candidate.placeId}>
              <PlaceWithPath
                id={candidate.placeId}
                name={candidate.name || candidate.placeId}
                country={candidate.country}
              />{' '}
              · {formatNumber(Math.round(candidate.confidence * 100))} %
            </li>
          ))}
        </ul>
      )}
      {Correct && <Correct document={document} file={file} start={start} />}
    </div>
  );
}

function PlaceWithPath({
  id,
  name,
  label,
  country = '',
}: {
  readonly id: string;
  readonly name: string;
  readonly label?: string;
  /** ISO 3166-1 code, for a place that the corpus does not speak of. */
  readonly country?: string;
}) {
  const t = messages.value;
  const corpus = atlas.value;
  const place = corpus?.places[placeIndex.value.get(id) ?? -1];
  const parent = place ? corpus?.places[place.ancestors[0] ?? -1] : undefined;
  return (
    <span>
      {label && `${label}: `}
      {place ? (
        <StateLink to={{ type: 'place', id }}>{placeName(place)}</StateLink>
      ) : (
        <>
          <bdi lang={languageOf(name)}>{name}</bdi>
          {country && ` ${t.why.inPlace(countryName(country))}`}
        </>
      )}
      {place && ` · ${t.placeKinds[place.kind]}`}
      {parent && ` ${t.why.inPlace(placeName(parent))}`}
    </span>
  );
}

/** A country by its ISO 3166-1 code, in the language of the interface. */
function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code)
    ? (new Intl.DisplayNames(language.value, { type: 'region', fallback: 'code' }).of(code) ?? code)
    : code;
}

/** `code` or `code:value`; values that are ids of places of the atlas are shown by name, kinds of place in words. */
function Evidence({ entry }: { readonly entry: string }) {
  const at = entry.indexOf(':');
  const code = at < 0 ? entry : entry.slice(0, at);
  const values =
    at < 0
      ? []
      : entry
          .slice(at + 1)
          .split(',')
          .filter(Boolean);
  const t = messages.value;
  const kinds: Readonly<Record<string, string>> = t.placeKinds;
  const places = atlas.value?.places ?? [];
  return (
    <>
      {(values.length > 0 && t.evidence[`${code}:kind`]) || (t.evidence[code] ?? code)}
      {values.map((value, index) => {
        const place = places[placeIndex.value.get(value.trim()) ?? -1];
        return (
          <span key={value}>
            {index > 0 ? '، '.replace('، ', messages.value.appNameOther === '' ? '، ' : ', ') : ' '}
            <bdi>{place ? placeName(place) : (kinds[value.trim()] ?? countryName(value.trim()))}</bdi>
          </span>
        );
      })}
    </>
  );
}
