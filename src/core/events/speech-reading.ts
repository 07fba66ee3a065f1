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

let latest: Known | null = null;

/** Reads names and cues; two stages ask for the same text and the second has the answer of the first. */
export function readSpeech(
  text: TokenisedText,
  mentions: readonly Mention[],
  rules: SpeechRules,
  stateOf: StateOf,
): SpeechReading {
  if (
    latest !== null &&
    latest.context.text === text &&
    latest.mentions === mentions &&
    latest.context.rules === rules &&
    latest.context.stateOf === stateOf
  )
    return latest;
  const context = nameContext(text, mentions, rules, stateOf);
  const names = findNames(context);
  latest = { mentions, context, names, cues: findCues(context, names) };
  return latest;
}
