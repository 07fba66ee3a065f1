import type { WordUse } from '../languages/event-rules.ts';
import type { SpeechVerb } from '../languages/speech-rules.ts';
import type { Name } from './names.ts';

/** A place in the text that says that someone says something. Token indices; `content` is where what is said begins. */
export interface Cue {
  readonly passage: number;
  readonly at: number;
  /** First token of the words that introduce the claim. */
  readonly start: number;
  readonly verb: SpeechVerb | null;
  readonly use: WordUse | null;
  /** The speaker's name; null when the sentence leaves it to the one before. */
  readonly name: Name | null;
  /** -1: nothing follows (the cue stands after a quotation). */
  readonly content: number;
  readonly type: 'that' | 'colon' | 'quote' | 'bare' | 'source' | 'after' | 'heading';
  /** For a source phrase: whether it stands before or after what it covers. */
  readonly covers: 'before' | 'after';
  /** The hearer, when a second name follows. */
  readonly hearer: Name | null;
}

export const OPENING = '"“«„';
