import type { EventRules, WordUse } from '../languages/event-rules.ts';
import type { Claim } from '../model/claim.ts';
import type { EventKind, Factuality } from '../model/event.ts';
import type { Mention } from '../model/mention.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import type { Cue } from './cue.ts';
import { type Draft, innermost } from './draft.ts';
import { eventWordsOf } from './event-word.ts';
import { type Hit, isHard, signOf } from './hit.ts';
import { type Name, type NameContext, nameSurface } from './names.ts';

/** What a passage holds that acts of speech are read from. */
export interface SpeechPassage {
  readonly text: TokenisedText;
  readonly rules: EventRules;
  readonly context: NameContext;
  readonly index: number;
  readonly first: number;
  readonly limit: number;
  readonly cues: readonly Cue[];
  readonly claims: readonly Claim[];
  /** Happenings told in the passage. */
  readonly drafts: readonly Draft[];
  /** Nouns of speech (مطلب, اتهام). */
  readonly nouns: readonly Hit[];
}

/** A quotation of no more words than this is a word set off; it is no statement of its own. */
const MIN_STATEMENT_WORDS = 3;

/**
 * Demands, accusations, threats; and statements whose content tells no happening (a speech that tells one is that
 * happening, with its speaker).
 */
export function speechActs(passage: SpeechPassage): Draft[] {
  const { text, rules, context, index, first, limit, cues, claims, drafts, nouns } = passage;
  const out: Draft[] = [];
  const end = text.passages[index]?.end ?? 0;
  const offset = (at: number) => text.tokens[at]?.start ?? end;
  const push = (
    kind: EventKind,
    at: number,
    from: number,
    to: number,
    claim: Claim | null,
    hearer: Name | null,
    content: number,
    factuality: Factuality = 'reported',
    use?: WordUse,
  ) => {
    const last = out[out.length - 1];
    // one speaker's statements in one sentence are one statement
    if (
      last !== undefined &&
      last.kind === kind &&
      (kind === 'statement' || kind === 'accusation') &&
      last.claim?.speakerId === claim?.speakerId &&
      last.factuality === factuality
    ) {
      out[out.length - 1] = { ...last, last: Math.max(last.last, to) };
      return;
    }
    const actors = claim !== null ? [claim.attributedTo] : [];
    if (hearer !== null) actors.push(nameSurface(context, hearer).surface);
    out.push({
      passage: index,
      first: from,
      last: to,
      trigger: null,
      triggerAt: at,
      triggerEnd: at + 1,
      kind,
      factuality,
      claim,
      actors,
      hits: [],
      content,
      use,
    });
  };
  for (const cue of cues) {
    if (cue.verb === null || cue.type === 'heading' || cue.type === 'after') continue;
    if (cue.type === 'source') {
      if (cue.verb.act === 'demand' && cue.covers === 'before') {
        const named = cue.name === null ? -1 : offset(cue.name.first);
        const claim = claims.find((one) => one.speaker.start >= named && one.speaker.start - named < 4) ?? null;
        let from = cue.at;
        while (
          from > first &&
          claim !== null &&
          offset(from - 1) >= claim.start &&
          cue.at - from < 12 &&
          signOf(text, from - 1) !== '،'
        )
          from--;
        push('demand', cue.at, from, cue.name?.last ?? cue.at + 1, claim, null, cue.at);
      }
      continue;
    }
    if (cue.use === null || (cue.verb.act === 'deny' && cue.use.suffixed)) continue;
    const content = cue.content >= 0 ? cue.content : cue.at;
    const claim =
      claims[innermost(claims, offset(cue.type === 'bare' ? cue.start : Math.min(content, limit - 1)))] ?? null;
    if (claim === null) continue;
    let to = cue.at + 1;
    while (to < limit && offset(to) < claim.end) to++;
    for (const other of cues)
      if (other !== cue && other.start > content && other.start < to && other.verb !== null && other.type !== 'source')
        to = other.start;
    while (to > cue.at + 1 && text.tokens[to - 1]?.type === 'sign' && !'"”»)'.includes(signOf(text, to - 1))) to--;
    const negated: Factuality =
      rules.particles.get(text.tokens[cue.at - 1]?.folded ?? '') === 'negated' ? 'negated' : 'reported';
    const act = cue.verb.act;
    if (act === 'demand' || act === 'accuse' || act === 'threat') {
      push(act === 'accuse' ? 'accusation' : act, cue.at, cue.start, to, claim, cue.hearer, content, negated, cue.use);
      continue;
    }
    // what is said in it is said by someone else, or is a demand
    if (
      cues.some(
        (other) =>
          other !== cue &&
          other.at >= content &&
          other.at < to &&
          other.verb !== null &&
          other.type !== 'source' &&
          !(other.use?.conjunction ?? false),
      )
    )
      continue;
    const demanding = demandAt(passage, content, to);
    if (demanding >= 0) {
      push('demand', demanding, cue.start, to, claim, cue.hearer, content, 'reported', cue.use);
      continue;
    }
    if (act === 'write') {
      // "sent a letter in which he urges him to …": a demand of whoever wrote
      const asks = demandVerb(passage, content, limit);
      if (asks >= 0) push('demand', asks, cue.start, to, claim, cue.hearer, content, 'reported', cue.use);
      continue;
    }
    // a happening that someone denies is that happening, negated
    const denies = cue.verb.denies === true;
    const told = drafts.filter(
      (draft) =>
        (draft.factuality === 'reported' || (denies && draft.factuality === 'negated')) &&
        draft.first < to &&
        draft.last > content,
    );
    if (denies && told.some((draft) => draft.factuality === 'negated')) continue;
    const grave = isGrave(passage, content, to);
    if (
      told.length > 0 &&
      !cue.verb.feeling &&
      !(grave && told.every((draft) => !draft.hits.some((hit) => hit.trigger.weight === 'toll')) && cue.type !== 'bare')
    )
      continue;
    let words = 0;
    for (let at = content; at < to; at++) if (text.tokens[at]?.type === 'word') words++;
    if (words < MIN_STATEMENT_WORDS) continue;
    push(grave ? 'accusation' : 'statement', cue.at, cue.start, to, claim, null, content, negated, cue.use);
  }
  ownDemands(passage, out, push, offset);
  // nouns: "Azerbaijan's demand that …"
  for (const hit of nouns) {
    const next = context.startsAt.get(hit.last);
    const claim = claims[innermost(claims, offset(hit.at))] ?? null;
    const owned =
      (next !== undefined && next.sense !== 'demonym') ||
      hit.use.suffixed ||
      (hit.trigger.with !== null && claim !== null);
    if (!owned || out.some((draft) => draft.first <= hit.at && draft.last > hit.at)) continue;
    let to = hit.last;
    while (to < limit && !isHard(text, to) && to < hit.last + 20) to++;
    // the owner of the demand answers for it
    const owner =
      claim ?? (next !== undefined && next.placeId !== null ? ownerClaim(next, context.stateOf(next.placeId)) : null);
    push(hit.trigger.kind, hit.at, hit.at, to, owner, null, hit.at);
  }
  return out;
}

const ownerClaim = (mention: Mention, speakerId: string): Claim => ({
  start: mention.start,
  end: mention.end,
  attributedTo: mention.surface,
  speakerId,
  direct: false,
  speaker: { start: mention.start, end: mention.end },
});

/** "We must", "there must be" at the head of a clause: a demand of whoever is quoted. */
function ownDemands(
  passage: SpeechPassage,
  out: readonly Draft[],
  push: (
    kind: EventKind,
    at: number,
    from: number,
    to: number,
    claim: Claim | null,
    hearer: Name | null,
    content: number,
  ) => void,
  offset: (at: number) => number,
): void {
  const { text, rules, first, limit, claims } = passage;
  const wordOf = eventWordsOf(rules);
  for (let at = first; at < limit; at++) {
    const token = text.tokens[at];
    if (token?.type !== 'word' || !wordOf(token).demanding) continue;
    const previous = text.tokens[at - 1];
    const opens = at === first || previous?.type === 'sign' || rules.speech.shapes.and(token.folded);
    if (!opens || isTold(out, at)) continue;
    const claim = claims[innermost(claims, token.start)] ?? null;
    if (claim === null) continue;
    let to = at + 1;
    while (to < limit && !isHard(text, to) && offset(to) < claim.end) to++;
    push('demand', at, at, to, claim, null, at);
  }
}

/** Whether a token lies in a draft behind its trigger. */
const isTold = (drafts: readonly Draft[], at: number): boolean =>
  drafts.some((draft) => draft.triggerAt <= at && draft.last > at);

/** A word of demand at the head of what is said: must, the need for. */
function demandAt(passage: SpeechPassage, from: number, to: number): number {
  const { text, rules } = passage;
  for (let at = from; at < to && at < from + 4; at++) {
    const folded = text.tokens[at]?.folded ?? '';
    if (rules.demanding.has(folded)) return at;
    if (rules.operators.find(folded).some((found) => found.entry === 'demanded' && found.use.form === 'noun'))
      return at;
  }
  return -1;
}

/** A verb of demand in a relative clause on a letter: رسالة … يحثه فيها على. */
function demandVerb({ text, rules }: SpeechPassage, from: number, to: number): number {
  for (let at = from; at < to && !isHard(text, at); at++) {
    if (!rules.speech.resumptives.relative.has(text.tokens[at + 1]?.folded ?? '')) continue;
    const found = rules.speech.verbs.find(text.tokens[at]?.folded ?? '');
    if (found.some(({ entry, use }) => entry.act === 'demand' && use.form === 'verb')) return at;
  }
  return -1;
}

function isGrave({ text, rules }: SpeechPassage, from: number, to: number): boolean {
  const wordOf = eventWordsOf(rules);
  for (let at = from; at < to; at++) {
    const token = text.tokens[at];
    if (token !== undefined && wordOf(token).grave) return true;
  }
  return false;
}
