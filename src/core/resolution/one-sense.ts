import type { Judgement } from './judgement.ts';

/** One name means one place in a document, unless the text itself says otherwise at a mention (a kind word, a container). */
export function oneSense(judgements: Judgement[]): Judgement[] {
  const belief = new Map<string, Map<number, number>>();
  for (const { proposal, ranked, accepted } of judgements) {
    if (!accepted) continue;
    const key = `${proposal.match === 'people' ? '@' : ''}${proposal.folded}`;
    const sums = belief.get(key) ?? new Map<number, number>();
    for (const item of ranked) sums.set(item.place, (sums.get(item.place) ?? 0) + Math.log(item.share + 0.02));
    belief.set(key, sums);
  }
  return judgements.map((judgement) => {
    if (!judgement.accepted || judgement.ranked.length < 2) return judgement;
    const own = judgement.ranked[0];
    // a text is sent from a town
    if (judgement.around.distance || judgement.around.dateline) return judgement;
    if (own?.evidence.some((reason) => /^(?:kind-word|contained-in|list:)/.test(reason))) return judgement;
    const sums = belief.get(`${judgement.proposal.match === 'people' ? '@' : ''}${judgement.proposal.folded}`);
    if (!sums) return judgement;
    const agreed = [...sums].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
    if (agreed === undefined || agreed === own?.place) return judgement;
    const chosen = judgement.ranked.find((item) => item.place === agreed);
    if (!chosen) return judgement;
    const rest = judgement.ranked.filter((item) => item !== chosen);
    return {
      ...judgement,
      ranked: [
        { ...chosen, share: Math.max(chosen.share, 0.6), evidence: [...chosen.evidence, 'same-document'] },
        ...rest,
      ],
    };
  });
}
