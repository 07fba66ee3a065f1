import type { Command } from './command.ts';

/** A command of `mawdi` as the overview tells it; what it does is loaded when it is called. */
interface Listed {
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** All commands, in the order of the overview. */
export const COMMANDS: Readonly<Record<string, Listed>> = {
  analyse: {
    summary: 'read documents and write what is found, one JSON object a line',
    load: async () => (await import('./analyse.ts')).analyseCommand,
  },
  build: {
    summary: 'turn a folder of documents into a site',
    load: async () => (await import('./build.ts')).buildCommand,
  },
  serve: {
    summary: 'show a site, or a folder of documents, at an address of this machine',
    load: async () => (await import('./serve.ts')).serveCommand,
  },
  evaluate: {
    summary: 'score the pipeline against gold annotations',
    load: async () => (await import('./evaluate.ts')).evaluateCommand,
  },
  explain: {
    summary: 'say why a stretch of text is, or is not, a place, a date, an event',
    load: async () => (await import('./explain.ts')).explainCommand,
  },
  gazetteer: {
    summary: 'compile, check and ask the gazetteer',
    load: async () => (await import('./gazetteer.ts')).gazetteerCommand,
  },
  formats: {
    summary: 'list the formats of documents that are read, and those that are written',
    load: async () => (await import('./formats.ts')).formatsCommand,
  },
};
