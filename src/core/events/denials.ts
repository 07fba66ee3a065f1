import type { EventRules } from '../languages/event-rules.ts';
import type { Claim } from '../model/claim.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import type { Cue } from './cue.ts';
import type { Draft } from './draft.ts';
import { type Hit, isHard } from './hit.ts';
import { type NameContext, nameSurface } from './names.ts';
import { speakerId } from './speaker-id.ts';
import { readParts } from './speakers.ts';

/* What someone says did not happen. */

/** "which the ministry denied": the same happening, denied by someone else. */
export function denials(
  context: NameContext,
  cues: readonly Cue[],
  drafts: readonly Draft[],
  claims: readonly Claim[],
): Draft[] {
  const out: Draft[] = [];
  for (const cue of cues) {
    if (cue.verb?.act !== 'deny' || cue.use?.suffixed !== true || cue.name === null) continue;
    const meant = [...drafts].reverse().find((draft) => draft.triggerAt < cue.at && draft.factuality === 'reported');
    if (meant === undefined) continue;
    const { start, end, surface } = nameSurface(context, cue.name);
    const same = claims.find((one) => one.speaker.start === start) ?? null;
    const claim = same ?? {
      start,
      end,
      attributedTo: surface,
      speakerId: speakerId(context, readParts(context, cue.name)),
      direct: false,
      speaker: { start, end },
    };
    out.push({
      ...meant,
      first: cue.start,
      last: cue.name.last,
      triggerAt: cue.at,
      triggerEnd: cue.at + 1,
      factuality: 'negated',
      claim,
      hits: [],
      trigger: null,
      more: [],
    });
  }
  return out;
}

/** Where denials are looked for. */
interface Denying {
  readonly text: TokenisedText;
  readonly rules: EventRules;
  readonly cues: readonly Cue[];
}

/** Tokens from where a denial begins to what it denies. */
const REACH = 16;

/**
 * Where the denial begins that a word of an event lies in, -1 for none: نفت أي ضلوع لها في التفجيرين. A relative clause or a
 * time before or after is outside.
 */
export function deniedAt({ text, rules, cues }: Denying, hit: Hit): number {
  for (const { verb, use, content } of cues) {
    if (verb?.denies !== true || use?.suffixed === true || content < 0) continue;
    if (hit.at < content || hit.at - content > REACH) continue;
    // "denied …, and said that …": what is said then is told, not denied
    if (cues.some((other) => other.at > content && other.at < hit.at && other.use?.conjunction === true)) continue;
    let open = true;
    for (let at = content; at < hit.at && open; at++) {
      const folded = text.tokens[at]?.folded ?? '';
      open =
        !isHard(text, at) &&
        !rules.speech.relatives.has(folded) &&
        !rules.speech.breaks.has(folded) &&
        !rules.context.beforeAfter.has(folded) &&
        !rules.context.since.has(folded);
    }
    if (open) return content;
  }
  return -1;
}
