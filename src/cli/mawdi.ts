#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { COMMANDS } from './commands/commands.ts';
import { UsageError } from './usage-error.ts';

/** Exit codes: 0 all well, 1 some document could not be read or a check failed, 2 the call was wrong, 70 a fault of ours, 130 interrupted. */
async function main(): Promise<number> {
  const [name, ...rest] = process.argv.slice(2);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const asked = rest[0] !== undefined && Object.hasOwn(COMMANDS, rest[0]) ? COMMANDS[rest[0]] : undefined;
    process.stdout.write(asked ? (await asked.load()).help : overview());
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === '-v') {
    process.stdout.write(`${version()}\n`);
    return 0;
  }
  const listed = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!listed) throw new UsageError(`unknown command "${name}"; "mawdi --help" lists the commands`);
  const command = await listed.load();
  const options = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest;
  if (options.includes('--help') || options.includes('-h')) {
    process.stdout.write(command.help);
    return 0;
  }
  if (options.includes('--version')) {
    process.stdout.write(`${version()}\n`);
    return 0;
  }
  return command.run(rest);
}

function overview(): string {
  const lines = Object.entries(COMMANDS).map(([name, command]) => `  ${name.padEnd(12)}${command.summary}`);
  return `mawdi: a geographic explorer for documents

Usage: mawdi COMMAND [ARGUMENTS]

${lines.join('\n')}

  --help      this, or "mawdi COMMAND --help" for all that a command takes
  --version   the version of this program

Examples:
  mawdi build my-articles --out my-site     a site of your documents, for any static host
  mawdi serve my-site                       look at it
  mawdi analyse article.html                what is found in it, as JSON
  mawdi gazetteer find باكو                  what a name can mean

Exit codes: 0 all well; 1 some document could not be read or a check failed; 2 the call was wrong; 70 a fault of the
program; 130 interrupted.
`;
}

/** What Node says of an option that is not known, without its advice on arguments that begin with a dash. */
function badOption({ message }: Error): string {
  const [command = ''] = process.argv.slice(2);
  return `${message.split('. ')[0]}; "mawdi ${command} --help" lists the options`;
}

function version(): string {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof UsageError || (error as { code?: string })?.code?.startsWith('ERR_PARSE_ARGS')) {
      process.stderr.write(`mawdi: ${error instanceof UsageError ? error.message : badOption(error as Error)}\n`);
      process.exitCode = 2;
    } else {
      process.stderr.write(
        `mawdi: a fault of the program, please report it\n${error instanceof Error ? error.stack : String(error)}\n`,
      );
      process.exitCode = 70;
    }
  },
);
