import type { Language } from '../language.ts';
import { englishDates } from './dates.ts';
import { englishEvents } from './events.ts';
import { englishNames } from './names.ts';
import { englishSenses } from './senses.ts';
import { englishSentences } from './sentences.ts';
import { englishSpeech } from './speech.ts';

/** English, as newsrooms write it. */
export const english: Language = {
  code: 'en',
  sentences: englishSentences,
  names: englishNames,
  senses: englishSenses,
  dates: englishDates,
  events: englishEvents,
  speech: englishSpeech,
};
