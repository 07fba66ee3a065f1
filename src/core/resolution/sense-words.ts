import type { NameRules } from '../languages/name-rules.ts';
import type { SenseCue, SenseRules } from '../languages/sense-rules.ts';
import { byForm, perRules } from '../text/forms.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';

/** Words before a name that may govern it. */
export const GOVERNS_WITHIN = 5;

/** A word before a name with what it says of the name's sense. */
export interface Word {
  readonly token: number;
  readonly folded: string;
  readonly cues: ReadonlySet<SenseCue>;
  readonly verb: boolean;
  /** It names a kind of place (إقليم, مدينة): what stands before it governs the name as well. */
  readonly kindNoun: boolean;
}

export function cuesOf(folded: string, rules: SenseRules): ReadonlySet<SenseCue> {
  return new Set(rules.cues.get(folded) ?? []);
}

interface SenseWord {
  /** Right before the name: a preposition before the word makes it none itself, a noun with its article heads no construct. */
  readonly head: ReadonlySet<SenseCue>;
  readonly cues: ReadonlySet<SenseCue>;
  readonly verb: boolean;
  readonly kindNoun: boolean;
}

/** What a word says under any reading, wherever it stands. */
const senseWordsOf = perRules((names: NameRules) =>
  perRules((rules: SenseRules) =>
    byForm((folded): SenseWord => {
      const head = new Set<SenseCue>();
      const cues = new Set<SenseCue>();
      let verb = false;
      let kindNoun = false;
      for (const reading of names.read(folded)) {
        for (const cue of rules.cues.get(reading.stem) ?? []) {
          head.add(cue);
          cues.add(cue);
        }
        const bare = reading.stem.startsWith('ال') ? reading.stem.slice(2) : '';
        for (const cue of (bare !== '' && rules.cues.get(bare)) || []) {
          if (!CONSTRUCT.has(cue)) head.add(cue);
          cues.add(cue);
        }
        if (reading.preposition === '' && names.kindBefore.has(reading.stem)) kindNoun = true;
        if (reading.preposition === '' && rules.looksLikeVerb(reading.stem)) verb = true;
      }
      return { head, cues, verb, kindNoun };
    }),
  ),
);

/** Cues that a noun with its article does not have for the name right after it. */
const CONSTRUCT: ReadonlySet<SenseCue> = new Set(['attribute', 'act', 'in', 'done-to']);

/** The words before a token in its passage, nearest first, up to a sign that ends a phrase; each with its cues under any reading. */
export function wordsBefore(
  text: TokenisedText,
  first: number,
  start: number,
  names: NameRules,
  rules: SenseRules,
): Word[] {
  const words: Word[] = [];
  const wordOf = senseWordsOf(names)(rules);
  for (let at = first - 1; at >= start && words.length < GOVERNS_WITHIN + 2; at--) {
    const token = text.tokens[at];
    if (token === undefined) break;
    if (token.type === 'number' || names.articles?.has(token.folded)) continue;
    if (token.type !== 'word') {
      const sign = text.text.slice(token.start, token.end);
      if (/["“”«»'‘’]/.test(sign)) continue;
      break;
    }
    const { head, cues, verb, kindNoun } = wordOf(token);
    words.push({ token: at, folded: token.folded, cues: words.length === 0 ? head : cues, verb, kindNoun });
  }
  return words;
}

export function governed(words: readonly Word[], cue: SenseCue): boolean {
  return words.slice(0, GOVERNS_WITHIN).some((word) => word.cues.has(cue));
}

export function isComma(text: TokenisedText, token: number): boolean {
  const found = text.tokens[token];
  return found?.type === 'sign' && /[،,]/.test(text.text.slice(found.start, found.end));
}
