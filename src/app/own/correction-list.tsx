import { useRef } from 'preact/hooks';
import type { Correction } from '../../core/model/correction.ts';
import { SITE } from '../../worker/analysis-messages.ts';
import { formatNumber, messages } from '../i18n/locale.ts';
import { documentTitle, languageOf, placeName } from '../i18n/names.ts';
import { StateLink } from '../panels/state-link.tsx';
import { atlas, documentIndex, placeIndex } from '../state/app-state.ts';
import { NoticeWords } from './notice-words.tsx';
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
                <NoticeWords notice={notice} />
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

function CorrectionLine({ correction }: { readonly correction: Correction }) {
  const { quote, scope, document, start } = correction;
  const o = messages.value.own;
  const words = quote.length > MOST_LETTERS ? `${quote.slice(0, MOST_LETTERS - 1)}…` : quote;
  const record = atlas.value?.documents[documentIndex.value.get(document) ?? -1];
  const title = record ? documentTitle(record) : null;
  return (
    <span>
      <bdi lang={languageOf(words)}>{words}</bdi> <span>{said(correction.action)}</span>
      <span class="quiet"> · {scope === 'here' ? o.hereOnly : o.everywhere} · </span>
      {title ? (
        <StateLink to={{ type: 'document', id: document, mention: start }}>
          <bdi lang={title.lang}>{title.text}</bdi>
        </StateLink>
      ) : (
        <bdi class="quiet">{document}</bdi>
      )}
    </span>
  );
}

/** What a correction says, with all that it sets. */
function said(action: Correction['action']): string {
  const t = messages.value;
  const { actions, listSeparator } = t.own;
  const placed = (id: string) => {
    const place = atlas.value?.places[placeIndex.value.get(id) ?? -1];
    return place ? placeName(place) : id;
  };
  if (action.type === 'place') return actions.place(placed(action.placeId));
  if (action.type === 'date') return action.edtf === null ? actions['not-a-date'] : actions.date(action.edtf);
  if (action.type !== 'event') return actions[action.type];
  const { kind, date, placeId, attributedTo, factuality } = action;
  const set = [
    kind && t.kinds[kind],
    date === null ? t.own.noDate : date,
    placeId === null ? t.own.noPlace : placeId && placed(placeId),
    attributedTo === null ? t.who.article : attributedTo,
    factuality && t.factualities[factuality],
  ].filter((part): part is string => typeof part === 'string' && part !== '');
  return set.length === 0 ? actions.event : t.filterValue(actions.event, set.map(isolated).join(listSeparator));
}

/** Words in a direction of their own inside a sentence. */
const isolated = (words: string) => `\u2068${words}\u2069`;
