import type { AddReport } from '../../worker/analysis-messages.ts';
import { messages } from '../i18n/locale.ts';
import type { fault } from './own-state.ts';

/** Why something did not work, in the language of the page as far as it has words for it. */
export function faultWords({ message, code }: NonNullable<typeof fault.value>): string {
  const o = messages.value.own;
  return code === null ? o.failed(message) : o.faults[code];
}

/** What came of adding documents, in a sentence or two. */
export function reportWords({ added, cancelled, stopped, files, refusals }: AddReport): string {
  const o = messages.value.own;
  const there = refusals.filter(({ notice }) => notice.code === 'already-there').length;
  const head = stopped
    ? stopped === 'full'
      ? o.addedUntilFull(added, files)
      : `${o.faults[stopped]} ${added > 0 ? o.added(added) : o.nothingAdded}`
    : cancelled
      ? added > 0
        ? o.cancelledAfter(added)
        : o.cancelledNone
      : added > 0
        ? o.added(added)
        : o.nothingAdded;
  return there > 0 ? `${head} ${o.alreadyThere(there)}` : head;
}
