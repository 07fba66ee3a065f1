import type { Unchanged } from './kept-runs.ts';
import { type Again, type Finished, Line, type SourceEnd, type Work } from './line.ts';
import { Sights } from './sights.ts';
import type { Source } from './sources.ts';

/** Unchanged sources that are given together. */
const AGAIN = 512;

/**
 * Works through sources on several cores and gives what comes of each document in the order of the corpus, whatever is
 * ready first. At most a few documents a core are held at a time. The same for any number of cores.
 */
export async function* workThrough(
  sources: readonly Source[],
  work: Work,
): AsyncGenerator<Finished | SourceEnd | Again> {
  const sights = new Sights(work.kept);
  const plan = sights.plan(sources);
  const line = new Line(plan, work, sights);
  const again: Unchanged[] = [];
  try {
    for (const item of plan) {
      const kept = line.keptOf(item);
      if (kept !== null && line.isEmpty) {
        again.push(line.takeOverAll(kept));
        if (again.length >= AGAIN) yield { again: again.splice(0) };
        continue;
      }
      if (again.length > 0) yield { again: again.splice(0) };
      if (kept !== null) {
        line.wait(kept);
        continue;
      }
      const entering = line.enter(item as Source);
      for (let next = entering.next(); ; ) {
        if (await line.leavesFirst(next)) {
          yield* line.leave(line.underWay - 1);
          continue;
        }
        if ((await next).done) break;
        next = entering.next();
        yield* line.leave();
      }
      yield* line.leave();
    }
    if (again.length > 0) yield { again };
    yield* line.leave(0);
  } finally {
    await line.close();
  }
}
