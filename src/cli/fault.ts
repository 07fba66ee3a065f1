import { UsageError } from './usage-error.ts';

/** What the system refuses in everyday life, and what to do then. What is not listed is a fault of ours. */
const REFUSALS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not do that there: choose another place, or change its permissions',
  EPERM: 'this user may not do that there: choose another place, or change its permissions',
  EROFS: 'nothing can be written there: choose another place',
  ENOSPC: 'the disk is full: make room and try again',
  EDQUOT: 'the quota of this user is used up: make room and try again',
  EFBIG: 'files of this size cannot be written there: choose another place',
  ENOTDIR: 'a part of this path is a file and no folder: choose another place',
  ENAMETOOLONG: 'the name is too long: choose a shorter one',
  EMFILE: 'too many files are open: raise the limit ("ulimit -n") and try again',
  ENFILE: 'too many files are open: try again when other programs have ended',
  EIO: 'the disk does not answer as it should',
  EBUSY: 'another program holds it: try again when that has ended',
};

/** Says what went wrong in a line, or, where the program is to blame, with all that helps to mend it. Gives the exit code. */
export function tellFault(error: unknown): number {
  const line = lineOf(error);
  if (line !== null) {
    process.stderr.write(`mawdi: ${line}\n`);
    return error instanceof UsageError || isBadOption(error) ? 2 : 1;
  }
  process.stderr.write(
    `mawdi: a fault of the program, please report it\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return 70;
}

function lineOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof UsageError) return error.message;
  if (isBadOption(error)) return badOption(error);
  const { code = '', path, syscall } = error as NodeJS.ErrnoException;
  const refusal = Object.hasOwn(REFUSALS, code) ? REFUSALS[code] : undefined;
  return refusal && syscall ? `${path === undefined ? 'the output' : path}: ${refusal} (${code}, ${syscall})` : null;
}

const isBadOption = (error: unknown) => (error as { code?: string })?.code?.startsWith('ERR_PARSE_ARGS') ?? false;

/** What Node says of an option that is not known, without its advice on arguments that begin with a dash. */
function badOption({ message }: Error): string {
  const [command = ''] = process.argv.slice(2);
  return `${message.split('. ')[0]}; "mawdi ${command} --help" lists the options`;
}
