import type { ComponentChildren } from 'preact';
import { SENSES } from '../../core/model/mention.ts';
import { translationOf } from '../data/translations.ts';
import { directionOf, messages } from '../i18n/locale.ts';
import { hoverPlace } from '../state/actions.ts';
import { atlas, showTranslations } from '../state/app-state.ts';
import { columns } from '../state/counts.ts';

interface TranslatedProps {
  readonly document: number;
  /** Where the sentence starts and ends in the document. */
  readonly start: number;
  readonly end: number;
  readonly isSelected?: (row: number) => boolean;
  /** Whether it says under the sentence what it is; in the reader that is said once. */
  readonly noted?: boolean;
}

/** A sentence in the language of the interface, under the one that is translated, with the same places marked. */
export function Translated({ document, start, end, isSelected, noted = false }: TranslatedProps) {
  const record = atlas.value?.documents[document];
  const translation = record ? translationOf(record) : null;
  const text = translation?.sentences.get(start);
  if (!translation || !text) return null;
  const t = messages.value.compare;
  return (
    <span class="translation" lang={translation.lang} dir={directionOf(translation.lang)}>
      {noted && <span class="translation-note">{t.translated}</span>}
      {marked(text, translation.lang, document, start, end, isSelected)}
    </span>
  );
}

/** The sentence that holds an offset, in the language of the interface, where there is little room for it. */
export function TranslatedLine({ document, start }: { readonly document: number; readonly start: number }) {
  const record = atlas.value?.documents[document];
  const translation = record ? translationOf(record) : null;
  if (!translation) return null;
  let from = -1;
  for (const sentence of translation.sentences.keys()) if (sentence <= start && sentence > from) from = sentence;
  const text = translation.sentences.get(from);
  if (!text) return null;
  return (
    <div
      class="event-words is-translated"
      lang={translation.lang}
      dir={directionOf(translation.lang)}
      title={messages.value.compare.translated}
    >
      {text}
    </div>
  );
}

/** Places of the sentence found again by their names; what is not found stays plain. */
function marked(
  text: string,
  lang: string,
  document: number,
  start: number,
  end: number,
  isSelected: TranslatedProps['isSelected'],
): ComponentChildren[] {
  const corpus = atlas.value;
  const table = columns.value;
  if (!corpus || !table) return [text];
  const { mentions: m, firstMention } = table;
  const found: { from: number; to: number; row: number }[] = [];
  const free = (from: number, to: number) => found.every((one) => to <= one.from || from >= one.to);
  const wanted: { row: number; name: string }[] = [];
  for (let row = firstMention[document]!; row < firstMention[document + 1]!; row++) {
    if (m.start[row]! < start || m.end[row]! > end || m.place[row]! < 0 || SENSES[m.sense[row]!] === 'demonym')
      continue;
    for (const name of corpus.places[m.place[row]!]?.names[lang] ?? []) wanted.push({ row, name });
  }
  wanted.sort((a, b) => b.name.length - a.name.length);
  const done = new Set<number>();
  for (const { row, name } of wanted) {
    if (done.has(row)) continue;
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const to = at + name.length;
      // "Azerbaijan" is not marked in "Azerbaijani"
      if (/\p{L}/u.test(text[to] ?? '') || /\p{L}/u.test(text[at - 1] ?? '') || !free(at, to)) continue;
      found.push({ from: at, to, row });
      done.add(row);
      break;
    }
  }
  found.sort((a, b) => a.from - b.from);
  const out: ComponentChildren[] = [];
  let at = 0;
  for (const { from, to, row } of found) {
    const sense = SENSES[m.sense[row]!] ?? 'literal';
    const place = m.place[row]!;
    out.push(
      text.slice(at, from),
      <span
        key={from}
        class={`mark m-${sense}${isSelected?.(row) ? ' is-selected' : ''}`}
        data-place={place}
        onPointerEnter={() => hoverPlace(place)}
        onPointerLeave={() => hoverPlace(-1)}
      >
        {text.slice(from, to)}
      </span>,
    );
    at = to;
  }
  out.push(text.slice(at));
  return out;
}

/** Shows or hides translations. */
export function TranslationSwitch() {
  const t = messages.value.compare;
  return (
    <button
      type="button"
      class="chip"
      aria-pressed={showTranslations.value}
      title={t.showTranslation}
      onClick={() => (showTranslations.value = !showTranslations.value)}
    >
      {t.translation}
    </button>
  );
}
