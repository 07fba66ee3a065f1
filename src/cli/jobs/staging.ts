import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  statSync,
  utimesSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from '../usage-error.ts';
import { finishExchanges, newFolder } from './exchange.ts';
import { type Mover, startMover } from './mover.ts';

/** Which files of a site are exchanged when, and which of those that lie there already belong to it. */
export interface Exchange {
  /** Those that the site is read from, exchanged after all others, in this order: the first of them makes the site the new one. */
  readonly last: readonly string[];
  /** Folders (`data/`) that hold nothing but what builds wrote: what the new site does not have is taken away. */
  readonly owned: readonly string[];
}

/**
 * A folder beside the target in which what is new of a site is made before it is moved to its place. Files that a site
 * is made of have their content in their name, so that new ones never stand in the way of the old; `last` are the few
 * that have not. A process of its own moves them: a run that is killed at any moment leaves the old site or the new one,
 * every file of it. The folder's name holds the process that fills it, so that what a killed run left is known: the next
 * one sweeps the folder away, or finishes the exchange where the power failed in it.
 */
export interface Staging {
  readonly target: string;
  readonly folder: string;
  /** Where a file of the new site lies now: new in the folder, or in the target as it was. */
  pathOf(name: string): string;
  /** Takes over a file of the target as it is. */
  keep(name: string): void;
  /** The files of the new site. */
  files(): string[];
  /** Moves what is new to its place. */
  commit(exchange: Exchange): Promise<void>;
  /** Throws the folder away; the target stays as it was. What was handed over to be exchanged is left to the mover, or to the next run. */
  discard(): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** `openMover` starts what exchanges the site, when there is one to exchange. */
export function openStaging(out: string, openMover: () => Mover = startMover): Staging {
  const target = resolve(out);
  if (existsSync(target) && !statSync(target).isDirectory()) throw new UsageError(`${out} is a file: choose a folder`);
  makeFolder(dirname(target), out);
  finishExchanges(target);
  const folder = newFolder(target);
  makeFolder(folder, out);
  const isFirst = isEmpty(target);
  const mover = isFirst ? null : openMover();
  let isHandedOver = false;
  const kept = new Set<string>();
  const interrupted = (signal: NodeJS.Signals) => process.exit(signal === 'SIGINT' ? 130 : 143);
  const forget = () => {
    process.removeListener('exit', discard);
    for (const signal of SIGNALS) process.removeListener(signal, interrupted);
  };
  const discard = () => {
    forget();
    mover?.dismiss();
    if (!isHandedOver) rmSync(folder, { recursive: true, force: true });
  };
  process.on('exit', discard);
  for (const signal of SIGNALS) process.on(signal, interrupted);
  return {
    target,
    folder,
    pathOf: (name) => join(kept.has(name) ? target : folder, name),
    keep: (name) => {
      kept.add(name);
    },
    files: () => [...kept, ...listFiles(folder)],
    async commit({ last, owned }) {
      const made = listFiles(folder);
      if (isFirst && isEmpty(target)) {
        if (existsSync(target)) rmdirSync(target);
        renameSync(folder, target);
        forget();
        return;
      }
      const site = new Set([...made, ...kept]);
      const late = new Set(last);
      const names = [...made.filter((name) => !late.has(name)), ...last.filter((name) => made.includes(name))];
      let moved: Promise<void> | null = null;
      if (names.length > 0) {
        isHandedOver = true;
        moved = (mover ?? openMover()).move({ folder, target, names });
      }
      // what comes while this is listed belongs to the new site
      const left = owned.flatMap((name) =>
        listFiles(join(target, name)).flatMap((file) => (site.has(name + file) ? [] : [name + file])),
      );
      await moved;
      for (const path of left) rmSync(join(target, path), { force: true });
      discard();
    },
    discard,
  };
}

function makeFolder(folder: string, out: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`--out ${out}: no folder can be made there (${code}): choose another place`);
  }
}

const isEmpty = (folder: string) => !existsSync(folder) || readdirSync(folder).length === 0;

/** The files under a folder, with `/` between the parts of their names; none where there is no folder. */
export function listFiles(folder: string): string[] {
  const found: string[] = [];
  const walk = (path: string, before: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true }))
      if (entry.isDirectory()) walk(join(path, entry.name), `${before}${entry.name}/`);
      else found.push(before + entry.name);
  };
  if (existsSync(folder)) walk(folder, '');
  return found;
}

/** Puts a folder of ours into the site under a name (`data/base/`, or nothing): what lies there already as it is stays. */
export function stageFolder(staging: Staging, source: string, name: string, without = /^$/): void {
  for (const file of listFiles(source)) {
    if (without.test(file)) continue;
    const path = name + file;
    const stat = statSync(join(source, file));
    const before = statSync(join(staging.target, path), { throwIfNoEntry: false });
    if (before && isSame(before, stat)) {
      staging.keep(path);
      continue;
    }
    const copy = join(staging.folder, path);
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(join(source, file), copy);
    utimesSync(copy, stat.atime, stat.mtime);
  }
}

const isSame = (a: Stats, b: Stats) => a.isFile() && a.size === b.size && Math.abs(a.mtimeMs - b.mtimeMs) < 1;
