import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** The built command line where there is one (`npm test` builds first): a third of the time. From source otherwise. */
const BUILT = join(root, 'dist/cli/mawdi.js');
const SOURCE = ['--import', join(root, 'node_modules/tsx/dist/loader.mjs'), join(root, 'src/cli/mawdi.ts')];
const COMMAND = existsSync(BUILT) ? [BUILT] : SOURCE;

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output, parsed line by line; throws where a line is not JSON. */
  readonly lines: readonly Line[];
}

/** What the tests look at in a line of `mawdi analyse`. */
export interface Line {
  readonly id: string;
  readonly lang: string;
  readonly date: string | null;
  readonly dateBasis: string;
  readonly mentions: readonly {
    readonly start: number;
    readonly end: number;
    readonly surface: string;
    readonly placeId: string | null;
  }[];
  readonly dates: readonly {
    readonly start: number;
    readonly end: number;
    readonly surface: string;
    readonly edtf: string | null;
  }[];
  readonly events: readonly { readonly id: string }[];
  readonly notices: readonly { readonly code: string; readonly severity: string; readonly message: string }[];
}

/** A folder of its own for each call; `removeFolders` clears them away. */
export function freshFolder(name = 'mawdi test '): string {
  const folder = mkdtempSync(join(tmpdir(), name));
  folders.push(folder);
  return folder;
}
const folders: string[] = [];

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Starts `mawdi` as a process of its own, in any folder. */
export function startMawdi(
  words: readonly string[],
  options: { cwd?: string; env?: Readonly<Record<string, string>>; stdio: ('pipe' | 'ignore' | 'inherit' | number)[] },
): ChildProcess {
  return spawn(process.execPath, [...COMMAND, ...words], {
    cwd: options.cwd ?? root,
    stdio: options.stdio,
    env: { ...process.env, NODE_OPTIONS: '', ...options.env },
  });
}

/** Runs `mawdi` to its end. Output goes through files, so that its size does not matter. */
export async function mawdi(
  words: readonly string[],
  { input, cwd, env }: { input?: string | Uint8Array; cwd?: string; env?: Readonly<Record<string, string>> } = {},
): Promise<Ran> {
  const folder = freshFolder();
  const out = openSync(join(folder, 'out'), 'w');
  const err = openSync(join(folder, 'err'), 'w');
  const child = startMawdi(words, {
    ...(cwd === undefined ? {} : { cwd }),
    ...(env === undefined ? {} : { env }),
    stdio: [input === undefined ? 'ignore' : 'pipe', out, err],
  });
  if (input !== undefined) {
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  }
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('exit', done);
  });
  closeSync(out);
  closeSync(err);
  const stdout = readFileSync(join(folder, 'out'), 'utf8');
  return {
    code,
    stdout,
    stderr: readFileSync(join(folder, 'err'), 'utf8'),
    get lines() {
      return stdout
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Line);
    },
  };
}
