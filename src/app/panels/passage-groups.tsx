import { useSignal } from '@preact/signals';
import { messages } from '../i18n/locale.ts';
import { columns } from '../state/counts.ts';
import type { PassageGroup } from '../state/group-passages.ts';
import { DocumentLine, Passage } from './passage.tsx';

/** Passages that stand there at first, and so many more at a time. */
const SHOWN = 30;

/** Passages under the documents that they are of, some at a time. */
export function PassageGroups({ groups }: { readonly groups: readonly PassageGroup[] }) {
  const t = messages.value;
  const shown = useSignal(SHOWN);
  const table = columns.value;
  if (!table) return null;
  return (
    <>
      {groups.slice(0, shown.value).map((group, at) => (
        <div class="passage-group" key={group.rows[0]}>
          {group.document !== groups[at - 1]?.document && (
            <DocumentLine document={group.document} mention={table.mentions.start[group.rows[0]!]} />
          )}
          <Passage {...group} />
        </div>
      ))}
      {groups.length > shown.value && (
        <button type="button" class="text-button" onClick={() => (shown.value += SHOWN)}>
          {t.showMore(groups.length - shown.value)}
        </button>
      )}
    </>
  );
}
