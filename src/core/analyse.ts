import { parseEdtf } from './calendar/edtf.ts';
import { givenDate } from './dates/own-date.ts';
import type { Gazetteer } from './gazetteer/gazetteer.ts';
import { type HomeOf, homesOf, type StateOf, seatsOf } from './gazetteer/seats.ts';
import { byLanguage } from './languages/by-language.ts';
import type { Language } from './languages/language.ts';
import { LANGUAGE_CODES, languageOf } from './languages/registry.ts';
import type { Analysis } from './model/analysis.ts';
import type { Claim } from './model/claim.ts';
import type { DateExpression } from './model/date-expression.ts';
import { type Document, MAX_TEXT } from './model/document.ts';
import type { Event } from './model/event.ts';
import type { Mention } from './model/mention.ts';
import type { Notice } from './model/notice.ts';
import { MAX_PROPOSALS, type Proposal } from './model/proposal.ts';
import type { Judgement } from './resolution/judgement.ts';
import { attribute } from './stages/attribute.ts';
import { date } from './stages/date.ts';
import { event } from './stages/event.ts';
import { interpret } from './stages/interpret.ts';
import { recognise } from './stages/recognise.ts';
import { resolve } from './stages/resolve.ts';
import { detectLanguage } from './text/detect-language.ts';
import { readText, type TokenisedText } from './text/tokenised-text.ts';

/**
 * The whole pipeline, from a document to its analysis. Pure and deterministic: the same document and gazetteer give the
 * same result anywhere. Faults of the document become notices; a call that is none of these types throws a TypeError.
 */
export function analyse(document: Document, gazetteer: Gazetteer): Analysis {
  checkCall(document, gazetteer);
  const opened = open(document);
  if (opened.refusal) return refused({ ...document, lang: opened.lang }, opened.refusal);
  const all = traces(opened.text, document, opened.language, gazetteer);
  if ('code' in all) return refused({ ...document, lang: opened.lang }, all);
  const [main] = all as [Trace];
  return {
    id: document.id,
    lang: opened.lang,
    date: main.date,
    dateBasis: main.dateBasis,
    dateEvidence: main.dateEvidence,
    passages: opened.text.passages,
    mentions: inOrder(all.map((one) => one.mentions)),
    dates: inOrder(all.map((one) => one.dates)),
    claims: inOrder(all.map((one) => one.claims)),
    events: inOrder(all.map((one) => one.events)),
    notices: all.flatMap((one) => one.notices),
  };
}

/** Callers without types get a word on what they gave, not the first thing that breaks on it. */
function checkCall(document: unknown, gazetteer: unknown): void {
  const given = (document ?? {}) as Readonly<Record<string, unknown>>;
  for (const field of ['id', 'text'] as const)
    if (typeof given[field] !== 'string')
      throw new TypeError(
        `analyse(document, gazetteer): document.${field} must be a string, not ${typeof given[field]}`,
      );
  for (const field of ['date', 'lang'] as const)
    if (given[field] !== undefined && typeof given[field] !== 'string')
      throw new TypeError(`analyse(document, gazetteer): document.${field} must be a string or undefined`);
  if (typeof (gazetteer as Partial<Gazetteer> | undefined)?.find !== 'function')
    throw new TypeError('analyse(document, gazetteer): the gazetteer is missing; loadGazetteer() gives one');
}

/** The same, opened: what each stage gave, language by language; a notice where the document is refused. */
export function trace(document: Document, gazetteer: Gazetteer): readonly Trace[] | Notice {
  const opened = open(document);
  return opened.refusal ?? traces(opened.text, document, opened.language, gazetteer);
}

type Opened =
  | { readonly lang: string; readonly refusal: Notice }
  | { readonly lang: string; readonly refusal?: never; readonly text: TokenisedText; readonly language: Language };

/** A document as a text in a language that has rules, or why not. */
function open(document: Document): Opened {
  const { text } = document;
  const lang = document.lang ?? 'und';
  if (text.length > MAX_TEXT)
    return {
      lang,
      refusal: {
        code: 'text-too-long',
        severity: 'error',
        message: `The text has ${text.length} characters, more than ${MAX_TEXT}: split it into several documents.`,
      },
    };
  if (text.trim() === '')
    return {
      lang,
      refusal: { code: 'empty-document', severity: 'warning', message: 'The document holds no text.' },
    };
  const told = document.lang ?? detectLanguage(text);
  const language = languageOf(told);
  if (language === null)
    return {
      lang: told,
      refusal: {
        code: 'unknown-language',
        severity: 'warning',
        message: `No rules for the language "${told}": nothing was looked for. Supported: ${LANGUAGE_CODES.join(', ')}.`,
      },
    };
  return { lang: told, text: readText(text, language.sentences), language };
}

/** What each stage gave, for the passages of one language: the pipeline opened, for whoever wants to see why. */
export interface Trace {
  readonly language: string;
  readonly text: TokenisedText;
  readonly judgements: readonly Judgement[];
  readonly mentions: readonly Mention[];
  readonly date: string | null;
  readonly dateBasis: Analysis['dateBasis'];
  readonly dateEvidence: Analysis['dateEvidence'];
  readonly dates: readonly DateExpression[];
  readonly claims: readonly Claim[];
  readonly events: readonly Event[];
  readonly notices: readonly Notice[];
}

/** The passages of one language, and what in them may be a place. */
interface Part {
  readonly text: TokenisedText;
  readonly language: Language;
  readonly proposals: readonly Proposal[];
}

/** Each language of a document through all stages, the document's own first; a notice where there is too much to hold. */
function traces(tokenised: TokenisedText, document: Document, own: Language, gazetteer: Gazetteer): Trace[] | Notice {
  const parts = byLanguage(tokenised, own).map(
    ({ text, language }): Part => ({ text, language, proposals: recognise(text, gazetteer, language.names) }),
  );
  if (parts.reduce((sum, { proposals }) => sum + proposals.length, 0) > MAX_PROPOSALS)
    return {
      code: 'too-many-names',
      severity: 'error',
      message: `More than ${MAX_PROPOSALS} words of the text may be names of places: split it into several documents.`,
    };
  const [first, ...others] = parts as [Part, ...Part[]];
  const main = stages(first, document, gazetteer);
  if (others.length === 0) return [main];
  // passages in another language count from the date that the document's own passages tell
  const dating = { ...document, ...(main.date === null ? {} : { date: main.date, dateBasis: main.dateBasis }) };
  return [main, ...others.map((part) => stages(part, dating, gazetteer))];
}

/** The further stages, one after the other, over the passages of one language. */
function stages({ text, language, proposals }: Part, document: Document, gazetteer: Gazetteer): Trace {
  const { value: resolved, judgements } = resolve(text, proposals, gazetteer, language.names);
  const { stateOf, homeOf } = statesBy(gazetteer);
  const mentions = interpret(text, resolved, language.names, language.senses, (id) => stateOf(id) !== id);
  const dated = date(text, document, language.dates, mentions);
  const claims = attribute(text, mentions, language.speech, stateOf);
  const events = event(
    text,
    mentions,
    dated.value.dates,
    claims.value,
    dated.value.date,
    language.events,
    stateOf,
    homeOf,
  );
  return {
    language: language.code,
    text,
    judgements,
    mentions,
    date: dated.value.date,
    dateBasis: dated.value.basis,
    dateEvidence: dated.value.evidence,
    dates: dated.value.dates,
    claims: claims.value,
    events: events.value,
    notices: [...dated.notices, ...claims.notices, ...events.notices],
  };
}

/** Whose seat each place is, and in which country it lies. */
interface States {
  readonly stateOf: StateOf;
  readonly homeOf: HomeOf;
}

const states = new WeakMap<Gazetteer, States>();

/** The states of places, by gazetteer. */
function statesBy(gazetteer: Gazetteer): States {
  const known = states.get(gazetteer) ?? { stateOf: seatsOf(gazetteer), homeOf: homesOf(gazetteer) };
  states.set(gazetteer, known);
  return known;
}

function inOrder<Item extends { readonly start: number; readonly end: number }>(
  lists: readonly (readonly Item[])[],
): readonly Item[] {
  const [only] = lists;
  return lists.length === 1 && only ? only : lists.flat().sort((a, b) => a.start - b.start || a.end - b.end);
}

function refused(document: Document, notice: Notice): Analysis {
  const given = givenDate(document.date ?? '');
  const date = parseEdtf(given) === null ? null : given;
  return {
    id: document.id,
    lang: document.lang ?? 'und',
    date,
    dateBasis: date === null ? 'unknown' : (document.dateBasis ?? 'given'),
    dateEvidence: [],
    passages: [],
    mentions: [],
    dates: [],
    claims: [],
    events: [],
    notices: [notice],
  };
}
