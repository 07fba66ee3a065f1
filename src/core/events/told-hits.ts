import type { EventRules } from '../languages/event-rules.ts';
import type { Claim } from '../model/claim.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import { asserts, isDeed, type Surroundings } from './assertion.ts';
import type { Cue } from './cue.ts';
import { deniedAt } from './denials.ts';
import { innermost } from './draft.ts';
import { factualityOf } from './factuality.ts';
import { isHarm } from './families.ts';
import { type Hit, isHard, signOf } from './hit.ts';
import type { Told } from './merge.ts';
import { headAt, type NameContext } from './names.ts';

/** The words of events of a passage, with what stands around them. */
export interface HitPassage {
  readonly text: TokenisedText;
  readonly rules: EventRules;
  readonly context: NameContext;
  readonly cues: readonly Cue[];
  readonly claims: readonly Claim[];
  readonly around: Surroundings;
  readonly hits: readonly Hit[];
}

/** Which words of events tell one, how sure the passage is of it and whose claim it is; nouns of speech are set apart. */
export function toldHits(passage: HitPassage): { told: Told[]; speech: Hit[] } {
  const { text, rules, cues, claims, around, hits } = passage;
  const { first, limit } = around;
  const question = '؟?'.includes(signOf(text, limit - 1) || '#');
  const demands = cues.filter((cue) => cue.verb?.act === 'demand' && cue.content >= 0);
  const offset = (at: number) => text.tokens[at]?.start ?? 0;
  const told: Told[] = [];
  const speech: Hit[] = [];
  let toll: Hit | null = null;
  for (const hit of hits) {
    if (hit.trigger.weight === 'speech') {
      speech.push(hit);
      continue;
    }
    // حاكم المنطقة: an office, not a deed
    if (inOffice(passage, hit)) continue;
    const denial = deniedAt(passage, hit);
    if (denial >= 0) {
      told.push({ hit, factuality: 'negated', claim: innermost(claims, offset(denial)) });
      continue;
    }
    // "a halt to the operations that broke out": the article tells that they did
    let known = false;
    let factuality = factualityOf(text, hit, first, rules);
    if (hit.trigger.weight === 'unable') {
      if (factuality !== 'negated') continue;
      factuality = 'reported';
    }
    const own = around.dated(hit.last, Math.min(limit, hit.last + 8));
    if (factuality === 'demanded' || underDemand(passage, demands, hit)) {
      const present = hit.use.form === 'verb' && !hit.use.past;
      known = relativeBetween(passage, demands, hit);
      if ((!own || present) && !known) continue;
      factuality = 'reported';
    }
    if (factuality === 'mentioned') {
      if (!own || isDeed(hit.trigger)) continue;
      factuality = 'reported';
    }
    if (question && factuality === 'reported') factuality = 'possible';
    if (factuality === 'reported' && !asserts(hit, around, toll)) continue;
    if (factuality !== 'reported' && hit.trigger.weight === 'background') continue;
    // talks that are only thought of are no event; those that a day is set for are planned
    const talks = hit.trigger.kind === 'agreement' || hit.trigger.kind === 'negotiation';
    if (factuality === 'possible' && talks && !around.dated(first, limit)) continue;
    if (isHarm(hit.trigger.kind) && factuality === 'reported') toll = hit;
    told.push({ hit, factuality, claim: known ? -1 : innermost(claims, offset(hit.at)) });
  }
  return { told, speech };
}

/** Whether a word is the office, or a word that reads as a verb, in the name of someone who speaks: العقيد أحمد صالح. */
function inOffice({ context, cues }: HitPassage, hit: Hit): boolean {
  return (
    (headAt(context, hit.at) !== null || hit.use.form === 'verb') &&
    cues.some((cue) => cue.name !== null && cue.name.first <= hit.at && hit.at < cue.name.last)
  );
}

/** Whether a word lies in what someone demands, before the sentence takes a turn or speaks anew. */
function underDemand({ text, rules, around }: HitPassage, demands: readonly Cue[], hit: Hit): boolean {
  for (const demand of demands) {
    if (hit.at < demand.content || hit.at >= around.limit) continue;
    let open = true;
    for (let at = demand.content; at < hit.at && open; at++) {
      if (isHard(text, at)) open = false;
      const token = text.tokens[at];
      if (signOf(text, at) === '،' && at + 1 < hit.at) {
        const next = text.tokens[at + 1]?.folded ?? '';
        const pair = `${next} ${text.tokens[at + 2]?.folded ?? ''}`;
        if (rules.speech.breaks.has(next) || rules.speech.breaks.has(pair) || rules.clauseOpeners.has(next))
          open = false;
      }
      if (
        token !== undefined &&
        at > demand.content &&
        rules.speech.verbs.find(token.folded).some((found) => found.use.form === 'verb' && found.use.conjunction)
      )
        open = false;
    }
    if (open) return true;
  }
  return false;
}

/** "a halt to the operations that broke out": what a relative clause tells did happen. */
function relativeBetween({ text, rules }: HitPassage, demands: readonly Cue[], hit: Hit): boolean {
  if (hit.use.form !== 'verb') return false;
  for (let at = hit.at - 1; at >= hit.at - 3; at--)
    if (rules.speech.relatives.has(text.tokens[at]?.folded ?? ''))
      return demands.some((demand) => demand.content <= at);
  return false;
}
