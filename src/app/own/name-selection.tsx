import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DocumentFile } from '../../core/model/atlas.ts';
import type { Correction, CorrectionAction } from '../../core/model/correction.ts';
import type { Span } from '../../core/model/span.ts';
import { messages } from '../i18n/locale.ts';
import { DateChooser } from './date-chooser.tsx';
import { correct } from './own-actions.ts';
import { PlaceChooser } from './place-chooser.tsx';
import { type SelectedSpan, selectedSpan } from './selected-span.ts';

/** What words are taken for. */
interface Chosen extends Span {
  readonly as: 'place' | 'date';
}

/** A name or a date that was missed or misread: selected in the reader, or written as it stands there. */
export function NameSelection({ document, file }: { readonly document: number; readonly file: DocumentFile }) {
  const o = messages.value.own;
  const selected = useSignal<SelectedSpan | null>(null);
  const chosen = useSignal<Chosen | null>(null);
  const written = useSignal('');
  const missing = useSignal(false);
  useEffect(() => {
    const onSelect = () => {
      selected.value = selectedSpan(file.text);
    };
    // what was selected before this part had come
    onSelect();
    globalThis.document.addEventListener('selectionchange', onSelect);
    return () => globalThis.document.removeEventListener('selectionchange', onSelect);
  }, [file]);
  const find = (event: SubmitEvent) => {
    event.preventDefault();
    const words = written.value.trim();
    const as = event.submitter?.getAttribute('value') === 'date' ? 'date' : 'place';
    const at = words === '' ? -1 : firstUnmarked(file, words, as);
    missing.value = at < 0;
    if (at >= 0) chosen.value = { start: at, end: at + words.length, as };
  };
  const done = (action: CorrectionAction, scope: Correction['scope'], { start, end }: Span) => {
    chosen.value = null;
    written.value = '';
    void correct(document, file.text, { start, end }, action, scope);
  };
  const span = chosen.value;
  if (span?.as === 'date') {
    const { dates } = file.analysis;
    const date = dates.find(({ start, end }) => start < span.end && span.start < end);
    const meant = date ?? span;
    return (
      <div class="own-card" role="dialog" aria-label={o.thisIsADate}>
        <DateChooser
          words={file.text.slice(meant.start, meant.end)}
          current={date?.edtf ?? null}
          isDate={date !== undefined}
          choose={(action, scope) => done(action, scope, meant)}
          close={() => (chosen.value = null)}
        />
      </div>
    );
  }
  if (span) {
    const { mentions, lang } = file.analysis;
    const mention = mentions.find(({ start, end }) => start < span.end && span.start < end);
    return (
      <div class="own-card" role="dialog" aria-label={o.thisIsAPlace}>
        <PlaceChooser
          name={file.text.slice(span.start, span.end)}
          lang={lang}
          current={mention?.placeId ?? null}
          kind={mention?.kind ?? null}
          candidates={mention?.candidates.map(({ placeId }) => placeId) ?? []}
          choose={(action, scope) => done(action, scope, span)}
          close={() => (chosen.value = null)}
        />
      </div>
    );
  }
  const here = selected.value;
  return (
    <>
      {here && (
        <div class="own-here" style={{ left: `clamp(0px, ${here.x}px, 100vw - 260px)`, top: `${here.y}px` }}>
          {(['place', 'date'] as const).map((as) => (
            <button
              key={as}
              type="button"
              onPointerDown={(event) => {
                // before the click the selection would be gone
                event.preventDefault();
                chosen.value = { ...here, as };
              }}
              onClick={() => (chosen.value = { ...here, as })}
            >
              {as === 'place' ? o.thisIsAPlace : o.thisIsADate}
            </button>
          ))}
        </div>
      )}
      <form class="own-missed" onSubmit={find}>
        <label for="own-missed">{o.missed}</label>
        <div class="own-search">
          <input
            id="own-missed"
            type="text"
            value={written.value}
            dir="auto"
            onInput={(event) => (written.value = event.currentTarget.value)}
          />
          <button type="submit" class="chip" value="place">
            {o.thisIsAPlace}
          </button>
          <button type="submit" class="chip" value="date">
            {o.thisIsADate}
          </button>
        </div>
        {missing.value && <p role="status">{o.notInText}</p>}
      </form>
    </>
  );
}

/** The first place where the words stand and are no mention yet (or, for a date, are one); else the first where they stand at all. */
function firstUnmarked({ text, analysis }: DocumentFile, words: string, as: Chosen['as']): number {
  const first = text.indexOf(words);
  const covers = (at: number) => (one: Span) => one.start < at + words.length && at < one.end;
  for (let at = first; at >= 0; at = text.indexOf(words, at + 1))
    if (as === 'date' ? analysis.dates.some(covers(at)) : !analysis.mentions.some(covers(at))) return at;
  return first;
}
