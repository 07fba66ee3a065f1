import type { Trace } from '../core/analyse.ts';
import type { Gazetteer } from '../core/gazetteer/gazetteer.ts';
import type { Event, Figure } from '../core/model/event.ts';
import type { Span } from '../core/model/span.ts';

export const STAGE_NAMES = ['text', 'resolve', 'interpret', 'date', 'attribute', 'event'] as const;
export type StageName = (typeof STAGE_NAMES)[number];
export const isStageName = (name: string): name is StageName => (STAGE_NAMES as readonly string[]).includes(name);

const OPTIONS_SHOWN = 6;
/** Longer stretches are shown by their beginning and end. */
const LONGEST_SHOWN = 70;

/** What is asked of a trace: all of it, what covers an offset, one stage. */
export interface TraceView {
  readonly at: number | null;
  readonly stage: StageName | null;
}

type Covers = (span: Span) => boolean;
type Printer = (trace: Trace, covers: Covers, gazetteer: Gazetteer) => string[];

const PRINTERS: Readonly<Record<StageName, Printer>> = {
  text: textLines,
  resolve: resolveLines,
  interpret: interpretLines,
  date: dateLines,
  attribute: attributeLines,
  event: eventLines,
};

/** A trace as lines for people, stage by stage. */
export function* traceLines(trace: Trace, gazetteer: Gazetteer, { at, stage }: TraceView): Generator<string> {
  const covers: Covers = ({ start, end }) => at === null || (start <= at && at < end);
  for (const name of STAGE_NAMES) {
    if (stage !== null && stage !== name) continue;
    const lines = PRINTERS[name](trace, covers, gazetteer);
    yield `${name.toUpperCase()} (${trace.language})`;
    yield* lines.length > 0 ? lines : [at === null ? '  nothing' : `  nothing at ${at}`];
    yield '';
  }
}

const where = ({ start, end }: Span) => `  ${start}–${end}`;

function quoted(trace: Trace, { start, end }: Span): string {
  const text = trace.text.text.slice(start, end).replace(/\s+/gu, ' ');
  return text.length <= LONGEST_SHOWN
    ? text
    : `${text.slice(0, LONGEST_SHOWN / 2)} … ${text.slice(-LONGEST_SHOWN / 2)}`;
}

function textLines(trace: Trace, covers: Covers): string[] {
  return trace.text.passages
    .filter(covers)
    .map((passage) => `${where(passage)}  ${passage.furniture ? 'not read here: ' : ''}${quoted(trace, passage)}`);
}

function resolveLines({ judgements }: Trace, covers: Covers, gazetteer: Gazetteer): string[] {
  return judgements
    .filter(({ proposal }) => covers(proposal))
    .flatMap(({ proposal, around, ranked, isPlace, evidence, accepted }) => {
      const heard = Object.entries(around).filter(
        ([, value]) =>
          value !== false &&
          value !== null &&
          value !== 0 &&
          value !== '' &&
          value !== -1 &&
          !(Array.isArray(value) && value.length === 0),
      );
      return [
        `${where(proposal)}  ${proposal.surface}  ${accepted ? 'ACCEPTED' : 'dropped'}  place ${isPlace.toFixed(2)}  by ${proposal.match}  ${evidence.join(' ')}`,
        `      around: ${heard.map(([name, value]) => `${name}=${Array.isArray(value) ? value.join('/') : value}`).join(' ') || 'nothing'}`,
        ...ranked
          .slice(0, OPTIONS_SHOWN)
          .map(
            (item) =>
              `      ${item.share.toFixed(2)}  ${gazetteer.place(item.place).id}  (${item.option.name})  ${item.evidence.join(' ')}`,
          ),
      ];
    });
}

function interpretLines({ mentions }: Trace, covers: Covers): string[] {
  return mentions
    .filter(covers)
    .map(
      (mention) =>
        `${where(mention)}  ${mention.surface}  ${mention.sense}  ${mention.placeId ?? 'unresolved'}  ${mention.confidence.toFixed(2)}  ${mention.evidence.join(' ')}`,
    );
}

function dateLines(trace: Trace, covers: Covers): string[] {
  return [
    `  the document: ${trace.date ?? 'no date'} (${[trace.dateBasis, ...trace.dateEvidence].join(' ')})`,
    ...trace.dates
      .filter(covers)
      .map(
        (found) =>
          `${where(found)}  ${found.surface}  ${found.type}  ${found.edtf ?? 'no date'}${found.original ? `  as written ${found.original.value} (${found.original.calendar})` : ''}`,
      ),
  ];
}

function attributeLines(trace: Trace, covers: Covers): string[] {
  return trace.claims
    .filter(covers)
    .map(
      (claim) =>
        `${where(claim)}  ${claim.attributedTo} (${claim.speakerId}; here: ${quoted(trace, claim.speaker)})  ${claim.direct ? 'word for word' : 'in the article’s words'}: ${quoted(trace, claim)}`,
    );
}

function eventLines(trace: Trace, covers: Covers): string[] {
  return trace.events
    .filter(covers)
    .flatMap((event) => [
      `${where(event)}  ${event.kind}  by "${quoted(trace, event.trigger)}"  ${event.factuality}`,
      `      place ${event.placeId ?? 'none'}${event.placeRole ? ` (${event.placeRole})` : ''}  date ${event.date ?? 'none'}${event.dateBasis ? ` (${event.dateBasis})` : ''}  speaker ${event.attributedTo ?? 'the article'}${listed(event)}`,
    ]);
}

function listed({ actors, figures, framing }: Event): string {
  const number = ({ what, value, atLeast, atMost, approx }: Figure) =>
    `${atLeast ? '≥' : ''}${atMost ? '≤' : ''}${approx ? '~' : ''}${value} ${what}`;
  return [
    ['actors', actors],
    ['figures', figures.map(number)],
    ['framing', framing],
  ]
    .filter(([, items]) => (items?.length ?? 0) > 0)
    .map(([name, items]) => `  ${name as string} ${(items as readonly string[]).join(', ')}`)
    .join('');
}
