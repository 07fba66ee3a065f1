import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { AddReport, Refusal } from '../../worker/analysis-messages.ts';
import { formatNumber, messages } from '../i18n/locale.ts';
import { chosenFiles } from './dropped-files.ts';
import { NoticeWords } from './notice-words.tsx';
import { addFiles, addText, cancel, importCorpus, isDate } from './own-actions.ts';
import { adding, own, progress, queued, report } from './own-state.ts';
import { reportWords } from './own-words.ts';

/** What is read; the worker has the last word. */
const KINDS = 'txt, md, html, docx, pdf, csv, tsv, jsonl, zip';
const ACCEPTED = '.txt,.text,.md,.markdown,.html,.htm,.xhtml,.docx,.pdf,.csv,.tsv,.tab,.jsonl,.ndjson,.zip,.json';
const MIB = 1024 * 1024;

/** Files, folders, a pasted text, or an exported file: chosen here, read in the worker. */
export function AddForm() {
  const o = messages.value.own;
  const into = useSignal<string>('');
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const exported = useRef<HTMLInputElement>(null);
  if (adding.value) return <Progress />;
  const target = own.value.corpora.some(({ id }) => id === into.value) ? into.value : null;
  const take = (input: HTMLInputElement) => {
    const chosen = chosenFiles(input.files ?? []);
    // what is chosen again is to be noticed again
    input.value = '';
    if (chosen.length > 0)
      void addFiles(chosen, target, chosen.some(({ path }) => path.includes('/')) ? '' : o.unnamed);
  };
  const hidden = { type: 'file', class: 'visually-hidden', tabIndex: -1, 'aria-hidden': true } as const;
  return (
    <section class="block own-add">
      {report.value && <Report report={report.value} />}
      <div class="own-drop">
        <p>{o.drop}</p>
        <div class="own-row">
          <button type="button" class="chip is-set" onClick={() => files.current?.click()}>
            {o.chooseFiles}
          </button>
          <button type="button" class="chip" onClick={() => folder.current?.click()}>
            {o.chooseFolder}
          </button>
          <button type="button" class="chip" title={o.exportHint} onClick={() => exported.current?.click()}>
            {o.import}
          </button>
        </div>
        <p class="quiet">{o.formats(KINDS)}</p>
        <input {...hidden} ref={files} multiple accept={ACCEPTED} onChange={(event) => take(event.currentTarget)} />
        <input
          {...hidden}
          ref={(input) => {
            folder.current = input;
            input?.setAttribute('webkitdirectory', '');
          }}
          multiple
          onChange={(event) => take(event.currentTarget)}
        />
        <input
          {...hidden}
          ref={exported}
          accept=".json"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            currentTarget.value = '';
            if (file) void importCorpus(file);
          }}
        />
      </div>
      {own.value.corpora.length > 0 && (
        <label class="own-into">
          {o.into}{' '}
          <select
            class="quiet-select"
            value={target ?? ''}
            onChange={(event) => (into.value = event.currentTarget.value)}
          >
            <option value="">{o.newCorpus}</option>
            {own.value.corpora.map(({ id, title }) => (
              <option key={id} value={id}>
                {title || o.unnamed}
              </option>
            ))}
          </select>
        </label>
      )}
      <Paste target={target} />
    </section>
  );
}

function Paste({ target }: { readonly target: string | null }) {
  const o = messages.value.own;
  const wrongDate = useSignal(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const value = (name: string) => String(form.get(name) ?? '');
    if (value('text').trim() === '') return;
    wrongDate.value = value('date').trim() !== '' && !(await isDate(value('date')));
    if (wrongDate.value) return;
    void addText(
      { title: value('title'), date: value('date'), text: value('text') },
      target,
      value('title').trim() || o.unnamed,
    );
  };
  return (
    <details class="own-paste">
      <summary>{o.paste}</summary>
      <form class="own-form" onSubmit={(event) => void submit(event)}>
        <label>
          <span>{o.pasteTitle}</span>
          <input name="title" dir="auto" maxLength={200} />
        </label>
        <label>
          <span>{o.pasteDate}</span>
          <input name="date" dir="ltr" maxLength={40} aria-invalid={wrongDate.value} />
          <span class="quiet">{wrongDate.value ? <span role="alert">{o.dateWrong}</span> : o.pasteDateHint}</span>
        </label>
        <label>
          <span>{o.pasteText}</span>
          <textarea name="text" rows={6} dir="auto" required />
        </label>
        <div class="own-row">
          <button type="submit" class="chip is-set">
            {o.pasteAdd}
          </button>
        </div>
      </form>
    </details>
  );
}

function Progress() {
  const o = messages.value.own;
  const now = progress.value;
  const words = () => {
    if (!now || (now.phase === 'gazetteer' && now.all === 0)) return o.starting;
    const { phase, done, all, refused } = now;
    if (phase === 'gazetteer')
      return o.gazetteer(formatNumber(Math.round(done / MIB)), formatNumber(Math.round(all / MIB)));
    if (phase === 'assembling') return o.assembling;
    return `${o.reading(done, all)}${refused > 0 ? ` · ${o.refusedSoFar(refused)}` : ''}`;
  };
  return (
    <section class="block own-progress">
      <p id="own-progress">{words()}</p>
      {now && now.all > 0 ? (
        <progress aria-labelledby="own-progress" max={now.all} value={now.done} />
      ) : (
        <progress aria-labelledby="own-progress" />
      )}
      {queued.value > 0 && <p class="quiet">{o.queued(queued.value)}</p>}
      <button type="button" class="chip" onClick={cancel}>
        {o.cancel}
      </button>
    </section>
  );
}

/** What came of it, file by file where something was refused. */
function Report({ report }: { readonly report: AddReport }) {
  const o = messages.value.own;
  const { added, refusals } = report;
  const errors = refusals.filter(({ notice }) => notice.severity === 'error');
  const remarks = refusals.filter(({ notice }) => notice.severity !== 'error');
  return (
    <div class="own-report">
      <p role="status">{reportWords(report)}</p>
      <Refusals title={o.refused} refusals={errors} open />
      <Refusals title={o.remarks} refusals={remarks} open={added === 0} />
    </div>
  );
}

const MOST = 200;

function Refusals({
  title,
  refusals,
  open,
}: {
  readonly title: string;
  readonly refusals: readonly Refusal[];
  readonly open?: boolean;
}) {
  if (refusals.length === 0) return null;
  return (
    <details open={open}>
      <summary>
        {title} <span class="count">{formatNumber(refusals.length)}</span>
      </summary>
      <ul class="own-refusals">
        {refusals.slice(0, MOST).map(({ name, notice }, at) => (
          <li key={`${at} ${name}`}>
            <bdi>{name}</bdi>
            <NoticeWords notice={notice} />
          </li>
        ))}
      </ul>
    </details>
  );
}
