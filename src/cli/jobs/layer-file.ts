import { closeSync, openSync, read, write, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import { geoJsonFaults } from '../../formats/validate-geojson.ts';

export const LAYER_HEAD = '{"type":"FeatureCollection","features":[';
/** Bytes that are held before they are written. */
const BYTES_HELD = 1 << 20;
/** Bytes that are copied at a time. */
const COPIED_BYTES = 1 << 22;

const readAt = promisify(read);
const writeAt = promisify(write);

/** A run of bytes of another file, and where it comes to lie. */
interface Copy {
  readonly from: number;
  readonly start: number;
  readonly to: number;
  bytes: number;
}

/**
 * A layer that is checked and written in pieces, so that it may be longer than a string can be. What is taken over from an
 * older layer is copied by other threads while the rest is made: each piece knows where it lies.
 */
export class LayerFile {
  private readonly file: number;
  private parts: Uint8Array[] = [];
  private held = 0;
  /** Where what is held will lie, or the next piece. */
  private at = 0;
  private empty = true;
  private copy: Copy | null = null;
  private readonly copies: Promise<void>[] = [];
  constructor(path: string) {
    this.file = openSync(path, 'w');
    this.write(LAYER_HEAD);
  }

  get isEmpty(): boolean {
    return this.empty;
  }

  /** Writes features; gives the number of bytes, with the comma before them. */
  add(name: string, features: readonly GeoJSON.Feature[]): number {
    if (features.length === 0) return 0;
    const faults = geoJsonFaults({ type: 'FeatureCollection', features });
    if (faults.length > 0) throw new Error(`layer ${name} is not valid GeoJSON: ${faults.join('; ')}`);
    return this.addText(JSON.stringify(features).slice(1, -1));
  }

  /** Writes features that are JSON already. */
  addText(text: string): number {
    const content = `${this.empty ? '' : ','}${text}`;
    this.empty = false;
    return this.write(content);
  }

  /** Takes over features of another layer: `bytes` of the file `from` from `start` on. */
  addFrom(from: number, start: number, bytes: number): void {
    if (bytes === 0) return;
    this.flush();
    this.empty = false;
    const { copy } = this;
    if (copy && copy.from === from && copy.start + copy.bytes === start) copy.bytes += bytes;
    else {
      this.beginCopy();
      this.copy = { from, start, to: this.at, bytes };
    }
    this.at += bytes;
  }

  /** Ends the layer. When this is done, all of it is written. */
  async close(): Promise<void> {
    this.write(']}');
    this.flush();
    try {
      await Promise.all(this.copies);
    } finally {
      closeSync(this.file);
    }
  }

  private write(content: string): number {
    this.beginCopy();
    const bytes = Buffer.from(content);
    this.parts.push(bytes);
    this.held += bytes.length;
    if (this.held >= BYTES_HELD) this.flush();
    return bytes.length;
  }

  private flush(): void {
    if (this.held === 0) return;
    const bytes = Buffer.concat(this.parts);
    this.parts = [];
    this.held = 0;
    for (let at = 0; at < bytes.length; ) at += writeSync(this.file, bytes, at, bytes.length - at, this.at + at);
    this.at += bytes.length;
  }

  private beginCopy(): void {
    if (this.copy === null) return;
    const copying = copyBytes(this.copy, this.file);
    // it is waited for at the end; until then a failure is not an unhandled one
    copying.catch(() => {});
    this.copies.push(copying);
    this.copy = null;
  }
}

async function copyBytes({ from, start, to, bytes }: Copy, file: number): Promise<void> {
  const chunk = Buffer.allocUnsafeSlow(Math.min(bytes, COPIED_BYTES));
  for (let done = 0; done < bytes; ) {
    const { bytesRead } = await readAt(from, chunk, 0, Math.min(chunk.length, bytes - done), start + done);
    if (bytesRead === 0) throw new Error('a layer of the old site was cut short while it was read');
    for (let at = 0; at < bytesRead; )
      at += (await writeAt(file, chunk, at, bytesRead - at, to + done + at)).bytesWritten;
    done += bytesRead;
  }
}
