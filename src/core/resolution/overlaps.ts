import type { Judgement } from './judgement.ts';

/** A proposal is accepted from this probability on: the point of best F1 on the development texts. */
const ACCEPT = 0.5;

/** Longer proposals first, then likelier ones; what overlaps an accepted one is dropped. */
export function withoutOverlaps(judged: Judgement[]): Judgement[] {
  const order = judged
    .map((_, index) => index)
    .filter((index) => (judged[index]?.isPlace ?? 0) >= ACCEPT)
    .sort((x, y) => {
      const a = judged[x] as Judgement;
      const b = judged[y] as Judgement;
      const words = b.proposal.lastToken - b.proposal.firstToken - (a.proposal.lastToken - a.proposal.firstToken);
      const names = Number(a.proposal.match === 'people') - Number(b.proposal.match === 'people');
      return words || a.proposal.skipped - b.proposal.skipped || names || b.isPlace - a.isPlace || x - y;
    });
  const taken = new Set<number>();
  const accepted = new Set<number>();
  for (const index of order) {
    const { proposal } = judged[index] as Judgement;
    let free = true;
    for (let token = proposal.firstToken; token < proposal.lastToken && free; token++) free = !taken.has(token);
    if (!free) continue;
    for (let token = proposal.firstToken; token < proposal.lastToken; token++) taken.add(token);
    accepted.add(index);
  }
  return judged.map((judgement, index) => (accepted.has(index) ? { ...judgement, accepted: true } : judgement));
}
