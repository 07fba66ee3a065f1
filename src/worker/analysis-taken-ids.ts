import type { Digest } from '../core/assembly/digest.ts';
import type { Notice } from '../core/model/notice.ts';
import { uniqueIds } from '../formats/unique-ids.ts';

/** The ids of a corpus while documents are added to it, by this tab and by others. */
export class TakenIds {
  readonly #unique = uniqueIds();
  readonly #taken = new Set<string>();
  /** Places of the documents that this addition did not bring. */
  readonly #others = new Map<string, number>();
  #met = 0;

  /** Takes in the ids of all documents that are there now, in order. */
  meet(digests: readonly Digest[]): void {
    for (; this.#met < digests.length; this.#met++) {
      const { id } = (digests[this.#met] as Digest).document;
      if (this.#taken.has(id)) continue;
      this.#taken.add(id);
      this.#unique(id);
      this.#others.set(id, this.#met);
    }
  }

  readonly unique = (id: string): { id: string; notices: Notice[] } => {
    const given = this.#unique(id);
    this.#taken.add(given.id);
    return given;
  };

  /** Where documents stand that were read under this id and are not of this addition. */
  ordersOf(id: string): number[] {
    const orders: number[] = [];
    let one = id;
    for (let count = 2; this.#others.has(one); count++) {
      orders.push(this.#others.get(one) as number);
      one = `${id}-${count}`;
    }
    return orders;
  }
}
