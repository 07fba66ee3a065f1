import type { Correction } from '../model/correction.ts';
import type { Mention } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import { foldName } from '../text/fold.ts';
import { locate } from './anchor.ts';
import { type Draft, overlap } from './draft.ts';

/** Where a correction applies: at its words, and with the scope of the corpus wherever a name is spelt like them. */
export function spansOf(draft: Draft, correction: Correction, own: boolean): Span[] {
  const here = own ? locate(draft.text, correction) : null;
  const spans = here ? [here] : [];
  if (correction.scope === 'here') return spans;
  const { type } = correction.action;
  const folded = foldName(correction.quote);
  const add = (span: Span) => {
    if (!spans.some((known) => overlap(known, span))) spans.push({ start: span.start, end: span.end });
  };
  if (type === 'place' || type === 'new-place' || type === 'not-a-place') {
    for (const mention of draft.mentions) if (foldedOf(mention) === folded) add(mention);
    if (type !== 'not-a-place') for (const span of named(draft, correction.quote)) add(span);
  } else if (type === 'date') {
    for (const date of draft.dates) if (date.surface === correction.quote) add(date);
  } else
    for (const event of draft.events) if (draft.text.slice(event.start, event.end) === correction.quote) add(event);
  return spans;
}

/** Thousands of corrections ask the same of the same mentions. */
const folds = new WeakMap<Mention, string>();

function foldedOf(mention: Mention): string {
  const known = folds.get(mention) ?? foldName(mention.surface);
  folds.set(mention, known);
  return known;
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;
/** Particles that Arabic writes together with the next word; a name after them is still that name. */
const ATTACHED = /^(?:[وف]?[بلك]?)$/u;

/** The places where a name stands as words of its own and no mention covers it. */
function named({ text, mentions }: Draft, name: string): Span[] {
  const found: Span[] = [];
  for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length)) {
    const end = start + name.length;
    let word = start;
    while (word > 0 && start - word < 3 && LETTER.test(text[word - 1] ?? '')) word--;
    const alone =
      !LETTER.test(text[end] ?? '') && !LETTER.test(text[word - 1] ?? '') && ATTACHED.test(text.slice(word, start));
    if (alone && !mentions.some((mention) => overlap(mention, { start, end }))) found.push({ start, end });
  }
  return found;
}
