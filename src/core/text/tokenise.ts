import { isIgnorable } from './fold.ts';
import { formOf } from './forms.ts';

/** Letters of one script, digits, or one sign. */
export type TokenType = 'word' | 'number' | 'sign';
export type Script = 'arab' | 'latn' | 'cyrl' | 'armn' | 'other' | '';

/** A token keeps its place in the text; `folded` is the form for looking up (see `fold.ts`). */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  /** The number of the folded form (see `forms.ts`). */
  readonly form: number;
  readonly type: TokenType;
  readonly script: Script;
  /** Whether white space, a line break or the start of the text precedes. */
  readonly spaced: boolean;
}

const OTHER_LETTER = /\p{L}/u;
const OTHER_NUMBER = /\p{Nd}/u;

function scriptOf(code: number): Script {
  if (
    (code >= 0x0620 && code <= 0x064a) ||
    (code >= 0x066e && code <= 0x06d5 && code !== 0x06d4) ||
    code === 0x06ee ||
    code === 0x06ef ||
    (code >= 0x06fa && code <= 0x06ff) ||
    (code >= 0x0750 && code <= 0x077f) ||
    (code >= 0x08a0 && code <= 0x08b4) ||
    (code >= 0xfb50 && code <= 0xfd3d) ||
    (code >= 0xfd50 && code <= 0xfdfb) ||
    (code >= 0xfe70 && code <= 0xfefc)
  )
    return 'arab';
  if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) return 'latn';
  if (code < 0xaa) return '';
  if ((code >= 0xc0 && code <= 0x2af && code !== 0xd7 && code !== 0xf7) || (code >= 0x1e00 && code <= 0x1eff))
    return 'latn';
  if (code >= 0x400 && code <= 0x52f) return 'cyrl';
  if ((code >= 0x531 && code <= 0x556) || (code >= 0x561 && code <= 0x587)) return 'armn';
  return OTHER_LETTER.test(String.fromCharCode(code)) ? 'other' : '';
}

function isDigit(code: number): boolean {
  if (code < 0x80) return code >= 0x30 && code <= 0x39;
  return (
    (code >= 0x660 && code <= 0x669) ||
    (code >= 0x6f0 && code <= 0x6f9) ||
    (code > 0x6ff && OTHER_NUMBER.test(String.fromCharCode(code)))
  );
}

const isApostrophe = (code: number) => code === 0x27 || code === 0x2019 || code === 0x2bb || code === 0x2bc;

/** End of a web address or an @handle that starts here, or the start itself: such text names no place. */
function addressEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const isAddress =
    (code === 0x68 && (text.startsWith('http://', at) || text.startsWith('https://', at))) ||
    (code === 0x77 && text.startsWith('www.', at)) ||
    (code === 0x40 && /[A-Za-z0-9_]/.test(text[at + 1] ?? ''));
  if (!isAddress) return at;
  let end = at + 1;
  while (end < text.length && text.charCodeAt(end) > 0x20 && scriptOf(text.charCodeAt(end)) !== 'arab') end++;
  return end;
}

const INITIALS = /(?:\p{Lu}\.){2,}/uy;

/** End of a row of initials with dots (U.S., D.C.) that starts here, or the start itself. */
function initialsEnd(text: string, at: number): number {
  if (text.charCodeAt(at + 1) !== 0x2e || text.charCodeAt(at + 3) !== 0x2e) return at;
  INITIALS.lastIndex = at;
  return INITIALS.test(text) ? INITIALS.lastIndex : at;
}

/**
 * Splits a text into words, numbers and signs. Nothing is lost but white space, and no offset moves. Underscores
 * separate words (hashtags), a change of script ends a word, an apostrophe between letters of a non-Arabic script does
 * not; initials with dots are one word, a web address or an @handle is one sign. Linear in the length of the text.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const length = text.length;
  let at = 0;
  let spaced = true;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (
      code <= 0x20 ||
      code === 0xa0 ||
      code === 0x2028 ||
      code === 0x2029 ||
      code === 0x85 ||
      (code >= 0x2000 && code <= 0x200a) ||
      code === 0x202f ||
      code === 0x3000
    ) {
      spaced = true;
      at++;
      continue;
    }
    if (isIgnorable(code)) {
      at++;
      continue;
    }
    const start = at;
    const address = addressEnd(text, at);
    if (address > at) {
      tokens.push({ start, end: address, folded: '', form: formOf('').number, type: 'sign', script: '', spaced });
      at = address;
      spaced = false;
      continue;
    }
    let type: TokenType = 'sign';
    let script: Script = scriptOf(code);
    const initials = script === 'latn' ? initialsEnd(text, at) : at;
    if (initials > at) {
      const { folded, number } = formOf(text.slice(start, initials).replaceAll('.', ''));
      tokens.push({ start, end: initials, folded, form: number, type: 'word', script, spaced });
      at = initials;
      spaced = false;
      continue;
    }
    if (script !== '') {
      type = 'word';
      at++;
      let last = at;
      while (at < length) {
        const next = text.charCodeAt(at);
        if (scriptOf(next) === script) last = ++at;
        else if (isIgnorable(next)) at++;
        else if (
          script !== 'arab' &&
          isApostrophe(next) &&
          at + 1 < length &&
          scriptOf(text.charCodeAt(at + 1)) === script
        )
          at++;
        else break;
      }
      // A trailing mark belongs to its letter; a trailing invisible character does not belong to the word.
      at = last;
      while (at < length && isIgnorable(text.charCodeAt(at)) && text.charCodeAt(at) < 0x200b) at++;
    } else if (isDigit(code)) {
      type = 'number';
      while (at < length && isDigit(text.charCodeAt(at))) at++;
    } else {
      script = '';
      at += code >= 0xd800 && code <= 0xdbff && at + 1 < length ? 2 : 1;
    }
    const { folded, number } = formOf(text.slice(start, at));
    tokens.push({ start, end: at, folded, form: number, type, script, spaced });
    spaced = false;
  }
  return tokens;
}
