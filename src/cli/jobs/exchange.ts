import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What a folder beside a site is called in which a new one is made: with the number of the process that fills it. */
export const newFolder = (target: string) => join(dirname(target), `.${basename(target)}.${NEW}-${process.pid}`);
const NEW = 'mawdi-new';
/** Lists what an exchange moves, in order. While it lies in the folder, the exchange is begun and must be finished. */
const BEGUN = '.mawdi-exchange';
/** How long a run waits for an exchange that another's mover is at; it takes some milliseconds. */
const PATIENCE_MS = 10_000;

/** What is moved from a new folder to a site, in order. */
export interface Moves {
  readonly folder: string;
  readonly target: string;
  readonly names: readonly string[];
}

interface Begun {
  /** The process that moves. */
  readonly pid: number;
  readonly names: readonly string[];
}

/** Moves what is new to its place. What is to be moved is written down first, so that a death on the way can be mended. */
export function exchange({ folder, target, names }: Moves): void {
  const begun: Begun = { pid: process.pid, names };
  writeFileSync(join(folder, `${BEGUN}.new`), JSON.stringify(begun));
  renameSync(join(folder, `${BEGUN}.new`), join(folder, BEGUN));
  move(names, folder, target);
  rmSync(join(folder, BEGUN));
  rmSync(folder, { recursive: true, force: true });
}

/** Whether an exchange out of this folder was begun and not finished. */
export const isBegun = (folder: string) => existsSync(join(folder, BEGUN));

function move(names: readonly string[], from: string, to: string): void {
  const folders = new Set<string>();
  for (const name of names) {
    const place = dirname(join(to, name));
    if (!folders.has(place)) mkdirSync(place, { recursive: true });
    folders.add(place);
    renameSync(join(from, name), join(to, name));
  }
}

/** Finishes the exchanges of a site that were begun and cut short, and sweeps away what was never begun by runs that were killed. */
export function finishExchanges(target: string): void {
  const parent = dirname(target);
  const left = new RegExp(`^\\.${basename(target).replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}\\.${NEW}-(\\d+)$`);
  for (const name of readable(parent)) {
    const match = left.exec(name);
    if (!match || isAlive(Number(match[1]))) continue;
    const folder = join(parent, name);
    const begun = readBegun(folder);
    if (begun) finish(begun, folder, target);
    rmSync(folder, { recursive: true, force: true });
  }
}

function finish({ pid, names }: Begun, folder: string, target: string): void {
  const deadline = Date.now() + PATIENCE_MS;
  while (isAlive(pid) && isBegun(folder) && Date.now() < deadline) sleep(5);
  if (!isBegun(folder)) return;
  const { mtimeMs } = statSync(join(folder, BEGUN));
  // a number that another process had for a while hid the folder, and a later build has passed it
  const isPassed = names.some(
    (file) => (statSync(join(target, file), { throwIfNoEntry: false })?.mtimeMs ?? 0) > mtimeMs,
  );
  const left = isPassed ? [] : names.filter((file) => existsSync(join(folder, file)));
  move(left, folder, target);
}

function readBegun(folder: string): Begun | null {
  return isBegun(folder) ? (JSON.parse(readFileSync(join(folder, BEGUN), 'utf8')) as Begun) : null;
}

const sleep = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

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
