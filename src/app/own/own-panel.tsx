import { useEffect } from 'preact/hooks';
import { messages } from '../i18n/locale.ts';
import { PanelHead } from '../panels/panel-head.tsx';
import { AddForm } from './add-form.tsx';
import { CorpusList } from './corpus-list.tsx';
import { CorrectionList } from './correction-list.tsx';
import { learnState } from './own-actions.ts';
import { fault, own } from './own-state.ts';
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
      {fault.value && <p role="alert">{o.failed(fault.value)}</p>}
      <AddForm />
      <CorpusList />
      <CorrectionList />
    </article>
  );
}
