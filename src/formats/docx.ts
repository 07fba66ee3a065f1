import type { Notice } from '../core/model/notice.ts';
import { type ArchiveEntry, ArchiveFault, readDirectory, unpack } from './archive.ts';
import { properties, readXml, wordText, XmlFault } from './docx-text.ts';
import { creationDate } from './file-creation.ts';
import { MAX_ARCHIVE_BYTES, MAX_PART_BYTES } from './limits.ts';
import { documentOf } from './metadata.ts';
import { type ReadDocument, refuse } from './read-document.ts';

const OLE = [0xd0, 0xcf, 0x11, 0xe0];
/** Titles that word processors give by themselves. */
const NO_TITLE = /^(?:microsoft word\b.*|document\d*|untitled|doc\d*|مستند\d*)$/i;

/** Reads a Word document (.docx): paragraphs, tables, notes; running heads apart; title, author, date and language from its properties. */
export function readDocx(id: string, bytes: Uint8Array): ReadDocument {
  if (OLE.every((byte, at) => bytes[at] === byte))
    return refuse(
      id,
      'encrypted-or-old',
      'This is an old .doc file or one with a password: save it as .docx without a password.',
    );
  if (bytes.length > MAX_ARCHIVE_BYTES)
    return refuse(id, 'file-too-large', `The file has ${bytes.length} bytes, more than ${MAX_ARCHIVE_BYTES}.`);
  try {
    return readParts(id, bytes, new Map(readDirectory(bytes).map((entry) => [entry.name, entry])));
  } catch (error) {
    if (error instanceof ArchiveFault || error instanceof XmlFault)
      return refuse(id, 'bad-docx', `The Word document cannot be read: ${error.message}.`);
    throw error;
  }
}

function readParts(id: string, bytes: Uint8Array, entries: ReadonlyMap<string, ArchiveEntry>): ReadDocument {
  const part = (name: string) => {
    const entry = entries.get(name);
    return entry ? new TextDecoder().decode(unpack(bytes, entry, MAX_PART_BYTES)) : null;
  };
  const main = mainPart(part('_rels/.rels')) ?? 'word/document.xml';
  const source = part(main);
  if (source === null) return refuse(id, 'bad-docx', 'The file holds no Word document: save it as .docx.');
  const body = wordText(source);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const notices: Notice[] = [];
  /** A part beside the text: a fault there loses only itself. */
  const beside = <Value>(name: string, read: (source: string) => Value, otherwise: Value): Value => {
    try {
      const content = part(name);
      return content === null ? otherwise : read(content);
    } catch (error) {
      if (!(error instanceof ArchiveFault || error instanceof XmlFault)) throw error;
      notices.push({
        code: 'bad-part',
        severity: 'warning',
        message: `${name} of the Word document was left out: ${error.message}.`,
      });
      return otherwise;
    }
  };
  const notes = ['footnotes.xml', 'endnotes.xml'].map((name) => beside(folder + name, (xml) => wordText(xml).text, ''));
  const around = [...entries.keys()]
    .filter((name) => name.startsWith(folder) && /^(?:header|footer)\d{0,3}\.xml$/.test(name.slice(folder.length)))
    .slice(0, 20)
    .map((name) => beside(name, (xml) => wordText(xml).text, ''));
  const core = beside('docProps/core.xml', properties, new Map<string, string>());
  const app = beside('docProps/app.xml', properties, new Map<string, string>());
  const text = [body.text, ...notes].filter((piece) => piece !== '').join('\n');
  const title = core.get('title')?.trim();
  if (body.hidden > 0)
    notices.push({
      code: 'hidden-text',
      severity: 'info',
      message: `${body.hidden} characters that the document keeps hidden were left out of the text.`,
    });
  return documentOf(
    id,
    text,
    {
      title: title && !NO_TITLE.test(title) ? title : undefined,
      author: core.get('creator'),
      ...creationDate(core.get('created'), text),
      lang: core.get('language'),
      source: core.get('publisher') ?? app.get('Company'),
    },
    notices,
    around.filter((piece) => piece !== '').join('\n'),
  );
}

function mainPart(relations: string | null): string | null {
  let target: string | null = null;
  if (relations !== null)
    readXml(relations, {
      open(_, attributes) {
        if (attributes.Type?.endsWith('/officeDocument') && attributes.TargetMode !== 'External')
          target ??= attributes.Target ?? null;
      },
      close() {},
      text() {},
    });
  return (target as string | null)?.replace(/^\//, '') ?? null;
}
