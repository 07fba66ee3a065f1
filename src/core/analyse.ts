import type { Gazetteer } from './gazetteer/gazetteer.ts';
import { languageOf } from './languages/registry.ts';
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
import { readText } from './text/tokenised-text.ts';

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
      `No rules for the language "${lang}": nothing was looked for. Supported: ar.`,
      'warning',
    );

  const tokenised = readText(text, language.sentences);
  const proposals = recognise(tokenised, gazetteer, language.names);
  const resolved = resolve(tokenised, proposals, gazetteer, language.names).value;
  const mentions = interpret(tokenised, resolved, language.names, language.senses, (id) =>
    gazetteer.seat(gazetteer.indexOf(id)),
  );
  const dated = date(tokenised, document, language.dates);
  const attributed = attribute(tokenised, mentions, language.speech);
  const events = event(tokenised, mentions, dated.value.dates, attributed.value, dated.value.date, language.events);
  notices.push(...dated.notices, ...attributed.notices, ...events.notices);

  return {
    id: document.id,
    lang,
    date: dated.value.date,
    dateBasis: dated.value.basis,
    dateEvidence: dated.value.evidence,
    passages: tokenised.passages,
    mentions,
    dates: dated.value.dates,
    claims: attributed.value,
    events: events.value,
    notices,
  };
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
