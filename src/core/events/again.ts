import type { EventRules } from '../languages/event-rules.ts';
import type { DateExpression } from '../model/date-expression.ts';
import type { Event } from '../model/event.ts';
import { byForm, perRules } from '../text/forms.ts';
import { goesOn } from '../text/goes-on.ts';
import type { EventSource } from './event-facts.ts';

/** "… on the 13th and once more on the 28th": the same again on another day. */
export function again(source: EventSource, told: Event, dates: readonly DateExpression[]): Event[] {
  const { text } = source;
  const at = againAt(source, told);
  if (at < 0) return [];
  const start = text.tokens[at]?.start ?? 0;
  const date = dates.find(
    (one) => one.start >= start && one.start - start < 24 && one.end <= told.end && one.edtf !== null,
  );
  if (date === undefined || date.edtf === told.date || start < told.trigger.end) return [];
  return [
    {
      ...told,
      start,
      end: date.end,
      trigger: { start, end: text.tokens[at + 1]?.end ?? date.start },
      date: date.edtf,
      dateBasis: 'passage',
      figures: [],
    },
  ];
}

/** The phrases for "once again" that a word begins, with or without a conjunction. */
const phrasesFrom = perRules((rules: EventRules) =>
  byForm((folded) => rules.context.again.filter(([first]) => first === folded || first === folded.slice(1))),
);

function againAt({ text, rules }: EventSource, told: Event): number {
  const { tokens } = text;
  const limit = text.lastToken[told.passage] ?? 0;
  const phrasesOf = phrasesFrom(rules);
  for (let at = text.firstToken[told.passage] ?? 0; at < limit; at++) {
    const token = tokens[at];
    if (token === undefined || token.start < told.start) continue;
    if (token.end > told.end) return -1;
    const phrases = phrasesOf(token);
    if (phrases.length > 0 && phrases.some((phrase) => goesOn(text, at, phrase))) return at;
  }
  return -1;
}
