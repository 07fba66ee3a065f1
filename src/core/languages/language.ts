import type { SentenceRules } from '../text/split.ts';
import type { DateRules } from './date-rules.ts';
import type { EventRules } from './event-rules.ts';
import type { GlossRules } from './gloss-rules.ts';
import type { NameRules } from './name-rules.ts';
import type { SenseRules } from './sense-rules.ts';
import type { SpeechRules } from './speech-rules.ts';

/** All that the stages must know of a language. A folder a language; a stage never asks for the language's name. */
export interface Language {
  readonly code: string;
  readonly sentences: SentenceRules;
  readonly names: NameRules;
  readonly senses: SenseRules;
  readonly dates: DateRules;
  readonly events: EventRules;
  readonly speech: SpeechRules;
  /** How names of speakers are rendered in another language; absent for a language that has no such rules yet. */
  readonly glosses?: GlossRules;
}
