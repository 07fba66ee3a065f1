import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DocumentFile } from '../../core/model/atlas.ts';
import type { Span } from '../../core/model/span.ts';
import { messages } from '../i18n/locale.ts';
import { correct } from './own-actions.ts';
import { PlaceChooser } from './place-chooser.tsx';

const MOST_LETTERS = 200;

/** A name that was missed: selected in the reader, or written as it stands there. */
export function NameSelection({ document, file }: { readonly document: number; readonly file: DocumentFile }) {
  const o = messages.value.own;
  const selected = useSignal<(Span & { readonly x: number; readonly y: number }) | null>(null);
  const chosen = useSignal<Span | null>(null);
  const written = useSignal('');
  const missing = useSignal(false);
  useEffect(() => {
    const onSelect = () => {
      selected.value = selectedSpan(file.text);
    };
    globalThis.document.addEventListener('selectionchange', onSelect);
    return () => globalThis.document.removeEventListener('selectionchange', onSelect);
  }, [file]);
  const find = (event: Event) => {
    event.preventDefault();
    const words = written.value.trim();
    const at = words === '' ? -1 : firstUnmarked(file, words);
    missing.value = at < 0;
    if (at >= 0) chosen.value = { start: at, end: at + words.length };
  };
  const span = chosen.value;
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
          choose={(action, scope) => {
            chosen.value = null;
            written.value = '';
            void correct(document, file.text, span, action, scope);
          }}
          close={() => (chosen.value = null)}
        />
      </div>
    );
  }
  const here = selected.value;
  return (
    <>
      {here && (
        <button
          type="button"
          class="own-here"
          style={{ left: `${here.x}px`, top: `${here.y}px` }}
          onPointerDown={(event) => {
            // before the click the selection would be gone
            event.preventDefault();
            chosen.value = here;
          }}
          onClick={() => (chosen.value = here)}
        >
          {o.thisIsAPlace}
        </button>
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
          <button type="submit" class="chip">
            {o.thisIsAPlace}
          </button>
        </div>
        {missing.value && <p role="status">{o.notInText}</p>}
      </form>
    </>
  );
}

/** The first place where the words stand and no mention covers them; else the first where they stand at all. */
function firstUnmarked({ text, analysis }: DocumentFile, words: string): number {
  const first = text.indexOf(words);
  for (let at = first; at >= 0; at = text.indexOf(words, at + 1))
    if (!analysis.mentions.some(({ start, end }) => start < at + words.length && at < end)) return at;
  return first;
}

/** The stretch of the document's text that is selected, without white space at its ends; null when it is none. */
function selectedSpan(text: string): (Span & { x: number; y: number }) | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const from = offsetAt(range.startContainer, range.startOffset);
  const to = offsetAt(range.endContainer, range.endOffset);
  if (from === null || to === null) return null;
  let [start, end] = [Math.min(from, to), Math.max(from, to)];
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  if (end <= start || end - start > MOST_LETTERS) return null;
  const box = range.getBoundingClientRect();
  return { start, end, x: box.left, y: box.bottom + 6 };
}

/** The offset in the document's text of a point in the reader: what stands before it in its sentence is counted. */
function offsetAt(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const sentence = element?.closest<HTMLElement>('.reader-text .sentence[data-from]');
  if (!sentence) return null;
  const { from, to } = sentence.dataset;
  const before = new Range();
  before.setStart(sentence, 0);
  before.setEnd(node, offset);
  // a sentence that follows another in its paragraph begins with a space that is not its own
  const own = (sentence.textContent?.length ?? 0) - (Number(to) - Number(from));
  return Math.max(Number(from), Number(from) + before.toString().length - own);
}
