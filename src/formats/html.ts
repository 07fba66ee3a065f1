import type { Notice } from '../core/model/notice.ts';
import { decode } from './decode.ts';
import { pageContent } from './html-content.ts';
import { pageMetadata } from './html-metadata.ts';
import { MAX_MARKUP_BYTES } from './limits.ts';
import { isElement, type MarkupElement, MarkupFault, parseMarkup } from './markup-tree.ts';
import { documentOf, type Metadata } from './metadata.ts';
import { type ReadDocument, type ReadHints, refuse } from './read-document.ts';

/** Hidden text shorter than this is a label for a screen reader or a counter, and not worth a word. */
const HIDDEN_WORTH_TELLING = 200;

/** Reads a web page: its text without what stands around it, and what it says of itself. Nothing of it is run or fetched. */
export function readHtml(id: string, bytes: Uint8Array, hints: ReadHints = {}): ReadDocument {
  if (bytes.length > MAX_MARKUP_BYTES)
    return refuse(id, 'file-too-large', `The page has ${bytes.length} bytes, more than ${MAX_MARKUP_BYTES}: split it.`);
  const { text, notices } = decode(bytes, hints.charset ?? declaredCharset(bytes));
  if (text === null) return { document: null, id, notices };
  return readMarkup(id, text, notices);
}

/** Declarations that a page of XML has within its doctype: to HTML the doctype ends at the first `>`, and their rest would be text. */
const DECLARATIONS = /^(\s*(?:<\?[^>]*>\s*)?<!doctype\s[^[>]*)\[[^\]]*\]/i;

/** The document of a page's source. `known` is what was said of it elsewhere, and overrules the page. */
export function readMarkup(id: string, source: string, notices: readonly Notice[], known: Metadata = {}): ReadDocument {
  try {
    const page = parseMarkup(source.replace(DECLARATIONS, '$1'));
    const html = page.childNodes.find((node): node is MarkupElement => isElement(node) && node.tagName === 'html');
    const body = html?.childNodes.find(
      (node): node is MarkupElement => isElement(node) && (node.tagName === 'body' || node.tagName === 'frameset'),
    );
    const said = {
      ...pageMetadata(page),
      ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
    };
    if (!body) return documentOf(id, '', said, notices);
    const { text, furniture, hidden } = pageContent(body, page);
    return documentOf(
      id,
      text,
      said,
      [...notices, ...(hidden > HIDDEN_WORTH_TELLING ? [hiddenNotice(hidden)] : [])],
      furniture,
    );
  } catch (error) {
    if (!(error instanceof MarkupFault)) throw error;
    return refuse(id, 'markup-too-complex', `The page was not read: ${error.message}.`);
  }
}

function hiddenNotice(hidden: number): Notice {
  return {
    code: 'hidden-text',
    severity: 'info',
    message: `${hidden} characters that the page keeps invisible were left out of the text.`,
  };
}

/** The encoding that a page declares in its first bytes, as browsers look for it. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096));
  return (
    /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(head)?.[1] ??
    /^<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})/i.exec(head)?.[1]
  );
}
