import { useEffect } from 'preact/hooks';
import { formatNumber, messages } from '../i18n/locale.ts';
import { PanelHead } from '../panels/panel-head.tsx';
import { AddForm } from './add-form.tsx';
import { CorpusList } from './corpus-list.tsx';
import { CorrectionList } from './correction-list.tsx';
import { learnState } from './own-actions.ts';
import { fault, misread, own } from './own-state.ts';
import { faultWords } from './own-words.ts';
import './own.css';

/** A person's own documents: adding them, what is kept, what is corrected. */
export function OwnPanel() {
  const t = messages.value;
  const o = t.own;
  useEffect(() => {
    void learnState();
  }, []);
  return (
    <article class="own">
      <PanelHead path={[{ label: t.overview.corpus, to: { type: 'documents' } }]} title={o.title} small />
      <p class="own-privacy">{o.privacy}</p>
      {!own.value.kept && <p role="alert">{o.notKept}</p>}
      {fault.value && <p role="alert">{faultWords(fault.value)}</p>}
      <AddForm />
      <CorpusList />
      <CorrectionList />
      <Misread />
    </article>
  );
}

/** What was not understood in a file of corrections, and why. */
function Misread() {
  const o = messages.value.own;
  if (misread.value.length === 0) return null;
  return (
    <details open>
      <summary>
        {o.correctionsFaults} <span class="count">{formatNumber(misread.value.length)}</span>
      </summary>
      <ul class="own-refusals">
        {misread.value.map((why) => (
          <li key={why}>
            <span class="quiet" lang="en" dir="ltr">
              {why}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
