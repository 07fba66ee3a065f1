import module from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Lets Node (from 22.1 on) keep what it compiles of this program, so that the next start need not. In a folder of the
 * person's own: into the temporary one, Node's choice, others of the same computer could put code of theirs.
 */
export function keepCompiled(): void {
  const { enableCompileCache } = module as { enableCompileCache?: (folder: string) => unknown };
  const home = process.env.MAWDI_HOME ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'mawdi');
  enableCompileCache?.(join(home, 'compiled'));
}
