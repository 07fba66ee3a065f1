import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CorpusFile } from '../corpus.ts';
import { fileHash } from './file-hash.ts';
import type { KeptSource } from './kept.ts';

/** How a file is now and how it was. */
interface Sight {
  readonly name: string;
  readonly settings: string;
  readonly stamp: string;
  /** What was kept of it under these settings. */
  readonly before: KeptSource | null;
}

/** Looks at each file of a corpus once: what changes later is for the next run. */
export class Sights {
  private readonly seen = new Map<CorpusFile, Sight>();
  constructor(private readonly kept: ReadonlyMap<string, KeptSource>) {}

  of(source: CorpusFile): Sight {
    const known = this.seen.get(source);
    if (known) return known;
    const name = resolve(source.path);
    const settings = source.settings ? JSON.stringify(source.settings) : 'null';
    const before = this.kept.get(name) ?? null;
    const sight = {
      name,
      settings,
      stamp: stampOf(source.path),
      before: before?.settings === settings ? before : null,
    };
    this.seen.set(source, sight);
    return sight;
  }

  /** What was kept of a file that is as it was; null for one that must be read. */
  keptOf(source: CorpusFile): KeptSource | null {
    const { before, stamp } = this.of(source);
    if (before === null) return null;
    if (before.stamp === stamp) return before;
    return before.hash !== '' && before.hash === fileHash(source.path) ? { ...before, stamp } : null;
  }
}

/** Changes when a file is written: sizes and times, so that it need not be read. */
function stampOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? `${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}` : '';
}
