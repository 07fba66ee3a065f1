import type { CorrectionSlots } from '../panels/correction-slots.ts';
import { CorrectMention } from './correct-mention.tsx';
import { MendTelling } from './mend-telling.tsx';
import { NameSelection } from './name-selection.tsx';
import './own.css';

/** What the panels offer for corrections: a piece of its own, fetched with the first place, text or event that is opened. */
export const correctionTools: CorrectionSlots = {
  Mention: CorrectMention,
  Selection: NameSelection,
  Telling: MendTelling,
};
