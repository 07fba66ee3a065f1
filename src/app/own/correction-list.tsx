import { useRef } from 'preact/hooks';
import type { Correction } from '../../core/model/correction.ts';
import { SITE } from '../../worker/analysis-messages.ts';
import { formatNumber, messages } from '../i18n/locale.ts';
import { languageOf, placeName } from '../i18n/names.ts';
import { atlas, placeIndex } from '../state/app-state.ts';
import { correctionsOf, exportCorrections, importCorrections, takeBack } from './own-actions.ts';
import { own, ownView } from './own-state.ts';

/** Corrections of what is on the map, corpus by corpus: saved, applied from a file, taken back. */
export function CorrectionList() {
  const o = messages.value.own;
  const { shown, corpora } = own.value;
  const lost = ownView.value?.notices ?? [];
  return (
    <section class="block">
      <h3>{o.corrections}</h3>
      {shown.map((id) => (
        <Corrections
          key={id}
          corpus={id}
          title={
            shown.length === 1 ? null : id === SITE ? o.siteCorpus : (corpora.find((one) => one.id === id)?.title ?? '')
          }
        />
      ))}
      {lost.length > 0 && (
        <details open>
          <summary>
            {o.correctionLost} <span class="count">{formatNumber(lost.length)}</span>
          </summary>
          <ul class="own-refusals">
            {lost.map(({ id, notice }, at) => (
              <li key={`${at} ${id}`}>
                <bdi>{id}</bdi>
                <span class="quiet" lang="en" dir="ltr">
                  {notice.message}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Corrections({ corpus, title }: { readonly corpus: string; readonly title: string | null }) {
  const o = messages.value.own;
  const input = useRef<HTMLInputElement>(null);
  const corrections = correctionsOf(corpus);
  return (
    <div class="own-corrections">
      {title !== null && <h4>{title}</h4>}
      {corrections.length === 0 ? (
        <p class="quiet">{o.noCorrections}</p>
      ) : (
        <ul class="own-corpora">
          {corrections.map((correction, index) => (
            <li key={`${index} ${correction.document} ${correction.start}`}>
              <CorrectionLine correction={correction} />
              <button
                type="button"
                class="text-button"
                aria-label={`${o.takeBack}: ${correction.quote.slice(0, 60)}`}
                onClick={() => void takeBack(corpus, index)}
              >
                {o.takeBack}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="own-row">
        {corrections.length > 0 && (
          <button type="button" class="chip" title={o.correctionsHint} onClick={() => void exportCorrections(corpus)}>
            {o.correctionsFile}
          </button>
        )}
        <button type="button" class="chip" onClick={() => input.current?.click()}>
          {o.correctionsImport}
        </button>
        <input
          ref={input}
          type="file"
          class="visually-hidden"
          tabIndex={-1}
          aria-hidden
          accept=".json"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            currentTarget.value = '';
            if (file) void importCorrections(corpus, file);
          }}
        />
      </div>
      {corrections.length > 0 && <p class="quiet">{o.correctionsHint}</p>}
    </div>
  );
}

const MOST_LETTERS = 60;

function CorrectionLine({ correction: { quote, scope, action } }: { readonly correction: Correction }) {
  const o = messages.value.own;
  const words = quote.length > MOST_LETTERS ? `${quote.slice(0, MOST_LETTERS - 1)}…` : quote;
  return (
    <span>
      <bdi lang={languageOf(words)}>{words}</bdi> <span>{said()}</span>
      <span class="quiet"> · {scope === 'here' ? o.hereOnly : o.everywhere}</span>
    </span>
  );

  function said(): string {
    switch (action.type) {
      case 'place': {
        const place = atlas.value?.places[placeIndex.value.get(action.placeId) ?? -1];
        return o.actions.place(place ? placeName(place) : action.placeId);
      }
      case 'date':
        return action.edtf === null ? o.actions['not-a-date'] : o.actions.date(action.edtf);
      default:
        return o.actions[action.type];
    }
  }
}
