import type { EventRules } from '../languages/event-rules.ts';
import type { EventKind, Factuality } from '../model/event.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import { isHarm } from './families.ts';
import { type Hit, isHard, signOf } from './hit.ts';

/** Triggers of one passage that tell one happening. */
export interface Happening {
  kind: EventKind;
  factuality: Factuality;
  plover: string | null | undefined;
  readonly hits: Hit[];
  /** Index of the claim that covers it, -1 for the article's voice. */
  readonly claim: number;
}

export interface Told {
  readonly hit: Hit;
  readonly factuality: Factuality;
  readonly claim: number;
}

/** Kinds that say how people were hurt, more telling first. */
/** What people were killed in tells the kind when it is a deed or a mishap; of shelling, a disaster or a war the toll is the news. */
const CAUSE_RANK: Partial<Record<EventKind, number>> = {
  landmine: 6,
  accident: 5,
  casualties: 3,
  attack: 2,
  shelling: 2,
  disaster: 2,
  offensive: 1,
};
const REACH = 30;

/** Joins the triggers that tell one happening: killed in an attack, a strike that left wounded, a raid and its shots. */
export function mergeHits(text: TokenisedText, told: readonly Told[], rules: EventRules): Happening[] {
  const happenings: Happening[] = [];
  let last: Happening | null = null;
  for (const { hit, factuality, claim } of told) {
    let joined = false;
    // "this war": the one told before in the passage
    if (rules.context.pointers.has(text.tokens[hit.at - 1]?.folded ?? '')) {
      const meant = happenings.find(
        (happening) => happening.claim === claim && happening.hits.some((one) => one.trigger.kind === hit.trigger.kind),
      );
      if (meant !== undefined) {
        meant.hits.push(hit);
        last = meant;
        continue;
      }
    }
    if (
      last !== null &&
      hit.trigger.weight === 'toll' &&
      last.hits[last.hits.length - 1] !== undefined &&
      hit.at - (last.hits[last.hits.length - 1] as Hit).last <= 8 &&
      last.claim === claim
    ) {
      last.hits.push(hit);
      continue;
    }
    last = null;
    for (let index = happenings.length - 1; index >= 0 && index >= happenings.length - 3; index--) {
      const happening = happenings[index] as Happening;
      const previous = happening.hits[happening.hits.length - 1] as Hit;
      if (happening.claim !== claim || hit.at - previous.last > REACH) continue;
      if (!together(text, happening, previous, hit, factuality, rules, index === happenings.length - 1)) continue;
      happening.hits.push(hit);
      const before = CAUSE_RANK[happening.kind] ?? 0;
      const now = CAUSE_RANK[hit.trigger.kind] ?? 0;
      if (isHarm(happening.kind) && isHarm(hit.trigger.kind)) {
        const instrument = instrumentBefore(text, previous, hit, rules);
        if (hit.trigger.kind === 'offensive' && happening.kind === 'casualties' && instrument)
          happening.kind = 'casualties';
        else if (
          hit.trigger.weight === 'toll' &&
          happening.hits.every((one) => one === hit || one.trigger.weight === 'background') &&
          happening.kind === 'offensive' &&
          !isWar(happening.hits[0], rules) &&
          causedBefore(text, happening.hits[0], rules)
        )
          happening.kind = 'casualties';
        else if (
          hit.trigger.kind === 'disaster' &&
          happening.kind === 'casualties' &&
          instrument &&
          happening.hits[0]?.use.form === 'verb'
        )
          happening.kind = 'disaster';
        else if (happening.kind === 'casualties' && now > before) happening.kind = hit.trigger.kind;
        else if (instrument && now > before) happening.kind = hit.trigger.kind;
      }
      if (happening.factuality !== 'reported' && factuality === 'reported' && happening.kind === hit.trigger.kind)
        happening.factuality = factuality;
      joined = true;
      break;
    }
    if (!joined)
      happenings.push({ kind: hit.trigger.kind, factuality, plover: hit.trigger.plover, hits: [hit], claim });
  }
  return happenings;
}

/** A war is a happening; a conflict or dispute that cost lives is told for its toll. */
const isWar = (hit: Hit | undefined, rules: EventRules): boolean =>
  hit !== undefined && rules.context.wars.has(hit.trigger.lemma);

const causedBefore = (text: TokenisedText, hit: Hit | undefined, rules: EventRules): boolean =>
  hit !== undefined &&
  rules.causes.find(text.tokens[hit.at - 1]?.folded ?? '').some((found) => found.use.form === 'verb');

function instrumentBefore(text: TokenisedText, from: Hit, hit: Hit, rules: EventRules): boolean {
  if (hit.use.preposition !== '' && rules.instruments.has(hit.use.preposition)) return true;
  for (let look = hit.at - 1; look >= from.last && look >= hit.at - 3; look--) {
    const token = text.tokens[look];
    if (token?.type === 'word' && rules.instruments.has(token.folded)) return true;
    if (signOf(text, look) === '،') break;
  }
  return false;
}

function between(
  text: TokenisedText,
  from: number,
  to: number,
  test: (folded: string, at: number) => boolean,
): boolean {
  for (let at = from; at < to; at++) {
    const token = text.tokens[at];
    if (token?.type === 'word' && test(token.folded, at)) return true;
  }
  return false;
}

function together(
  text: TokenisedText,
  happening: Happening,
  last: Hit,
  hit: Hit,
  factuality: Factuality,
  rules: EventRules,
  latest: boolean,
): boolean {
  for (let at = last.last; at < hit.at; at++) if (isHard(text, at) && signOf(text, at) !== ':') return false;
  const same = happening.kind === hit.trigger.kind;
  if (!same && !(isHarm(happening.kind) && isHarm(hit.trigger.kind))) {
    // "a breach of the ceasefire signed in November": the ceasefire is dated by itself
    if (rules.speech.shapes.passive(text.tokens[hit.last]?.folded ?? '')) return false;
    return nested(happening.kind, hit.trigger.kind) && hit.at - last.last <= 8 && factuality === happening.factuality;
  }
  if (factuality === 'negated' || happening.factuality === 'negated') return same && hit.at - last.last <= 3;
  // "meanwhile" begins another happening
  if (between(text, last.last, hit.at, (folded) => rules.speech.breaks.has(folded) && !rules.pluperfect.has(folded)))
    return false;
  // done in answer to it: another deed
  if (between(text, last.last, hit.at, (folded) => rules.context.answers.has(folded))) return false;
  const distance = hit.at - last.last;
  const toll = hit.trigger.weight === 'toll';
  const hadToll = happening.hits.some((one) => one.trigger.weight === 'toll');
  if (toll && hadToll && happening.kind !== 'offensive') return true;
  if (toll)
    return (
      distance <= 12 ||
      between(text, last.last, hit.at, (folded) => rules.causes.find(folded).some((found) => found.use.form === 'verb'))
    );
  if (hadToll) return instrumentBefore(text, last, hit, rules) || distance <= 6;
  // two finite verbs tell two deeds: lost and won back
  if (
    same &&
    hit.use.form === 'verb' &&
    last.use.form === 'verb' &&
    hit.trigger.lemma !== last.trigger.lemma &&
    happening.kind === 'territorial-change'
  )
    return false;
  if (same) return distance <= 10 || (latest && instrumentBefore(text, last, hit, rules));
  // shelling and shots; a raid in an operation
  return distance <= 5 || instrumentBefore(text, last, hit, rules);
}

/** Kinds of which the second only repeats or completes the first: talks held for a ceasefire are talks. */
function nested(first: EventKind, second: EventKind): boolean {
  return (
    (first === 'ceasefire-violation' && second === 'ceasefire') ||
    (first === 'ceasefire' && second === 'agreement') ||
    (first === 'agreement' && second === 'ceasefire') ||
    (first === 'negotiation' && (second === 'agreement' || second === 'visit')) ||
    (first === 'visit' && second === 'negotiation') ||
    (first === 'sanction' && second === 'blockade') ||
    (first === 'accountability' && second === 'detention') ||
    (first === 'protest' && second === 'demand')
  );
}
