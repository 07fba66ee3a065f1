import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../usage-error.ts';

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
 * that have not. A run that is killed at any moment leaves the old site or the new one. The folder's name holds the
 * process that fills it, so that what a killed run left is known: the next one finishes the exchange if it was begun,
 * and else sweeps the folder away.
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
  commit(exchange: Exchange): void;
  /** Throws the folder away; the target stays as it was. An exchange that failed on its way is left for the next run to finish. */
  discard(): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const NEW = 'mawdi-new';
/** Lists what an exchange moves, in order. While it lies in the folder, the exchange is begun and must be finished. */
const BEGUN = '.mawdi-exchange';

export function openStaging(out: string): Staging {
  const target = resolve(out);
  const parent = dirname(target);
  mkdirSync(parent, { recursive: true });
  finishExchanges(target);
  if (existsSync(target) && !statSync(target).isDirectory()) throw new UsageError(`${out} is a file: choose a folder`);
  const folder = join(parent, `.${basename(target)}.${NEW}-${process.pid}`);
  mkdirSync(folder);
  const kept = new Set<string>();
  const interrupted = (signal: NodeJS.Signals) => process.exit(signal === 'SIGINT' ? 130 : 143);
  const forget = () => {
    process.removeListener('exit', discard);
    for (const signal of SIGNALS) process.removeListener(signal, interrupted);
  };
  const discard = () => {
    forget();
    if (!existsSync(join(folder, BEGUN))) rmSync(folder, { recursive: true, force: true });
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
    commit({ last, owned }) {
      const made = listFiles(folder);
      if (kept.size === 0 && isEmpty(target)) {
        if (existsSync(target)) rmdirSync(target);
        renameSync(folder, target);
        forget();
        return;
      }
      const site = new Set([...made, ...kept]);
      const late = new Set(last);
      const moves = [...made.filter((name) => !late.has(name)), ...last.filter((name) => made.includes(name))];
      writeFileSync(join(folder, `${BEGUN}.new`), JSON.stringify(moves));
      renameSync(join(folder, `${BEGUN}.new`), join(folder, BEGUN));
      move(moves, folder, target);
      rmSync(join(folder, BEGUN));
      for (const name of owned) {
        for (const file of listFiles(join(target, name))) {
          const path = `${name}${file}`;
          if (!site.has(path)) rmSync(join(target, path), { force: true });
        }
      }
      discard();
    },
    discard,
  };
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

function move(names: readonly string[], from: string, to: string): void {
  const folders = new Set<string>();
  for (const name of names) {
    const place = dirname(join(to, name));
    if (!folders.has(place)) mkdirSync(place, { recursive: true });
    folders.add(place);
    renameSync(join(from, name), join(to, name));
  }
}

/** Finishes the exchanges of a site that were begun by runs that were killed, and sweeps away what was never begun. */
export function finishExchanges(target: string): void {
  const parent = dirname(target);
  const left = new RegExp(`^\\.${basename(target).replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}\\.${NEW}-(\\d+)$`);
  for (const name of readable(parent)) {
    const match = left.exec(name);
    if (!match || isAlive(Number(match[1]))) continue;
    const folder = join(parent, name);
    const begun = join(folder, BEGUN);
    if (existsSync(begun)) {
      const { mtimeMs } = statSync(begun);
      const moves = JSON.parse(readFileSync(begun, 'utf8')) as string[];
      // a number that another process had for a while hid the folder, and a later build has passed it
      const passed = moves.some(
        (file) => (statSync(join(target, file), { throwIfNoEntry: false })?.mtimeMs ?? 0) > mtimeMs,
      );
      const left = passed ? [] : moves.filter((file) => existsSync(join(folder, file)));
      move(left, folder, target);
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The names in a folder; none where they may not be listed: a site can lie in such a one. */
function readable(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Whether another process of this number runs; our own number on an old folder belonged to somebody before us. */
export function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Puts a folder of ours into the site under a name (`data/base/`, or nothing): what lies there already as it is stays. */
export function stageFolder(staging: Staging, source: string, name: string, without: RegExp): void {
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
