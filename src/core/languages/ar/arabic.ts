import type { Language } from '../language.ts';
import { arabicDates } from './dates.ts';
import { arabicEvents } from './events.ts';
import { arabicGloss } from './gloss.ts';
import { arabicNames } from './names.ts';
import { arabicSenses } from './senses.ts';
import { arabicSentences } from './sentences.ts';
import { arabicSpeech } from './speech.ts';

/** Modern Standard Arabic, as newsrooms write it. */
export const arabic: Language = {
  code: 'ar',
  sentences: arabicSentences,
  names: arabicNames,
  senses: arabicSenses,
  dates: arabicDates,
  events: arabicEvents,
  speech: arabicSpeech,
  glosses: arabicGloss,
};
