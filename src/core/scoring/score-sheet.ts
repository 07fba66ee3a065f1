import type { Span } from '../model/span.ts';
import type { Counts } from './match.ts';

/** One line of the table: a share with the number of cases behind it. */
export interface Score {
  readonly name: string;
  readonly value: number;
  readonly right: number;
  readonly cases: number;
}

export interface Miss {
  readonly document: string;
  readonly what: string;
  readonly text: string;
}

/** Collects the lines of the table and the misses, in the order in which they come. */
export class ScoreSheet {
  readonly scores: Score[] = [];
  readonly misses: Miss[] = [];

  /** A share; nothing where there was no case. */
  add(name: string, [right, cases]: readonly [right: number, cases: number]): void {
    if (cases > 0) this.scores.push({ name, value: right / cases, right, cases });
  }

  /** Precision, recall and F1. */
  f1(name: string, { hits, extra, missed }: Counts): void {
    this.add(`${name}, precision`, [hits, hits + extra]);
    this.add(`${name}, recall`, [hits, hits + missed]);
    this.add(`${name}, F1`, [2 * hits, 2 * hits + extra + missed]);
  }

  /** A measure that is no share. */
  measure(name: string, value: number, cases: number): void {
    this.scores.push({ name, value, right: cases, cases });
  }

  /** Notes misses of a document, each with the words around it. */
  missesOf(document: string, text: string): (what: string, span: Span) => void {
    return (what, span) => this.misses.push({ document, what, text: quote(text, span) });
  }
}

/** Words of a text in brackets with what stands around them. */
export function quote(text: string, { start, end }: Span): string {
  return `${text.slice(Math.max(0, start - 25), start)}[${text.slice(start, end)}]${text.slice(end, end + 20)}`.replaceAll(
    '\n',
    ' ',
  );
}
