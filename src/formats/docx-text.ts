import { SaxesParser } from 'saxes';

/** XML that no word processor writes; the message is for people. */
export class XmlFault extends Error {}

const MAX_DEPTH = 1_000;

interface Handlers {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>, selfClosing: boolean) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/** Reads XML piece by piece. A document type is refused: the format forbids it, and entities that multiply live in it. */
export function readXml(source: string, handlers: Handlers): void {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('doctype', () => {
    throw new XmlFault('it holds a document type declaration, which this format forbids');
  });
  parser.on('error', (error) => {
    throw new XmlFault(error.message.slice(0, 200));
  });
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    if (++depth > MAX_DEPTH) throw new XmlFault(`its elements are nested more than ${MAX_DEPTH} deep`);
    handlers.open(name, attributes, isSelfClosing);
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    handlers.close(name);
  });
  parser.on('text', handlers.text);
  parser.on('cdata', handlers.text);
  for (let at = 0; at < source.length; at += CHUNK) parser.write(source.slice(at, at + CHUNK));
  parser.close();
}

const CHUNK = 256 * 1024;
/** What is not text of the document: what was deleted, field codes, the fallback of a drawing, hidden properties. */
const SKIPPED = new Set([
  'w:delText',
  'w:instrText',
  'w:delInstrText',
  'mc:Fallback',
  'w:del',
  'w:moveFrom',
  'w:rPrChange',
  'w:pPrChange',
]);

/**
 * The text of a WordprocessingML part: one line a paragraph, the cells of a table apart by tabs, a text box behind the
 * paragraph that holds it. Runs that are hidden are left out; `hidden` counts them.
 */
export function wordText(source: string): { text: string; hidden: number } {
  const lines: string[] = [];
  /** Paragraphs being read: a text box stands inside the paragraph that it hangs on. */
  const open: { text: string; boxes: string[] }[] = [];
  const cells: string[][][] = [];
  let skip = 0;
  let inText = 0;
  let hidden = 0;
  let runHidden = false;
  const put = (text: string) => {
    const paragraph = open[open.length - 1];
    if (paragraph && skip === 0) {
      if (runHidden) hidden += text.length;
      else paragraph.text += text;
    }
  };
  const finish = (line: string) => {
    const row = cells[cells.length - 1];
    if (row) row[row.length - 1]?.push(line);
    else lines.push(line);
  };
  readXml(source, {
    open(name, attributes) {
      if (SKIPPED.has(name)) skip++;
      else if (name === 'w:p') open.push({ text: '', boxes: [] });
      else if (name === 'w:t') inText++;
      else if (name === 'w:r') runHidden = false;
      else if (name === 'w:vanish' || name === 'w:webHidden')
        runHidden = !/^(?:0|false|off)$/.test(attributes['w:val'] ?? '');
      else if (name === 'w:tab' && !('w:pos' in attributes)) put('\t');
      else if (name === 'w:br' || name === 'w:cr') put('\n');
      else if (name === 'w:noBreakHyphen') put('\u2011');
      else if (name === 'w:softHyphen') put('\u00ad');
      else if (name === 'w:tr') cells.push([]);
      else if (name === 'w:tc') cells[cells.length - 1]?.push([]);
    },
    close(name) {
      if (SKIPPED.has(name)) skip--;
      else if (name === 'w:t') inText--;
      else if (name === 'w:r') runHidden = false;
      else if (name === 'w:p') {
        const done = open.pop();
        if (!done || skip > 0) return;
        const holder = open[open.length - 1];
        const text = [done.text.trimEnd(), ...done.boxes].filter((line) => line !== '').join('\n');
        if (holder) holder.boxes.push(text);
        else finish(text);
      } else if (name === 'w:tr') {
        const row = cells.pop() ?? [];
        finish(
          row
            .map((cell) => cell.join(' ').replace(/[\t\n]+/g, ' '))
            .join('\t')
            .trimEnd(),
        );
      }
    },
    text(text) {
      if (inText > 0) put(text);
    },
  });
  return { text: lines.filter((line) => line !== '').join('\n'), hidden };
}

/** The text of each element of a part of properties, by its name without prefix. */
export function properties(source: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let name = '';
  readXml(source, {
    open(qualified) {
      name = qualified.split(':').pop() ?? '';
    },
    close() {
      name = '';
    },
    text(text) {
      if (name !== '' && found.size < 200) found.set(name, (found.get(name) ?? '') + text);
    },
  });
  return found;
}
