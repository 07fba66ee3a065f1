import type { Gazetteer } from './gazetteer/gazetteer.ts';
import { type StateOf, seatsOf } from './gazetteer/seats.ts';
import type { Language } from './languages/language.ts';
import { LANGUAGE_CODES, languageOf } from './languages/registry.ts';
import type { Analysis } from './model/analysis.ts';
import type { Document } from './model/document.ts';
import type { Notice } from './model/notice.ts';
import { attribute } from './stages/attribute.ts';
import { date } from './stages/date.ts';
import { event } from './stages/event.ts';
import { interpret } from './stages/interpret.ts';
import { recognise } from './stages/recognise.ts';
import { resolve } from './stages/resolve.ts';
import { detectLanguage } from './text/detect-language.ts';
import { readText, type TokenisedText } from './text/tokenised-text.ts';

/** Longer texts are refused, so that memory stays bounded: 32 million UTF-16 units, some 5,000 news texts in one file. */
export const MAX_TEXT = 32_000_000;

/**
 * The whole pipeline, from a document to its analysis. Pure and deterministic: the same document and gazetteer give the
 * same result anywhere. Faults of the document become notices.
 */
export function analyse(document: Document, gazetteer: Gazetteer): Analysis {
  const { text } = document;
  if (text.length > MAX_TEXT)
    return refused(
      document,
      'text-too-long',
      `The text has ${text.length} characters, more than ${MAX_TEXT}: split it into several documents.`,
    );
  if (text.trim() === '') return refused(document, 'empty-document', 'The document holds no text.', 'warning');
  const notices: Notice[] = [];
  const lang = document.lang ?? detectLanguage(text);
  const language = languageOf(lang);
  if (language === null)
    return refused(
      { ...document, lang },
      'unknown-language',
      `No rules for the language "${lang}": nothing was looked for. Supported: ${LANGUAGE_CODES.join(', ')}.`,
      'warning',
    );

  const tokenised = readText(text, language.sentences);
  const [own, ...others] = byLanguage(tokenised, language);
  const main = stages(own?.text ?? tokenised, document, language, gazetteer);
  // passages in another language count from the date that the document's own passages tell
  const dating = { ...document, ...(main.date === null ? {} : { date: main.date, dateBasis: main.dateBasis }) };
  const all = [main, ...others.map((part) => stages(part.text, dating, part.language, gazetteer))];
  notices.push(...all.flatMap((one) => one.notices));
  return {
    id: document.id,
    lang,
    date: main.date,
    dateBasis: main.dateBasis,
    dateEvidence: main.dateEvidence,
    passages: tokenised.passages,
    mentions: inOrder(all.map((one) => one.mentions)),
    dates: inOrder(all.map((one) => one.dates)),
    claims: inOrder(all.map((one) => one.claims)),
    events: inOrder(all.map((one) => one.events)),
    notices,
  };
}

type Found = Pick<
  Analysis,
  'date' | 'dateBasis' | 'dateEvidence' | 'mentions' | 'dates' | 'claims' | 'events' | 'notices'
>;

/** The stages, one after the other, over the passages of one language. */
function stages(text: TokenisedText, document: Document, language: Language, gazetteer: Gazetteer): Found {
  const proposals = recognise(text, gazetteer, language.names);
  const resolved = resolve(text, proposals, gazetteer, language.names).value;
  const mentions = interpret(text, resolved, language.names, language.senses, (id) =>
    gazetteer.seat(gazetteer.indexOf(id)),
  );
  const dated = date(text, document, language.dates, mentions);
  const stateOf = statesBy(gazetteer);
  const claims = attribute(text, mentions, language.speech, stateOf);
  const events = event(text, mentions, dated.value.dates, claims.value, dated.value.date, language.events, stateOf);
  return {
    date: dated.value.date,
    dateBasis: dated.value.basis,
    dateEvidence: dated.value.evidence,
    mentions,
    dates: dated.value.dates,
    claims: claims.value,
    events: events.value,
    notices: [...dated.notices, ...claims.notices, ...events.notices],
  };
}
const states = new WeakMap<Gazetteer, StateOf>();

/** Whose seat each place is, by gazetteer. */
function statesBy(gazetteer: Gazetteer): StateOf {
  const known = states.get(gazetteer) ?? seatsOf(gazetteer);
  states.set(gazetteer, known);
  return known;
}

/** A passage with fewer letters is read with the document's language: a name, a source line. */
const MIN_LETTERS = 40;

/**
 * The text as each language sees it, the document's own first: passages in another language that has rules are read
 * with those, and are furniture to the rest.
 */
function byLanguage(text: TokenisedText, own: Language): { language: Language; text: TokenisedText }[] {
  const languages = text.passages.map(({ start, end }) => {
    const passage = text.text.slice(start, end);
    if (passage.length < MIN_LETTERS) return own;
    return languageOf(detectLanguage(passage)) ?? own;
  });
  const distinct = [own, ...new Set(languages.filter((language) => language !== own))];
  return distinct.map((language) => {
    const view =
      distinct.length === 1
        ? text
        : {
            ...text,
            passages: text.passages.map((passage, index) =>
              languages[index] === language ? passage : { ...passage, furniture: true },
            ),
          };
    return { language, text: view };
  });
}

function inOrder<Item extends { readonly start: number; readonly end: number }>(
  lists: readonly (readonly Item[])[],
): readonly Item[] {
  const [only] = lists;
  return lists.length === 1 && only ? only : lists.flat().sort((a, b) => a.start - b.start || a.end - b.end);
}

function refused(document: Document, code: string, message: string, severity: Notice['severity'] = 'error'): Analysis {
  return {
    id: document.id,
    lang: document.lang ?? 'und',
    date: document.date ?? null,
    dateBasis: document.date ? (document.dateBasis ?? 'given') : 'unknown',
    dateEvidence: [],
    passages: [],
    mentions: [],
    dates: [],
    claims: [],
    events: [],
    notices: [{ code, severity, message }],
  };
}
