import type { Atlas, MentionColumns } from '../core/model/atlas.ts';
import type { OwnView } from './analysis-messages.ts';

/**
 * A view on its way from the keeper to the page. Numbers go over as typed columns that are not copied; records go in
 * pieces, each in a message of its own, so that taking over a large corpus is many short tasks of the page and no long one.
 */

export type AtlasList = 'documents' | 'places' | 'speakers' | 'events' | 'joinedEvents';
export type ViewList = AtlasList | 'features' | 'origins' | 'notices';

export interface Piece {
  readonly list: ViewList;
  readonly records: readonly unknown[];
}

/** What goes last: the view without its lists, and the columns. */
export interface ViewHead {
  readonly ids: OwnView['ids'];
  readonly atlas: Omit<Atlas, AtlasList | 'mentions'>;
  readonly columns: { readonly [Name in Exclude<keyof MentionColumns, 'events'>]: Int32Array<ArrayBuffer> };
  /** Indices of the events that cover a mention: `covering.subarray(first[row], first[row + 1])`. */
  readonly first: Int32Array<ArrayBuffer>;
  readonly covering: Int32Array<ArrayBuffer>;
}
