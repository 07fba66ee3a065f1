import { analyseCommand } from './analyse.ts';
import { buildCommand } from './build.ts';
import type { Command } from './command.ts';
import { evaluateCommand } from './evaluate.ts';
import { explainCommand } from './explain.ts';
import { formatsCommand } from './formats.ts';
import { gazetteerCommand } from './gazetteer.ts';
import { serveCommand } from './serve.ts';

/** All commands, in the order of the overview. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  analyse: analyseCommand,
  build: buildCommand,
  serve: serveCommand,
  evaluate: evaluateCommand,
  explain: explainCommand,
  gazetteer: gazetteerCommand,
  formats: formatsCommand,
};
