import type { LineFacts } from './line-facts.ts';
import { mapMessages } from './map-messages.ts';

/** What a line of the base map is; in full where it was asked for by a click, a tap or in the legend. */
export function LineWords({ facts, full }: { readonly facts: LineFacts; readonly full: boolean }) {
  const t = mapMessages.value;
  return (
    <>
      {facts.kind !== facts.name && <span>{facts.kind}</span>}
      {full && facts.note && <p>{facts.note}</p>}
      {full && facts.source && (
        <p class="quiet">
          {t.drawnFrom} <bdi>{facts.source}</bdi>
        </p>
      )}
    </>
  );
}
