import { FIGURE_COUNTS } from '../../core/model/event.ts';
import { formatDate } from '../i18n/dates.ts';
import { formatNumber, messages } from '../i18n/locale.ts';
import { tellingVoice } from '../i18n/names.ts';
import { atlas } from '../state/app-state.ts';
import { SpeakerName } from './speaker-name.tsx';

/** Figures in columns by who gives them. Silence is said to be silence, never shown as zero. */
export function FiguresTable({ tellings }: { readonly tellings: readonly number[] }) {
  const t = messages.value;
  const corpus = atlas.value;
  if (!corpus) return null;
  const givers = tellings.filter((row) => corpus.events[row]!.figures.length > 0);
  const counts = FIGURE_COUNTS.filter((what) =>
    givers.some((row) => corpus.events[row]!.figures.some((figure) => figure.what === what)),
  );
  if (counts.length === 0) return null;
  const values = (row: number, what: string) => corpus.events[row]!.figures.filter((figure) => figure.what === what);
  const differ = counts.some(
    (what) => new Set(givers.flatMap((row) => values(row, what).map((figure) => figure.value))).size > 1,
  );
  return (
    <section class="block">
      <div class="block-head">
        <h3>{differ ? t.event.figuresDiffer : t.event.figures}</h3>
        <span class="count">{t.event.eachSpeaker}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key */}
      <section class="table-scroll" tabIndex={0} aria-label={t.event.figures}>
        <table class="figures">
          <thead>
            <tr>
              <td />
              {givers.map((row) => {
                const event = corpus.events[row]!;
                const document = corpus.documents[event.document]!;
                const name = tellingVoice(row);
                return (
                  <th key={row} scope="col">
                    <SpeakerName name={name} />
                    <span class="quiet">{formatDate(document.date, document.firstDay, document.lastDay)}</span>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {counts.map((what) => (
              <tr key={what}>
                <th scope="row">{t.figures[what] ?? what}</th>
                {givers.map((row) => {
                  const found = values(row, what);
                  return (
                    <td key={row}>
                      {found.length === 0 ? (
                        <span class="quiet">{t.event.notMentioned}</span>
                      ) : (
                        found.map((figure, at) => (
                          <span
                            key={at}
                            class="figure"
                            title={
                              figure.approx
                                ? t.event.approx
                                : figure.atLeast
                                  ? t.event.atLeast
                                  : figure.atMost
                                    ? t.event.atMost
                                    : undefined
                            }
                          >
                            {at > 0 && ' · '}
                            {figure.approx && '~'}
                            {figure.atMost && '≤ '}
                            {formatNumber(figure.value)}
                            {figure.atLeast && '+'}
                          </span>
                        ))
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
