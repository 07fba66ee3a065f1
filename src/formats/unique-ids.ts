import type { Notice } from '../core/model/notice.ts';

/** Gives each document of a corpus an id of its own, in order; one whose id stands already gets a number and a notice that says so. */
export function uniqueIds(): (id: string) => { id: string; notices: Notice[] } {
  const given = new Set<string>();
  const counts = new Map<string, number>();
  return (id) => {
    let unique = id;
    while (given.has(unique)) {
      const count = (counts.get(id) ?? 1) + 1;
      counts.set(id, count);
      unique = `${id}-${count}`;
    }
    given.add(unique);
    if (unique === id) return { id, notices: [] };
    return {
      id: unique,
      notices: [
        {
          code: 'duplicate-id',
          severity: 'warning',
          message: `The id "${id}" stands already in this corpus; this document is called "${unique}".`,
        },
      ],
    };
  };
}
