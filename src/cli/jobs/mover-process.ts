/**
 * A process of its own that exchanges a site (`mover.ts` starts it): whoever kills the build, with whatever signal, does
 * not stop it between two of its renames. It is told what to move in one line, and does nothing when that is cut short.
 */
import { exchange, type Moves } from './exchange.ts';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
let told = '';
process.stdin.setEncoding('utf8');
process.stdin.on('data', (chunk) => {
  told += chunk;
});
process.stdin.on('end', () => {
  if (told.endsWith('\n')) exchange(JSON.parse(told) as Moves);
});
