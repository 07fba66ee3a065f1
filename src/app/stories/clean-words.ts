/** Overrides, embeddings and isolates: they turn the direction of what follows, and hide what a line says. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/** One line made by somebody else, as a title is shown: white space joined, without control characters and what turns the direction. */
export function cleanLine(line: string): string {
  return line
    .replace(TURNS, '')
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
}

/** A text made by somebody else: its lines stay, and every other control character goes, as does what turns the direction. */
export function cleanText(text: string): string {
  return text
    .replace(TURNS, '')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '');
}
