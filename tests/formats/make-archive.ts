import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';

/** A ZIP archive of texts and bytes by name. */
export function archiveOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries: Zippable = {};
  for (const [name, content] of Object.entries(files))
    entries[name] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(entries, { mtime: new Date(2023, 8, 20) });
}

/** The bytes of a file; of a folder the archive of what lies in it. */
export function bytesAt(path: string): Uint8Array {
  if (!statSync(path).isDirectory()) return new Uint8Array(readFileSync(path));
  const files: Record<string, Uint8Array> = {};
  const walk = (inside: string) => {
    for (const entry of readdirSync(join(path, inside), { withFileTypes: true })) {
      const name = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory()) walk(name);
      else files[name] = new Uint8Array(readFileSync(join(path, name)));
    }
  };
  walk('');
  return archiveOf(files);
}
