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

  /** Writes bytes after all that was written so far. */
  writeBytes(bytes: Uint8Array): void {
    this.flush();
    for (let at = 0; at < bytes.length; ) at += writeSync(this.file, bytes, at);
  }

  private flush(): void {
    if (this.held === 0) return;
    const bytes = Buffer.from(this.parts.join(''), 'utf8');
    this.parts = [];
    this.held = 0;
    for (let at = 0; at < bytes.length; ) at += writeSync(this.file, bytes, at);
  }
}
