import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SEEDS = new URL('../seeds/', import.meta.url);

/** The lines of the sample corpus: the stock that texts of any length are drawn from. */
export const SAMPLE_LINES: readonly string[] = readdirSync(fileURLToPath(SEEDS))
  .filter((file) => file.endsWith('.txt'))
  .flatMap((file) => readFileSync(new URL(file, SEEDS), 'utf8').split('\n'))
  .filter((line) => line.length > 60);
