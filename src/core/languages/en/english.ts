import type { Language } from '../language.ts';
import { englishNames } from './names.ts';
import { englishSentences } from './sentences.ts';

export const english = { code: 'en', sentences: englishSentences, names: englishNames } as unknown as Language;
