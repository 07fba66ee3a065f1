import { fold } from './fold.ts';

/*
 * Words come again and again, in a text and from text to text. Each folded form is kept once, with a number under which
 * what is known of the word is found again: asking thirty tables of words for each token is what reading would cost most.
 */

/** A folded word. */
export interface Form {
  readonly folded: string;
  /** Its number, or UNNUMBERED when too many are kept already. */
  readonly number: number;
}

export const UNNUMBERED = -1;
const MAX_FORMS = 50_000;
/** A longer slice of a text keeps the whole text alive, so it is not kept as a key. */
const MAX_WRITTEN = 12;
const byWritten = new Map<string, Form>();
const byFolded = new Map<string, Form>();

/** The form of a word or sign as it is written. */
export function formOf(written: string): Form {
  const known = byWritten.get(written);
  if (known !== undefined) return known;
  const form = numbered(fold(written));
  if (written.length <= MAX_WRITTEN && byWritten.size < MAX_FORMS) byWritten.set(written, form);
  return form;
}

function numbered(folded: string): Form {
  const known = byFolded.get(folded);
  if (known !== undefined) return known;
  if (byFolded.size >= MAX_FORMS) return { folded, number: UNNUMBERED };
  const form = { folded, number: byFolded.size };
  byFolded.set(folded, form);
  return form;
}

/** What has a form: a token. */
export interface Formed {
  readonly folded: string;
  /** The number of `folded`. */
  readonly form: number;
}

/** Remembers what a function of the folded word alone says of each form. */
export function byForm<Fact>(factOf: (folded: string) => Fact): (word: Formed) => Fact {
  const known: (Fact | undefined)[] = [];
  return ({ folded, form }) => {
    if (form === UNNUMBERED) return factOf(folded);
    const before = known[form];
    if (before !== undefined) return before;
    const fact = factOf(folded);
    // without holes: an array with wide ones is a slow table itself
    while (known.length < form) known.push(undefined);
    known[form] = fact;
    return fact;
  };
}

/** Makes something of rules once, for as long as they live: what `byForm` remembers belongs to the rules it was read by. */
export function perRules<Rules extends object, Made>(make: (rules: Rules) => Made): (rules: Rules) => Made {
  const made = new WeakMap<Rules, Made>();
  // a text asks thousands of times for the same ones
  let asked: Rules | null = null;
  let answer: Made | undefined;
  return (rules) => {
    if (rules === asked && answer !== undefined) return answer;
    let own = made.get(rules);
    if (own === undefined) {
      own = make(rules);
      made.set(rules, own);
    }
    asked = rules;
    answer = own;
    return own;
  };
}
