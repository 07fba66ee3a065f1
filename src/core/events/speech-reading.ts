import type { StateOf } from '../gazetteer/seats.ts';
import type { SpeechRules } from '../languages/speech-rules.ts';
import type { Mention } from '../model/mention.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import type { Cue } from './cue.ts';
import { findCues } from './cues.ts';
import { findNames } from './find-names.ts';
import { type Name, type NameContext, nameContext } from './names.ts';

/** The names and the cues of speech of a text. */
export interface SpeechReading {
  readonly context: NameContext;
  readonly names: readonly Name[];
  readonly cues: readonly Cue[];
}

interface Known extends SpeechReading {
  readonly mentions: readonly Mention[];
}

const known = new WeakMap<TokenisedText, Known>();

/** Reads names and cues; two stages ask for the same text and the second has the answer of the first. */
export function readSpeech(
  text: TokenisedText,
  mentions: readonly Mention[],
  rules: SpeechRules,
  stateOf: StateOf,
): SpeechReading {
  const before = known.get(text);
  if (
    before !== undefined &&
    before.mentions === mentions &&
    before.context.rules === rules &&
    before.context.stateOf === stateOf
  )
    return before;
  const context = nameContext(text, mentions, rules, stateOf);
  const names = findNames(context);
  const reading: Known = { mentions, context, names, cues: findCues(context, names) };
  known.set(text, reading);
  return reading;
}
