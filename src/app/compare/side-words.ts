import { NO_DAY } from '../../core/model/atlas.ts';
import type { Claim } from '../../core/model/claim.ts';
import { type DocumentState, documentFile } from '../data/load.ts';
import { atlas, type Comparison, filters, speakerIndex } from '../state/app-state.ts';
import { columns } from '../state/counts.ts';
import { ARTICLE } from '../state/filters.ts';
import { periodOf, type Side } from '../state/sides.ts';

/** How many words of letters or figures a text has. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu)?.length ?? 0;
}

/** Stretches in which a wanted speaker (`null`: the article) has the word: the innermost claim holds. */
export function spansOf(
  claims: readonly Claim[],
  length: number,
  isWanted: (speakerId: string | null) => boolean,
): { readonly start: number; readonly end: number }[] {
  const cuts = [...new Set([0, length, ...claims.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const spans: { start: number; end: number }[] = [];
  for (let at = 0; at + 1 < cuts.length; at++) {
    const start = cuts[at]!;
    const end = cuts[at + 1]!;
    let holder: Claim | null = null;
    for (const claim of claims)
      if (claim.start <= start && claim.end >= end && (!holder || claim.end - claim.start < holder.end - holder.start))
        holder = claim;
    if (!isWanted(holder?.speakerId ?? null)) continue;
    const last = spans.at(-1);
    if (last && last.end === start) last.end = end;
    else spans.push({ start, end });
  }
  return spans;
}

/**
 * Words that a side's counts are measured against: those of its document, of its claims, of the documents published in
 * its period, or of the passages that tell of its period. `null` while texts are still on the way.
 */
export function wordsOfSide(chosen: Comparison, value: string, side: Side): number | null {
  const corpus = atlas.value;
  const table = columns.value;
  if (!corpus || !table) return null;
  if (chosen.by === 'document') return corpus.documents.find(({ id }) => id === value)?.words ?? 0;
  if (chosen.by === 'period' && filters.value.timeOf === 'publication') {
    const range = periodOf(value);
    const from = range?.from ?? Number.NEGATIVE_INFINITY;
    const to = range?.to ?? Number.POSITIVE_INFINITY;
    return corpus.documents
      .filter(({ firstDay, lastDay }) => firstDay !== NO_DAY && firstDay <= to && lastDay >= from)
      .reduce((sum, { words }) => sum + words, 0);
  }
  const passages = new Map<number, Set<number>>();
  for (const row of side.rows) {
    const document = table.mentions.document[row]!;
    const known = passages.get(document) ?? new Set<number>();
    passages.set(document, known.add(table.mentions.passage[row]!));
  }
  const speaker = value === ARTICLE ? null : (speakerIndex.value.get(value) ?? -1);
  const isSide = (id: string | null) => (id === null ? null : speakerIndex.value.get(id)) === speaker;
  let words = 0;
  const wanted = chosen.by === 'speaker' ? corpus.documents.keys() : passages.keys();
  for (const document of wanted) {
    const file: DocumentState = documentFile(corpus.documents[document]!.file).value;
    if (file === 'failed') continue;
    if (file === 'loading') return null;
    const { text, analysis } = file;
    const spans =
      chosen.by === 'speaker'
        ? spansOf(analysis.claims, text.length, isSide)
        : analysis.passages.filter(({ index }) => passages.get(document)?.has(index));
    for (const { start, end } of spans) words += countWords(text.slice(start, end));
  }
  return words;
}
