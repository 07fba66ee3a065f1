import type { Atlas } from '../../core/model/atlas.ts';
import type { OwnView } from '../../worker/analysis-messages.ts';
import type { AtlasList, Piece, ViewHead, ViewList } from '../../worker/view-messages.ts';

/** Puts the pieces of one view together as they come. */
export class ViewInPieces {
  readonly #lists: Record<ViewList, unknown[]> = {
    documents: [],
    places: [],
    speakers: [],
    events: [],
    joinedEvents: [],
    features: [],
    origins: [],
    notices: [],
  };

  add({ list, records }: Piece): void {
    const all = this.#lists[list];
    for (const record of records) all.push(record);
  }

  finish({ ids, atlas, columns, first, covering }: ViewHead): OwnView {
    const { features, origins, notices, ...lists } = this.#lists;
    const events: (readonly number[])[] = [];
    for (let row = 0; row + 1 < first.length; row++)
      events.push(first[row] === first[row + 1] ? NONE : Array.from(covering.subarray(first[row], first[row + 1])));
    return {
      ids,
      atlas: { ...atlas, ...(lists as unknown as Pick<Atlas, AtlasList>), mentions: { ...columns, events } },
      shapes: { type: 'FeatureCollection', features: features as OwnView['shapes']['features'] },
      origins: origins as OwnView['origins'],
      notices: notices as OwnView['notices'],
    };
  }
}

const NONE: readonly number[] = [];
