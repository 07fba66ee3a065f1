import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableSeats } from '../../../src/core/gazetteer/seats.ts';
import { arabicEvents } from '../../../src/core/languages/ar/events.ts';
import { arabicSentences } from '../../../src/core/languages/ar/sentences.ts';
import type { DateExpression } from '../../../src/core/model/date-expression.ts';
import type { Mention } from '../../../src/core/model/mention.ts';
import { attribute } from '../../../src/core/stages/attribute.ts';
import { event } from '../../../src/core/stages/event.ts';
import { readText } from '../../../src/core/text/tokenised-text.ts';

/** A folder of `tests/cases`: a text, and what is to be found in it. Mentions and dates are given by their surface, in order. */
export interface Case {
  readonly name: string;
  readonly text: string;
  readonly date: string | null;
  readonly mentions: readonly {
    surface: string;
    sense: Mention['sense'];
    placeId: string | null;
    kind: Mention['kind'];
  }[];
  readonly dates: readonly { surface: string; edtf: string | null; type?: DateExpression['type'] }[];
  readonly claims?: readonly {
    attributedTo: string;
    speakerId?: string;
    direct?: boolean;
    starts: string;
    ends?: string;
  }[];
  readonly events?: readonly Record<string, unknown>[];
  /** Why the case fails for now; it is then expected to fail. */
  readonly known?: string;
}

/** The seats that the cases need. */
const stateOf = (placeId: string) => ({ baku: 'azerbaijan', yerevan: 'armenia' })[placeId] ?? tableSeats(placeId);

const FOLDER = join(import.meta.dirname, '../../cases');

export function casesWith(part: 'claims' | 'events'): Case[] {
  return readdirSync(FOLDER)
    .filter((name) => existsSync(join(FOLDER, name, 'expected.json')))
    .map((name) => ({
      name,
      ...(JSON.parse(readFileSync(join(FOLDER, name, 'expected.json'), 'utf8')) as Omit<Case, 'name' | 'text'>),
      text: readFileSync(join(FOLDER, name, 'text.txt'), 'utf8').trimEnd(),
    }))
    .filter((one) => one[part] !== undefined && Array.isArray(one.mentions));
}

/** Runs the stages of speech and events on a case. */
export function run(one: Case) {
  const text = readText(one.text, arabicSentences);
  const spans = (list: readonly { surface: string }[]) => {
    let from = 0;
    return list.map(({ surface }) => {
      const start = one.text.indexOf(surface, from);
      if (start < 0) throw new Error(`${one.name}: "${surface}" is not in the text`);
      from = start + surface.length;
      return {
        start,
        end: from,
        surface,
        passage: text.passages.findIndex((passage) => passage.start <= start && passage.end > start),
      };
    });
  };
  const mentions: Mention[] = spans(one.mentions).map((span, index) => ({
    ...span,
    sense: one.mentions[index]?.sense ?? 'literal',
    placeId: one.mentions[index]?.placeId ?? null,
    kind: one.mentions[index]?.kind ?? null,
    name: span.surface,
    lat: null,
    lon: null,
    confidence: 1,
    evidence: [],
    candidates: [],
  }));
  const dates: DateExpression[] = spans(one.dates).map((span, index) => ({
    ...span,
    edtf: one.dates[index]?.edtf ?? null,
    type: one.dates[index]?.type ?? 'explicit',
  }));
  const claims = attribute(text, mentions, arabicEvents.speech, stateOf).value;
  return { claims, events: event(text, mentions, dates, claims, one.date, arabicEvents, stateOf).value };
}
