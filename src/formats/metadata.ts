import type { DateBasis, Document } from '../core/model/document.ts';
import type { Notice } from '../core/model/notice.ts';
import { dateFault, fileDate } from './file-date.ts';
import { MAX_FURNITURE, MAX_TEXT } from './limits.ts';
import { cleanField, printable } from './printable.ts';
import { type ReadDocument, refuse } from './read-document.ts';

/** What a file says of itself, as written; anything may be missing or nonsense. */
export interface Metadata {
  readonly title?: string | undefined;
  readonly date?: string | undefined;
  readonly dateBasis?: DateBasis | undefined;
  /** What the date was read from, in words. */
  readonly dateNote?: string | undefined;
  readonly lang?: string | undefined;
  readonly source?: string | undefined;
  readonly author?: string | undefined;
  readonly url?: string | undefined;
}

const OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/g;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/g;
const LEFT_TO_RIGHT = /[A-Za-z\u00c0-\u024f\u0370-\u058f]/g;
const RIGHT_TO_LEFT_LANGUAGES = /^(?:ar|fa|ur|he|ku|ckb|ps|sd|ug|yi|dv|arz|ary|apc)(?:-|$)/i;

/** A document of an extracted text and what its file says of itself, with notices on what was left out of that and why. */
export function documentOf(
  id: string,
  text: string,
  metadata: Metadata,
  before: readonly Notice[] = [],
  furniture = '',
): ReadDocument {
  if (text.length > MAX_TEXT)
    return refuse(
      id,
      'text-too-long',
      `The text has ${text.length} characters, more than ${MAX_TEXT}: split it into several documents.`,
    );
  const notices = [...before];
  const left = (code: string, message: string) => notices.push({ code, severity: 'info', message });
  const fields: { -readonly [Name in keyof Document]?: Document[Name] } = {};
  const title = cleanField(metadata.title);
  const source = cleanField(metadata.source);
  const author = cleanField(metadata.author);
  if (title) fields.title = title;
  if (source) fields.source = source;
  if (author) fields.author = author;
  const written = cleanField(metadata.date);
  if (written) {
    const date = fileDate(written);
    if (date) {
      fields.date = date;
      if (metadata.dateBasis) fields.dateBasis = metadata.dateBasis;
      if (metadata.dateNote) fields.dateNote = metadata.dateNote;
    } else left('date-left-out', `Its date ${dateFault(written)}. It was left out.`);
  }
  const lang = languageTag(metadata.lang);
  if (lang) {
    if (fitsLetters(lang, text)) fields.lang = lang;
    else left('language-left-out', `It says that its language is "${lang}", which its letters contradict.`);
  }
  const address = cleanField(metadata.url);
  if (address) {
    const url = webAddress(address);
    if (url) fields.url = url;
    else left('address-left-out', `Its address "${printable(address)}" is no web address and was left out.`);
  }
  notices.push(...directionNotices(text));
  const kept = furniture.trim().slice(0, MAX_FURNITURE);
  return { document: { id, text, ...fields }, notices, ...(kept === '' ? {} : { furniture: kept }) };
}

/** An address that may become a link: http or https, nothing else (`javascript:`, `data:`, `file:`). Null when it is none. */
export function webAddress(address: string, base?: string): string | null {
  try {
    const url = new URL(address, base);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
    url.username = '';
    url.password = '';
    return url.href;
  } catch {
    return null;
  }
}

/** A well-formed BCP 47 tag, `ar_EG` too; undefined for anything else. */
export function languageTag(written: string | undefined): string | undefined {
  const tag = written
    ?.trim()
    .split(/[\s,;]/)[0]
    ?.replaceAll('_', '-');
  if (!tag || !/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** Many Arabic pages carry the `lang="en"` of their template: a language is believed only if the direction of the letters agrees. */
function fitsLetters(lang: string, text: string): boolean {
  const sample = text.slice(0, 20_000);
  const right = sample.match(RIGHT_TO_LEFT)?.length ?? 0;
  const left = sample.match(LEFT_TO_RIGHT)?.length ?? 0;
  if (right + left < 20) return true;
  return RIGHT_TO_LEFT_LANGUAGES.test(lang) ? right > left / 4 : left > right / 4;
}

/** Embeddings and overrides stay in the text, which is shown as written; the reader is told, since they can make it look otherwise. */
export function directionNotices(text: string): Notice[] {
  let count = 0;
  let first = -1;
  let override = false;
  OVERRIDES.lastIndex = 0;
  for (let match = OVERRIDES.exec(text); match; match = OVERRIDES.exec(text)) {
    if (first < 0) first = match.index;
    count++;
    if (match[0] === '\u202d' || match[0] === '\u202e') override = true;
  }
  if (count === 0) return [];
  return [
    {
      code: override ? 'direction-override' : 'direction-marks',
      severity: override ? 'warning' : 'info',
      message: `The text holds ${count} invisible characters that change the direction of writing${override ? ', overrides among them: letters may be shown in another order than they are written' : ''}.`,
      start: first,
      end: first + 1,
    },
  ];
}
