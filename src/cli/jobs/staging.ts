import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../usage-error.ts';

/**
 * A folder beside the target in which the new site is made whole before it takes the old one's place. Its name holds
 * the process that fills it, so that what a killed run left is known and swept away by the next.
 */
export interface Staging {
  readonly target: string;
  readonly folder: string;
  /** Puts the folder in place of the target. */
  commit(): void;
  /** Throws the folder away; the target stays as it was. */
  discard(): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const NEW = 'mawdi-new';
const OLD = 'mawdi-old';

export function openStaging(out: string): Staging {
  const target = resolve(out);
  const parent = dirname(target);
  mkdirSync(parent, { recursive: true });
  recover(target);
  if (existsSync(target) && !statSync(target).isDirectory()) throw new UsageError(`${out} is a file: choose a folder`);
  const folder = join(parent, `.${basename(target)}.${NEW}-${process.pid}`);
  const old = join(parent, `.${basename(target)}.${OLD}-${process.pid}`);
  mkdirSync(folder);
  const interrupted = (signal: NodeJS.Signals) => process.exit(signal === 'SIGINT' ? 130 : 143);
  const forget = () => {
    process.removeListener('exit', discard);
    for (const signal of SIGNALS) process.removeListener(signal, interrupted);
  };
  const discard = () => {
    forget();
    rmSync(folder, { recursive: true, force: true });
  };
  process.on('exit', discard);
  for (const signal of SIGNALS) process.on(signal, interrupted);
  return {
    target,
    folder,
    commit() {
      // nothing but these two renames lies between the old site and the new; `recover` mends a death between them
      if (existsSync(target)) renameSync(target, old);
      renameSync(folder, target);
      forget();
      rmSync(old, { recursive: true, force: true });
    },
    discard,
  };
}

/** Sweeps away what earlier runs left when they were killed, and puts back an old site that was moved aside. */
export function recover(target: string): void {
  const parent = dirname(target);
  const left = new RegExp(`^\\.${basename(target).replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}\\.(${NEW}|${OLD})-(\\d+)$`);
  for (const name of readdirSync(parent)) {
    const match = left.exec(name);
    if (!match || isAlive(Number(match[2]))) continue;
    const path = join(parent, name);
    if (match[1] === OLD && !existsSync(target)) renameSync(path, target);
    else rmSync(path, { recursive: true, force: true });
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

/** Copies a file or a folder; where an earlier copy is still the same the new one shares its bytes. */
export function copyShared(
  source: string,
  destination: string,
  earlier: string,
  without: ReadonlySet<string> = new Set(),
): void {
  const stat = statSync(source);
  if (stat.isDirectory()) {
    mkdirSync(destination, { recursive: true });
    for (const name of readdirSync(source))
      if (!without.has(name)) copyShared(join(source, name), join(destination, name), join(earlier, name));
    return;
  }
  const before = statSync(earlier, { throwIfNoEntry: false });
  if (
    before?.isFile() &&
    before.size === stat.size &&
    Math.abs(before.mtimeMs - stat.mtimeMs) < 1 &&
    share(earlier, destination)
  )
    return;
  copyFileSync(source, destination);
  utimesSync(destination, stat.atime, stat.mtime);
}

/** Gives a file a second name; false where the file system cannot, or the file is not there. */
export function share(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    return false;
  }
}

/** Carries over what lies in the target and has no new version, for a folder that holds other things than ours. */
export function keepOthers(target: string, folder: string): void {
  if (!existsSync(target)) return;
  for (const name of readdirSync(target))
    if (!existsSync(join(folder, name))) carry(join(target, name), join(folder, name));
}

function carry(from: string, to: string): void {
  const stat = lstatSync(from);
  if (stat.isDirectory()) {
    mkdirSync(to);
    for (const name of readdirSync(from)) carry(join(from, name), join(to, name));
  } else if (!share(from, to)) {
    copyFileSync(from, to);
    utimesSync(to, stat.atime, stat.mtime);
  }
}
