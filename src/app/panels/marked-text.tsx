import type { ComponentChildren } from 'preact';
import type { DocumentFile } from '../../core/model/atlas.ts';
import { SENSES } from '../../core/model/mention.ts';
import { hoverPlace } from '../state/actions.ts';
import { atlas } from '../state/app-state.ts';
import { columns } from '../state/counts.ts';
import { StateLink } from './state-link.tsx';
import { visibleText } from './visible-text.tsx';

/** A stretch of text with a style and perhaps a way to go. Stretches do not overlap. */
interface Mark {
  readonly start: number;
  readonly end: number;
  readonly render: (text: ComponentChildren) => ComponentChildren;
}

interface MarkedTextProps {
  readonly file: DocumentFile;
  readonly document: number;
  readonly start: number;
  readonly end: number;
  /** Whether a mention (row of the columns) is the one that is being read about. */
  readonly isSelected?: (row: number) => boolean;
  /** Whether a mention passes the filters. */
  readonly passes?: (row: number) => boolean;
  /** Where a click on a mention leads: to its place, or to the mention in its document. */
  readonly opens?: (row: number) => 'place' | 'mention';
  /** Things hung in the text at an offset: shapes of events in the margin. */
  readonly inserts?: readonly { readonly at: number; readonly node: ComponentChildren }[];
}

/** A part of a document's text as written, with its places and dates marked. Only ever text, never markup. */
export function MarkedText({ file, document, start, end, isSelected, passes, opens, inserts = [] }: MarkedTextProps) {
  const marks = [
    ...mentionMarks(document, start, end, { isSelected, passes, opens }),
    ...dateMarks(file, start, end),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const out: ComponentChildren[] = [];
  let at = start;
  let insert = 0;
  const plain = (to: number) => {
    while (insert < inserts.length && inserts[insert]!.at <= to) {
      const { at: where, node } = inserts[insert++]!;
      if (where > at) out.push(visibleText(file.text.slice(at, where)));
      at = Math.max(at, where);
      out.push(node);
    }
    if (to > at) out.push(visibleText(file.text.slice(at, to)));
    at = Math.max(at, to);
  };
  for (const mark of marks) {
    if (mark.start < at) continue;
    plain(mark.start);
    out.push(mark.render(visibleText(file.text.slice(mark.start, mark.end))));
    at = mark.end;
  }
  plain(end);
  return <>{out}</>;
}

function mentionMarks(
  document: number,
  start: number,
  end: number,
  how: Pick<MarkedTextProps, 'isSelected' | 'passes' | 'opens'>,
): Mark[] {
  const corpus = atlas.value;
  const table = columns.value;
  if (!corpus || !table) return [];
  const { mentions: m, firstMention } = table;
  const id = corpus.documents[document]?.id ?? '';
  const marks: Mark[] = [];
  for (let row = firstMention[document]!; row < firstMention[document + 1]!; row++) {
    const from = m.start[row]!;
    const to = m.end[row]!;
    if (from < start || to > end) continue;
    const place = m.place[row]!;
    const sense = SENSES[m.sense[row]!] ?? 'literal';
    const selected = how.isSelected?.(row) === true;
    const classes = `mark m-${sense}${selected ? ' is-selected' : ''}${how.passes && !how.passes(row) ? ' is-out' : ''}`;
    marks.push({
      start: from,
      end: to,
      render: (text) =>
        place < 0 ? (
          <span key={from} class={`${classes} is-unplaced`} data-start={from}>
            {text}
          </span>
        ) : (
          <StateLink
            key={from}
            class={classes}
            data-place={place}
            data-start={from}
            aria-current={selected ? 'true' : undefined}
            to={
              how.opens?.(row) === 'mention'
                ? { type: 'document', id, mention: from }
                : { type: 'place', id: corpus.places[place]?.id ?? '' }
            }
            onPointerEnter={() => hoverPlace(place)}
            onPointerLeave={() => hoverPlace(-1)}
            onFocus={() => hoverPlace(place)}
            onBlur={() => hoverPlace(-1)}
          >
            {text}
          </StateLink>
        ),
    });
  }
  return marks;
}

function dateMarks(file: DocumentFile, start: number, end: number): Mark[] {
  return file.analysis.dates
    .filter((date) => date.start >= start && date.end <= end)
    .map((date) => ({
      start: date.start,
      end: date.end,
      render: (text) => (
        <span key={`d${date.start}`} class="mark m-date" title={date.edtf ?? undefined}>
          {text}
        </span>
      ),
    }));
}
