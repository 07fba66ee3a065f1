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
/** The namespaces that are read, by the prefix that stands for them here; a file may call them as it likes. The second of WordprocessingML is its strict form (ISO/IEC 29500). */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
};

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
  const names = canonicalNames();
  const keyOf = (attributes: Readonly<Record<string, string>>, name: string) =>
    Object.keys(attributes).find((given) => names.of(given) === name);
  readXml(source, {
    open(given, attributes) {
      names.declare(attributes);
      const name = names.of(given);
      if (SKIPPED.has(name)) skip++;
      else if (name === 'w:p') open.push({ text: '', boxes: [] });
      else if (name === 'w:t') inText++;
      else if (name === 'w:r') runHidden = false;
      else if (name === 'w:vanish' || name === 'w:webHidden')
        runHidden = !/^(?:0|false|off)$/.test(attributes[keyOf(attributes, 'w:val') ?? ''] ?? '');
      else if (name === 'w:tab' && keyOf(attributes, 'w:pos') === undefined) put('\t');
      else if (name === 'w:br' || name === 'w:cr') put('\n');
      else if (name === 'w:noBreakHyphen') put('\u2011');
      else if (name === 'w:softHyphen') put('\u00ad');
      else if (name === 'w:tr') cells.push([]);
      else if (name === 'w:tc') cells[cells.length - 1]?.push([]);
    },
    close(given) {
      const name = names.of(given);
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

/** Elements and attributes by the names that `PREFIXES` gives them, whatever the file calls their namespaces. */
function canonicalNames(): {
  readonly declare: (attributes: Readonly<Record<string, string>>) => void;
  readonly of: (name: string) => string;
} {
  const prefixes = new Map<string, string>();
  return {
    declare(attributes) {
      for (const name in attributes) {
        if (!name.startsWith('xmlns')) continue;
        const known = PREFIXES[attributes[name] ?? ''];
        const prefix = name.slice('xmlns:'.length);
        if (known !== undefined && known !== prefix) prefixes.set(prefix, known);
      }
    },
    of(name) {
      if (prefixes.size === 0) return name;
      const colon = name.indexOf(':');
      const known = prefixes.get(name.slice(0, Math.max(0, colon)));
      return known === undefined ? name : `${known}:${name.slice(colon + 1)}`;
    },
  };
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
