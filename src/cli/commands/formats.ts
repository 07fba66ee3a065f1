import { parseArgs } from 'node:util';
import { FORMATS } from '../../formats/readers.ts';
import type { Command } from './command.ts';

/** What comes out, and where. */
const OUT: readonly (readonly [name: string, summary: string])[] = [
  ['jsonl', 'an analysis a line: "mawdi analyse" (schema: mawdi/schemas/analysis.json)'],
  [
    'geojson',
    'layers of places, mentions and events, RFC 7946: SITE/data after "mawdi build"; the explorer for what its filters leave',
  ],
  ['csv', 'mentions and events a row: the explorer'],
  ['kml', 'places and events for Google Earth and its like: the explorer'],
  ['jsonld', 'Linked Places: the explorer'],
  ['png', 'the map as a picture: the explorer'],
];

export const formatsCommand: Command = {
  help: `mawdi formats [--json]

Lists the formats of documents that are read and those that are written.

  --json   as JSON

Exit codes: 0; 2 the call was wrong.

Example: mawdi formats
`,
  run(words) {
    const { values } = parseArgs({ args: words, options: { json: { type: 'boolean' } } });
    const read = FORMATS.map(({ name, summary, extensions, mediaTypes, maxBytes }) => ({
      name,
      summary,
      extensions,
      mediaTypes,
      maxBytes,
    }));
    if (values.json) {
      const written = OUT.map(([name, summary]) => ({ name, summary }));
      process.stdout.write(`${JSON.stringify({ read, written }, null, 2)}\n`);
      return 0;
    }
    const lines = [
      'Read:',
      ...read.map(({ extensions, summary }) => `  ${extensions.join(' ').padEnd(18)}${summary}`),
      `  ${'https://…'.padEnd(18)}a file of these kinds at a web address ("mawdi analyse" only)`,
      '',
      'Written:',
      ...OUT.map(([name, summary]) => `  ${name.padEnd(18)}${summary}`),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
    return 0;
  },
};
