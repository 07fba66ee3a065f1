import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CorpusFile } from '../corpus.ts';
import { fileHash } from './file-hash.ts';
import { type KeptSource, STAMP_NUMBERS, type Stamp } from './kept.ts';
import type { Kept, StoredRun } from './kept-runs.ts';
import type { Source } from './sources.ts';
import { openList } from './stored.ts';

/** How a file is now and how it was. */
interface Sight {
  readonly name: string;
  readonly settings: string;
  readonly stamp: Stamp;
  /** What was kept of it under these settings. */
  readonly before: KeptSource | null;
}

/** Looks at each file of a corpus once: what changes later is for the next run. */
export class Sights {
  private readonly seen = new Map<CorpusFile, Sight>();
  constructor(private readonly kept: Kept) {}

  of(source: CorpusFile): Sight {
    const known = this.seen.get(source);
    if (known) return known;
    const name = resolve(source.path);
    const settings = settingsOf(source);
    const before = this.kept.source(name);
    const sight = {
      name,
      settings,
      stamp: stampOf(source.path),
      before: before?.settings === settings ? before : null,
    };
    this.seen.set(source, sight);
    return sight;
  }

  /** Whether a file is as it was, as far as its size and times tell. */
  isSame(source: CorpusFile): boolean {
    const { before, stamp } = this.of(source);
    return before !== null && isEqual(before.stamp, stamp);
  }

  /** What was kept of a file that is as it was; null for one that must be read. */
  keptOf(source: CorpusFile): KeptSource | null {
    const { before, stamp } = this.of(source);
    if (before === null || this.isSame(source)) return before;
    return before.hash !== '' && before.hash === fileHash(source.path) ? { ...before, stamp } : null;
  }

  /** What to look at in turn: runs of which every file is as it was, and the sources between them. */
  plan(sources: readonly Source[]): (Source | StoredRun)[] {
    const plan: (Source | StoredRun)[] = [];
    for (let at = 0; at < sources.length; ) {
      const run = this.runAt(sources, at);
      plan.push(run ?? (sources[at] as Source));
      at += run?.run.value.files ?? 1;
    }
    return plan;
  }

  private runAt(sources: readonly Source[], at: number): StoredRun | null {
    const first = sources[at];
    if (first === undefined || !('path' in first)) return null;
    const stored = this.kept.runFrom(resolve(first.path));
    if (!stored) return null;
    const { names, made } = stored.run.value;
    if (made === null) return null;
    const settings = openList(made.settings);
    return openList(names).every((name, index) =>
      isAsItWas(sources[at + index], name, settings[index], made.stamps, index),
    )
      ? stored
      : null;
  }
}

const settingsOf = ({ settings }: CorpusFile) => (settings ? JSON.stringify(settings) : 'null');

function isAsItWas(
  source: Source | undefined,
  name: string,
  settings: string | undefined,
  stamps: Float64Array,
  index: number,
): boolean {
  if (source === undefined || !('path' in source)) return false;
  if (resolve(source.path) !== name || settingsOf(source) !== settings) return false;
  return stampOf(source.path).every((number, at) => number === stamps[index * STAMP_NUMBERS + at]);
}

const isEqual = (a: Stamp, b: Stamp) => a.length === b.length && a.every((number, at) => number === b[at]);

function stampOf(path: string): Stamp {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? [stat.size, stat.mtimeMs, stat.ctimeMs] : [];
}
