import { closeSync, openSync, writeSync } from 'node:fs';

const CHUNK = 1 << 20;

/** Writes text in large pieces, so that a file may be longer than a string can be. */
export class TextFile {
  private readonly file: number;
  private parts: string[] = [];
  private held = 0;
  constructor(path: string) {
    this.file = openSync(path, 'w');
  }

  write(text: string): void {
    this.parts.push(text);
    this.held += text.length;
    if (this.held >= CHUNK) this.flush();
  }

  close(): void {
    this.flush();
    closeSync(this.file);
  }

  private flush(): void {
    const bytes = Buffer.from(this.parts.join(''), 'utf8');
    for (let at = 0; at < bytes.length; ) at += writeSync(this.file, bytes, at);
    this.parts = [];
    this.held = 0;
  }
}

/** Writes the items of a list, as `JSON.stringify` would, between brackets. */
export function writeList(file: TextFile, items: Iterable<unknown>): void {
  let first = true;
  file.write('[');
  for (const item of items) {
    file.write(first ? JSON.stringify(item) : `,${JSON.stringify(item)}`);
    first = false;
  }
  file.write(']');
}

const SLICE = 10_000;

/** Writes an object exactly as `JSON.stringify` would, its lists and the lists in its objects piece by piece. */
export function writeJson(file: TextFile, value: unknown): void {
  if (Array.isArray(value)) writeArray(file, value);
  else if (typeof value === 'object' && value !== null) {
    let first = true;
    file.write('{');
    for (const [name, field] of Object.entries(value)) {
      if (field === undefined) continue;
      file.write(`${first ? '' : ','}${JSON.stringify(name)}:`);
      first = false;
      if (typeof field === 'object' && field !== null) writeJson(file, field);
      else file.write(JSON.stringify(field));
    }
    file.write('}');
  } else file.write(JSON.stringify(value));
}

function writeArray(file: TextFile, list: readonly unknown[]): void {
  file.write('[');
  for (let at = 0; at < list.length; at += SLICE) {
    const text = JSON.stringify(list.slice(at, at + SLICE));
    file.write(`${at === 0 ? '' : ','}${text.slice(1, -1)}`);
  }
  file.write(']');
}
