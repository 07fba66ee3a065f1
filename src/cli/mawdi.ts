#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { COMMANDS } from './commands/commands.ts';
import { tellFault } from './fault.ts';
import { UsageError } from './usage-error.ts';

/** Gives the exit code, as `overview` lists them. */
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

Exit codes: 0 all well; 1 some document could not be read, some file not be written, or a check failed; 2 the call was
wrong; 70 a fault of the program; 130 interrupted.
`;
}

function version(): string {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // whoever read us has seen enough
  process.exit(error.code === 'EPIPE' ? 0 : tellFault(error));
});

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.exitCode = tellFault(error);
  },
);
