/** A piece of text as pdf.js gives it, in the space of the page (y upwards). */
export interface PdfPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly rightToLeft: boolean;
  readonly endsLine: boolean;
}

/** A line of a page in the order in which it is read. */
export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly height: number;
}

/** A gap of this part of the letters' height is a space between words, of the second a space between columns. */
const WORD_GAP = 0.18;
const COLUMN_GAP = 3;

/** Whether a document is written to the left, so that a line of it is too, however much of it is in other letters. */
export function runsToTheLeft(pieces: Iterable<PdfPiece>): boolean {
  let right = 0;
  let all = 0;
  for (const { text, rightToLeft } of pieces) {
    all += text.trim().length;
    if (rightToLeft) right += text.trim().length;
  }
  return right > 0.3 * all;
}

/** Lines of pieces that follow each other on one height. The pieces of a line stand in the order of reading, whatever the order of drawing. */
export function linesOf(pieces: readonly PdfPiece[], toTheLeft: boolean): PdfLine[] {
  const lines: PdfLine[] = [];
  let open: PdfPiece[] = [];
  const close = () => {
    const shown = open.filter(({ text }) => text.trim() !== '');
    if (shown.length > 0) lines.push(lineOf(shown, toTheLeft));
    open = [];
  };
  for (const piece of pieces) {
    const last = open[open.length - 1];
    if (last && Math.abs(last.y - piece.y) > Math.max(last.height, piece.height, 1) * 0.5) close();
    open.push(piece);
    if (piece.endsLine) close();
  }
  close();
  return lines;
}

function lineOf(pieces: readonly PdfPiece[], toTheLeft: boolean): PdfLine {
  const visual = [...pieces].sort((a, b) => a.x - b.x);
  const rightToLeft =
    visual.some((piece) => piece.rightToLeft) &&
    (toTheLeft || visual.reduce((sum, piece) => sum + (piece.rightToLeft ? 1 : -1) * piece.text.length, 0) > 0);
  const ordered = rightToLeft ? readRightToLeft(visual) : readLeftToRight(visual);
  const places = new Map(visual.map((piece, place) => [piece, place]));
  let text = '';
  for (const [index, piece] of ordered.entries()) {
    const before = ordered[index - 1];
    if (before) {
      const gap = gapBetween(visual, places.get(before) ?? 0, places.get(piece) ?? 0, rightToLeft, piece);
      const height = Math.max(1, piece.height);
      if (gap > height * COLUMN_GAP) text = `${text.trimEnd()}\t`;
      else if (gap > height * WORD_GAP && !/\s$/.test(text) && !/^\s/.test(piece.text)) text += ' ';
    }
    text += rightToLeft && !piece.rightToLeft ? signsBehind(piece.text, index === ordered.length - 1) : piece.text;
  }
  return {
    text: text.replace(/[ \u00a0]+/g, ' ').trim(),
    x: Math.min(...visual.slice(0, 1000).map(({ x }) => x)),
    right: Math.max(...visual.slice(-1000).map(({ x, width }) => x + width)),
    y: pieces[0]?.y ?? 0,
    height: Math.max(...pieces.slice(0, 1000).map(({ height }) => height)),
  };
}

/**
 * A foreign word or a number at the end of a sentence that runs to the left has the full stop to its left, and some files
 * draw both as one piece: `.COVID-19`. What begins so by itself is a small letter: `.com`.
 */
function signsBehind(text: string, endsLine: boolean): string {
  const match = /^([.,;:!?؟،؛…]+)(?=([\p{L}\p{N}]))(.*\S)(\s*)$/u.exec(text);
  if (!match) return text;
  const [, signs = '', first = '', word = '', space = ''] = match;
  return endsLine || !/\p{Ll}/u.test(first) ? word + signs + space : text;
}

/**
 * The white space between a piece and the next one read. Where a run of the other direction begins or ends the two do
 * not stand side by side: then it is the space at that end of the run.
 */
function gapBetween(
  visual: readonly PdfPiece[],
  from: number,
  to: number,
  rightToLeft: boolean,
  next: PdfPiece,
): number {
  const entersRun = next.rightToLeft !== rightToLeft;
  const left =
    Math.abs(from - to) === 1
      ? Math.min(from, to)
      : rightToLeft
        ? entersRun
          ? from - 1
          : to
        : entersRun
          ? from
          : to - 1;
  const a = visual[left];
  const b = visual[left + 1];
  return a && b ? b.x - (a.x + a.width) : 0;
}

/** From the right; runs of words of the other direction keep theirs. */
function readRightToLeft(visual: readonly PdfPiece[]): PdfPiece[] {
  return reversedRuns([...visual].reverse(), (piece) => !piece.rightToLeft && /[\p{L}\p{N}]/u.test(piece.text));
}

function readLeftToRight(visual: readonly PdfPiece[]): PdfPiece[] {
  return reversedRuns([...visual], (piece) => piece.rightToLeft);
}

/** Signs within a number, a date or an address, which do not end its run. */
const INSIDE = /^[.:,/%@–-]$/;

function reversedRuns(pieces: PdfPiece[], belongs: (piece: PdfPiece) => boolean): PdfPiece[] {
  const isInside = (at: number) => {
    const next = pieces[at + 1];
    return next !== undefined && INSIDE.test(pieces[at]?.text ?? '') && belongs(next);
  };
  for (let start = 0; start < pieces.length; start++) {
    let end = start;
    while (end < pieces.length && (belongs(pieces[end] as PdfPiece) || (end > start && isInside(end)))) end++;
    if (end - start > 1) pieces.splice(start, end - start, ...pieces.slice(start, end).reverse());
    start = Math.max(start, end);
  }
  return pieces;
}

/** The edge of a page, above and below, where running heads and page numbers stand. */
const EDGE = 0.12;
const PAGE_NUMBER =
  /^[^\p{L}\p{N}]{0,6}(?:page|p|صفحة|ص)?[\s.:]{0,3}[\d٠-٩]{1,4}(?:\s?(?:\/|of|من|-)\s?[\d٠-٩]{1,4})?[^\p{L}\p{N}]{0,6}$/iu;

/** Which lines are running heads and page numbers: near an edge, and the same (but for figures) at the same height of several pages. */
export function furnitureLines(
  pages: readonly { readonly lines: readonly PdfLine[]; readonly bottom: number; readonly top: number }[],
): Set<PdfLine> {
  const seen = new Map<string, PdfLine[]>();
  const found = new Set<PdfLine>();
  for (const { lines, bottom, top } of pages) {
    const edge = (top - bottom) * EDGE;
    for (const line of lines) {
      if (line.y < top - edge && line.y > bottom + edge) continue;
      if (pages.length > 1 && PAGE_NUMBER.test(line.text)) found.add(line);
      const key = `${Math.round(line.y / SAME_HEIGHT)} ${line.text.replace(/[\d٠-٩]+/g, '#')}`;
      const same = seen.get(key);
      if (same) same.push(line);
      else seen.set(key, [line]);
    }
  }
  const enough = Math.max(2, Math.min(3, pages.length));
  for (const same of seen.values()) if (same.length >= enough) for (const line of same) found.add(line);
  return found;
}

/** Points within which two heights are one. */
const SAME_HEIGHT = 4;
const BRACKETS = ['()', '[]', '{}', '«»', '‹›'] as const;

/**
 * Files write the brackets of text that runs to the left as they look or as they are meant. Whichever of the two
 * closes more of what it opens is taken, for each kind of bracket.
 */
export function mendedBrackets(text: string): string {
  const right = text.match(/[\u0590-\u08ff]/g)?.length ?? 0;
  if (right < text.length / 4) return text;
  let mended = text;
  for (const [open, close] of BRACKETS) {
    if (open === undefined || close === undefined || !mended.includes(open)) continue;
    if (pairs(mended, close, open) > pairs(mended, open, close))
      mended = mended.replace(new RegExp(`[\\${open}\\${close}]`, 'g'), (found) => (found === open ? close : open));
  }
  return mended;
}

function pairs(text: string, open: string, close: string): number {
  let depth = 0;
  let matched = 0;
  for (const char of text) {
    if (char === open) depth++;
    else if (char === close && depth > 0) {
      depth--;
      matched++;
    }
  }
  return matched;
}

const ENDED = /[.؟!?:…۔]["”»')\]]*$/;

/** Lines joined to paragraphs: a wider gap, another size of letters, or a line that ends short begins a new one. */
export function paragraphsOf(lines: readonly PdfLine[]): string[] {
  const paragraphs: string[] = [];
  let text = '';
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before && text !== '' && !beginsAnew(before, line, lines, index)) text = joined(text, line.text);
    else {
      if (text !== '') paragraphs.push(text);
      text = line.text;
    }
  });
  if (text !== '') paragraphs.push(text);
  return paragraphs.map(mendedBrackets);
}

function beginsAnew(before: PdfLine, line: PdfLine, lines: readonly PdfLine[], index: number): boolean {
  const gap = before.y - line.y;
  const height = Math.max(1, before.height);
  if (Math.abs(line.height - before.height) > 0.15 * height) return true;
  if (PARTED.test(before.text) && /^[\p{L}\p{N}]/u.test(line.text)) return false;
  const nextColumnOrPage = gap <= 0 || gap > 8 * height;
  if (nextColumnOrPage) return ENDED.test(before.text);
  const earlier = lines[index - 2];
  const usual = earlier && earlier.y > before.y ? earlier.y - before.y : 1.6 * height;
  if (gap > 1.35 * usual && gap > 1.5 * height) return true;
  if (gap > 2.6 * height) return true;
  const width = before.right - before.x;
  const around = lines.slice(Math.max(0, index - 4), index + 3).map(({ x, right }) => right - x);
  return width < 0.8 * Math.max(...around) && (ENDED.test(before.text) || width < 0.6 * Math.max(...around));
}

/** A word goes on in the next line: behind a hyphen, however it is written. */
const PARTED = /[\p{L}\p{N}][-\u00ad\u2010\u2011]$/u;

/** Two lines of a paragraph. A hyphen between small letters parted a word, another is its own: `Nagorno-Karabakh`. */
function joined(text: string, next: string): string {
  if (/\u00ad$/.test(text) || (/\p{Ll}[-\u2010]$/u.test(text) && /^\p{Ll}/u.test(next)))
    return text.slice(0, -1) + next;
  const goesOn = PARTED.test(text) ? /^[\p{L}\p{N}]/u : /\d[\u2013\u2014]$/.test(text) ? /^\d/ : null;
  return goesOn?.test(next) ? text + next : `${text} ${next}`;
}
