/**
 * How much is read of anything that somebody else made. What goes beyond is refused with a notice that names the limit,
 * so that memory stays bounded whatever arrives. Sizes in bytes, lengths in UTF-16 units.
 */
export { MAX_TEXT } from '../core/model/document.ts';

const MIB = 1024 * 1024;

/** A file of plain text, JSON Lines or a table. Beyond it the decoded text would not fit a JavaScript string twice over. */
export const MAX_FILE_BYTES = 128 * MIB;
/** HTML and Markdown: a parsed tree takes some thirty times its source. */
export const MAX_MARKUP_BYTES = 16 * MIB;
export const MAX_MARKUP_NODES = 1_000_000;
/** Browsers stop nesting at 512 too. */
export const MAX_MARKUP_DEPTH = 512;
/** A parser compares each attribute with all before it; a page has a few dozen at most. */
export const MAX_ATTRIBUTES = 2_000;
/** In a browser several files are read at a time in the memory of one page: of each no more than this. */
export const BROWSER_MAX_MARKUP_BYTES = 6 * MIB;
export const BROWSER_MAX_FILE_BYTES = 64 * MIB;
export const BROWSER_MAX_ARCHIVE_BYTES = 256 * MIB;
/** A part of a .docx file, unpacked. */
export const MAX_PART_BYTES = 64 * MIB;
export const MAX_PDF_BYTES = 128 * MIB;
export const MAX_PDF_PAGES = 5_000;
/** Pieces of text; many programs write each letter as one. */
export const MAX_PDF_PIECES = 3_000_000;
export const MAX_ARCHIVE_BYTES = 512 * MIB;
export const MAX_ARCHIVE_ENTRIES = 100_000;
/** Everything that is unpacked of one archive, added up. */
export const MAX_UNPACKED_BYTES = 1024 * MIB;
/** Rows of a table, lines of JSON: each is a document. */
export const MAX_ROWS = 200_000;
/** Files of a folder. */
export const MAX_FILES = 200_000;
export const MAX_FRONT_MATTER = 64 * 1024;
/** A title, an author, an address. */
export const MAX_FIELD = 1_000;
export const MAX_ID = 200;
/** What is kept of a page's furniture, to be looked at. */
export const MAX_FURNITURE = 20_000;
/** An exported corpus, texts and all: it must fit a JavaScript string. */
export const MAX_CORPUS_FILE_BYTES = 384 * MIB;
export const MAX_SETTINGS_BYTES = 16 * MIB;
