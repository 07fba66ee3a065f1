import { decode } from './decode.ts';
import { readFrontMatter } from './front-matter.ts';
import { readMarkup } from './html.ts';
import { MAX_MARKUP_BYTES } from './limits.ts';
import { type ReadDocument, type ReadHints, refuse } from './read-document.ts';

/** Marks of quotes within quotes, more than any reader follows: the parser leaves out what lies deeper than a hundred. */
const DEEP_QUOTE = /^(?:[ \t]{0,3}>){50,}/gm;

/** Reads Markdown: the text without its marks, front matter as metadata, HTML inside it as in a page. */
export async function readMd(id: string, bytes: Uint8Array, hints: ReadHints = {}): Promise<ReadDocument> {
  if (bytes.length > MAX_MARKUP_BYTES)
    return refuse(id, 'file-too-large', `The file has ${bytes.length} bytes, more than ${MAX_MARKUP_BYTES}: split it.`);
  const { text, notices } = decode(bytes, hints.charset);
  if (text === null) return { document: null, id, notices };
  const { metadata, end, notices: faults } = await readFrontMatter(text);
  const { default: MarkdownIt } = await import('markdown-it');
  // the HTML is only read for its text, by the reader of pages, and never shown
  const html = new MarkdownIt({ html: true, linkify: false, typographer: false }).render(
    text.slice(end).replace(DEEP_QUOTE, '> '),
  );
  return readMarkup(id, `<!doctype html><body><main>${html}</main>`, [...notices, ...faults], metadata);
}
