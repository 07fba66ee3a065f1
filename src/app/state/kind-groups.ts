import { EVENT_KINDS, type EventKind } from '../../core/model/event.ts';

/** The eleven shapes that events are drawn with, in stacking order (bottom of the timeline first), and the kinds that each stands for. */
export const KIND_GROUPS = {
  attack: ['offensive', 'shelling', 'attack'],
  casualties: ['casualties', 'landmine'],
  displacement: ['displacement'],
  blockade: ['blockade', 'sanction'],
  ceasefire: ['ceasefire', 'ceasefire-violation', 'agreement'],
  talks: ['negotiation', 'visit'],
  words: ['statement', 'accusation', 'demand', 'threat'],
  aid: ['aid', 'accountability'],
  prisoners: ['prisoners', 'detention'],
  status: ['political-status', 'territorial-change', 'election'],
  other: ['protest', 'disaster', 'accident', 'other'],
} as const satisfies Record<string, readonly EventKind[]>;

export type KindGroup = keyof typeof KIND_GROUPS;

export const GROUP_IDS = Object.keys(KIND_GROUPS) as readonly KindGroup[];
export const KIND_IDS = Object.keys(EVENT_KINDS) as readonly EventKind[];

const GROUP_OF = new Map<string, KindGroup>(
  GROUP_IDS.flatMap((group) => KIND_GROUPS[group].map((kind): [string, KindGroup] => [kind, group])),
);

/** The group of a kind; kinds that a corpus adds are drawn as `other`. */
export function groupOf(kind: string): KindGroup {
  return GROUP_OF.get(kind) ?? 'other';
}

/** Index of the kind's group in `GROUP_IDS`: the bit that `placeEventKinds` sets for it. */
export function groupIndexOf(kind: string): number {
  return GROUP_IDS.indexOf(groupOf(kind));
}
