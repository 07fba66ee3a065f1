import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Notice } from '../core/model/notice.ts';
import { creationDate } from './file-creation.ts';
import { MAX_PDF_PAGES, MAX_PDF_PIECES } from './limits.ts';
import { documentOf, type Metadata } from './metadata.ts';
import { pdfEngine } from './pdf-engine.ts';
import { furnitureLines, linesOf, type PdfPiece, paragraphsOf, runsToTheLeft } from './pdf-lines.ts';
import { printable } from './printable.ts';
import { type ReadDocument, refuse } from './read-document.ts';

interface Page {
  readonly pieces: PdfPiece[];
  readonly bottom: number;
  readonly top: number;
}

/** Shapes that letters take in print, which some files write instead of the letters. */
const PRESENTATION_FORMS = /[\ufb00-\ufdfb\ufe70-\ufefc]+/g;
const NO_TITLE =
  /^(?:microsoft (?:word|powerpoint)\b.*|untitled.*|.*\.(?:docx?|pdf|indd|qxd|html?)|(?:https?|file):.*|about:blank)$/i;

/** Reads the text layer of a PDF: paragraphs without running heads, title, author, date and language from its properties. */
export async function readPdf(id: string, bytes: Uint8Array): Promise<ReadDocument> {
  if (!new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-'))
    return refuse(id, 'bad-pdf', 'The file is no PDF: it does not begin as one.');
  const { getDocument, VerbosityLevel } = await pdfEngine();
  const task = getDocument({
    // a copy: the engine takes the buffer away from its owner
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    maxImageSize: 1,
    stopAtErrors: false,
  } as Parameters<typeof getDocument>[0]);
  try {
    return await readPages(id, await task.promise);
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException')
      return refuse(id, 'encrypted', 'The PDF is locked by a password: save it without one.');
    const reason = error instanceof Error ? error.message : String(error);
    return refuse(id, 'bad-pdf', `The PDF cannot be read (${printable(reason)}).`);
  } finally {
    await task.destroy().catch(() => {});
  }
}

async function readPages(id: string, pdf: PDFDocumentProxy): Promise<ReadDocument> {
  const notices: Notice[] = [];
  const pages: Page[] = [];
  let count = 0;
  const broken: number[] = [];
  if (pdf.numPages > MAX_PDF_PAGES)
    notices.push({
      code: 'too-many-pages',
      severity: 'error',
      message: `Only the first ${MAX_PDF_PAGES} of ${pdf.numPages} pages were read: split the file.`,
    });
  for (let number = 1; number <= Math.min(pdf.numPages, MAX_PDF_PAGES); number++) {
    try {
      const page = await readPage(pdf, number);
      count += page.pieces.length;
      pages.push(page);
      if (count <= MAX_PDF_PIECES) continue;
      notices.push({
        code: 'text-too-long',
        severity: 'error',
        message: `Only the first ${number} pages were read: the text is too long. Split the file.`,
      });
      break;
    } catch {
      broken.push(number);
    }
  }
  if (broken.length > 0)
    notices.push({
      code: 'broken-pages',
      severity: pages.length > 0 ? 'warning' : 'error',
      message: `Pages ${broken.slice(0, 20).join(', ')} could not be read.`,
    });
  const toTheLeft = runsToTheLeft(pages.flatMap(({ pieces }) => pieces));
  const lined = pages.map(({ pieces, bottom, top }) => ({ lines: linesOf(pieces, toTheLeft), bottom, top }));
  const around = furnitureLines(lined);
  const text = paragraphsOf(lined.flatMap(({ lines }) => lines.filter((line) => !around.has(line)))).join('\n');
  if (text === '' && broken.length === 0)
    return refuse(id, 'no-text-layer', 'The PDF holds pictures of text at most: make the text readable (OCR) first.');
  if (lettersAreLost(text))
    notices.push({
      code: 'letters-lost',
      severity: 'warning',
      message:
        'The text layer of the PDF lacks parts of its letters (their dots): little will be found in it. Use the original text, or make the text anew (OCR).',
    });
  return documentOf(
    id,
    text,
    await propertiesOf(pdf, text),
    notices,
    [...new Set([...around].map((line) => line.text))].join('\n'),
  );
}

/** Some fonts draw dots apart from their letters, and some programs then write only the letters: `ٮ` for `ب`, which no text has by itself. */
function lettersAreLost(text: string): boolean {
  const sample = text.slice(0, 100_000);
  const letters = sample.match(/[\u0621-\u06d3]/g)?.length ?? 0;
  const dotless = sample.match(/[\u066e\u066f\u06a1\u06ba]/g)?.length ?? 0;
  return dotless > Math.max(2, letters / 100);
}

async function readPage(pdf: PDFDocumentProxy, number: number): Promise<Page> {
  const page = await pdf.getPage(number);
  const [, bottom = 0, , top = 0] = page.view;
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  const pieces: PdfPiece[] = [];
  for (const item of items) {
    if (!('str' in item)) continue;
    const [, , , , x = 0, y = 0] = item.transform as number[];
    pieces.push({
      text: cleaned(item.str),
      x,
      y,
      width: item.width,
      height: item.height,
      rightToLeft: item.dir === 'rtl',
      endsLine: item.hasEOL,
    });
  }
  page.cleanup();
  return { pieces, bottom, top };
}

function cleaned(text: string): string {
  return text
    .replace(PRESENTATION_FORMS, (forms) => forms.normalize('NFKC'))
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ');
}

async function propertiesOf(pdf: PDFDocumentProxy, text: string): Promise<Metadata> {
  try {
    const { info, metadata } = await pdf.getMetadata();
    const fields = info as Record<string, unknown>;
    const read = (name: string, extended: string) => {
      const value: unknown = metadata?.get(extended) ?? fields[name];
      return typeof value === 'string'
        ? value
        : Array.isArray(value)
          ? value.filter((part) => typeof part === 'string').join(', ')
          : undefined;
    };
    const title = read('Title', 'dc:title')?.trim();
    const date = read('CreationDate', 'xmp:createdate');
    return {
      title: title && !NO_TITLE.test(title) ? title : undefined,
      author: read('Author', 'dc:creator'),
      lang: typeof fields.Language === 'string' ? fields.Language : undefined,
      source: read('', 'dc:publisher'),
      ...creationDate(date, text),
    };
  } catch {
    return {};
  }
}
