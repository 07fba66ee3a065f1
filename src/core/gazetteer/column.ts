const CHUNK_BITS = 18;
const CHUNK = 1 << CHUNK_BITS;

type Numbers = Uint8Array | Uint32Array;

/** A growing column of numbers in chunks: nothing is copied while it grows, so that ten million names fit. */
export class Column<Kind extends Numbers> {
  length = 0;
  private readonly chunks: Kind[] = [];
  private last: Kind | undefined;

  constructor(private readonly make: new (length: number) => Kind) {}

  push(value: number): void {
    const at = this.length & (CHUNK - 1);
    if (at === 0) {
      this.last = new this.make(CHUNK);
      this.chunks.push(this.last);
    }
    (this.last as Kind)[at] = value;
    this.length++;
  }

  at(index: number): number {
    return this.chunks[index >>> CHUNK_BITS]?.[index & (CHUNK - 1)] ?? 0;
  }

  /** Copies all of it to the start of an array that is long enough. */
  copyTo(target: Kind): void {
    this.chunks.forEach((chunk, nth) => {
      const start = nth * CHUNK;
      target.set(chunk.subarray(0, Math.min(CHUNK, this.length - start)) as Kind, start);
    });
  }
}
