import { type Compared, isAbsent, rateOf } from '../data/compared.ts';
import { formatNumber, messages } from '../i18n/locale.ts';
import { placeName } from '../i18n/names.ts';
import { formatRate, shortened, sideName } from '../i18n/side-name.ts';
import { Glyph } from '../panels/glyph.tsx';
import { SpeakerName } from '../panels/speaker-name.tsx';
import { StateLink } from '../panels/state-link.tsx';
import { hoverPlace } from '../state/actions.ts';
import { atlas, type Comparison, filters } from '../state/app-state.ts';
import { GROUP_IDS } from '../state/kind-groups.ts';
import type { Side } from '../state/sides.ts';

/** Places and kinds of event of both sides: counts, and counts per thousand words, so that a long text does not look louder. */
export function CompareTable({ chosen, a, b }: Compared) {
  const t = messages.value;
  const words = t.compare;
  const corpus = atlas.value;
  if (!corpus) return null;
  const named = [...a.places.keys()].filter((place) => a.places[place]! + b.places[place]! > 0);
  const weight = (place: number) => rateOf(a, place) + rateOf(b, place);
  named.sort((x, y) => weight(y) - weight(x) || a.places[y]! + b.places[y]! - a.places[x]! - b.places[x]!);
  const most = Math.max(...named.map((place) => Math.max(rateOf(a, place), rateOf(b, place))), 1e-9);
  const groups = [
    [words.both, named.filter((place) => a.places[place]! > 0 && b.places[place]! > 0)],
    [words.onlyIn(shortened(sideName(chosen, chosen.a).text)), named.filter((place) => b.places[place] === 0)],
    [words.onlyIn(shortened(sideName(chosen, chosen.b).text)), named.filter((place) => a.places[place] === 0)],
  ] as const;
  return (
    <>
      <dl class="compare-heads">
        <SideHead chosen={chosen} value={chosen.a} side={a} mark="a" words={a.words} />
        <SideHead chosen={chosen} value={chosen.b} side={b} mark="b" words={b.words} />
      </dl>
      {named.length === 0 && <p>{words.nothing}</p>}
      {groups.map(([title, places]) =>
        places.length === 0 ? null : (
          <section key={title} class="block">
            <div class="block-head">
              <h3>
                <bdi>{title}</bdi> <span class="count">{formatNumber(places.length)}</span>
              </h3>
              <span class="order">{words.perThousand}</span>
            </div>
            <table class="compare-table">
              <caption class="visually-hidden">{`${words.sharesTable}: ${title}`}</caption>
              <thead class="visually-hidden">
                <tr>
                  <th scope="col">{words.first}</th>
                  <th scope="col">{words.columns.place}</th>
                  <th scope="col">{words.second}</th>
                </tr>
              </thead>
              <tbody>
                {places.map((place) => (
                  <tr key={place} onPointerEnter={() => hoverPlace(place)} onPointerLeave={() => hoverPlace(-1)}>
                    <Cell side={a} place={place} mark="a" rate={rateOf(a, place)} most={most} />
                    <th scope="row">
                      <StateLink to={{ type: 'place', id: corpus.places[place]!.id }}>
                        {placeName(corpus.places[place])}
                      </StateLink>
                    </th>
                    <Cell side={b} place={place} mark="b" rate={rateOf(b, place)} most={most} />
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ),
      )}
      <Kinds a={a} b={b} />
      <p class="note">
        {words.legend} {words.otherFilters}
      </p>
    </>
  );
}

interface SideHeadProps {
  readonly chosen: Comparison;
  readonly value: string;
  readonly side: Side;
  readonly mark: 'a' | 'b';
  readonly words: number | null;
}

function SideHead({ chosen, value, side, mark, words }: SideHeadProps) {
  const t = messages.value;
  const name = sideName(chosen, value);
  const basis = chosen.by === 'period' && filters.value.timeOf === 'publication' ? 'publication' : chosen.by;
  return (
    <div class={`compare-head is-${mark}`}>
      <dt>
        <SpeakerName name={name} />
      </dt>
      <dd>
        {t.mentions(side.mentions)} · {t.events(side.events)}
        <br />
        {words === null ? t.compare.counting : t.compare.wordsOf[basis](t.words(words))}
      </dd>
    </div>
  );
}

interface CellProps {
  readonly side: Side;
  readonly place: number;
  readonly mark: 'a' | 'b';
  readonly rate: number;
  readonly most: number;
}

/** A count with its bar; or silence, what the filters leave out, or no text to be silent in. */
function Cell({ side, place, mark, rate, most }: CellProps) {
  const t = messages.value.compare;
  const count = side.places[place]!;
  if (count === 0) {
    const elsewhere = side.unfiltered[place]!;
    const [text, note] =
      elsewhere > 0
        ? [t.leftOut(elsewhere), '']
        : isAbsent(side)
          ? [t.absence, t.absenceNote]
          : [t.silence, t.silenceNote];
    return (
      <td class={`is-${mark} is-silent`} title={note || undefined}>
        {text}
      </td>
    );
  }
  const shown = formatRate(rate);
  return (
    <td class={`is-${mark}`} title={t.rate(shown)}>
      <span class="compare-bar" aria-hidden="true" style={{ inlineSize: `${(100 * rate) / most}%` }} />
      <span class="compare-figure">
        {rate > 0 ? shown : '…'} <span class="quiet">({formatNumber(count)})</span>
      </span>
    </td>
  );
}

function Kinds({ a, b }: { readonly a: Side; readonly b: Side }) {
  const t = messages.value;
  const groups = GROUP_IDS.filter((_, at) => a.groups[at]! + b.groups[at]! > 0);
  if (groups.length === 0) return null;
  const cell = (side: Side, at: number) =>
    side.groups[at]! > 0 ? (
      formatNumber(side.groups[at]!)
    ) : (
      <span class="quiet">{isAbsent(side) ? t.compare.absence : t.compare.silence}</span>
    );
  return (
    <section class="block">
      <h3>{t.compare.kindsTitle}</h3>
      <table class="compare-table is-kinds">
        <thead class="visually-hidden">
          <tr>
            <th scope="col">{t.compare.first}</th>
            <th scope="col">{t.compare.columns.kind}</th>
            <th scope="col">{t.compare.second}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => {
            const at = GROUP_IDS.indexOf(group);
            return (
              <tr key={group}>
                <td class="is-a">{cell(a, at)}</td>
                <th scope="row">
                  <Glyph group={group} size={12} /> {t.groups[group]}
                </th>
                <td class="is-b">{cell(b, at)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
