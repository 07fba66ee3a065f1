import type { StateOf } from '../gazetteer/seats.ts';
import type { SpeakerHead, SpeechRules } from '../languages/speech-rules.ts';
import type { Mention } from '../model/mention.ts';
import type { Token } from '../text/tokenise.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import type { NameParts } from './speakers.ts';
import { type SpeechWord, speechWordsOf } from './speech-word.ts';

/** A name of someone or some body that can act or speak, by tokens; `last` is exclusive. */
export interface Name {
  readonly first: number;
  readonly last: number;
}

/** What reading names needs to know of a document. */
export interface NameContext {
  readonly text: TokenisedText;
  readonly rules: SpeechRules;
  /** Per token: the mention that starts in it and the one that covers it. */
  readonly startsAt: ReadonlyMap<number, Mention>;
  readonly covers: ReadonlyMap<number, Mention>;
  readonly stateOf: StateOf;
  /** What the rules say of a token's word. */
  readonly wordOf: (token: Token) => SpeechWord;
  /** Heads by token, once looked up. */
  readonly heads: (SpeakerHead | null | undefined)[];
  /** What the names say, by their tokens, once read. */
  readonly parts: Map<number, NameParts>;
}

export function nameContext(
  text: TokenisedText,
  mentions: readonly Mention[],
  rules: SpeechRules,
  stateOf: StateOf,
): NameContext {
  const startsAt = new Map<number, Mention>();
  const covers = new Map<number, Mention>();
  let at = 0;
  for (const mention of [...mentions].sort((a, b) => a.start - b.start || b.end - a.end)) {
    while (at > 0 && (text.tokens[at]?.start ?? 0) > mention.start) at--;
    while (at < text.tokens.length && (text.tokens[at]?.end ?? 0) <= mention.start) at++;
    if (!startsAt.has(at)) startsAt.set(at, mention);
    for (let inside = at; inside < text.tokens.length && (text.tokens[inside]?.start ?? 0) < mention.end; inside++)
      if (!covers.has(inside)) covers.set(inside, mention);
  }
  return { text, rules, startsAt, covers, stateOf, wordOf: speechWordsOf(rules), heads: [], parts: new Map() };
}

export const signAt = (context: NameContext, at: number): string => {
  const token = context.text.tokens[at];
  return token?.type === 'sign' ? context.text.text.slice(token.start, token.end) : '';
};

/** The head noun that a word is, under its attached particles. */
export function headAt(context: NameContext, at: number): SpeakerHead | null {
  if (at < 0) return null;
  const known = context.heads[at];
  if (known !== undefined) return known;
  const head = readHead(context, at);
  context.heads[at] = head;
  return head;
}

function readHead(context: NameContext, at: number): SpeakerHead | null {
  const token = context.text.tokens[at];
  if (token?.type !== 'word' || context.wordOf(token).head === null) return null;
  // "a press conference" is no journalist
  if (context.rules.messages.has(context.text.tokens[at - 1]?.folded ?? '')) return null;
  // what opens a sentence with "and" and can be a verb is one: وطالب فلان, not "and a student"
  const opening = at === (context.text.firstToken[context.text.passageOf[at] ?? -1] ?? -1);
  if (opening && context.wordOf(token).verbs.some(({ use }) => use.form === 'verb' && use.conjunction)) return null;
  const next = context.text.tokens[at + 1]?.folded ?? '';
  for (const stem of context.rules.stems(token.folded)) {
    // كبير المفاوضين is one, هجوم كبير is not
    if (context.rules.constructHeads.has(stem) && !context.rules.shapes.definite(next) && !ruledHead(context, at + 1))
      continue;
    const head = context.rules.heads.get(context.rules.bare(stem)) ?? context.rules.heads.get(stem);
    if (head !== undefined) return head;
  }
  return null;
}

/** Whether a word by itself is a head noun. */
const ruledHead = ({ text, rules }: NameContext, at: number): boolean =>
  rules.stems(text.tokens[at]?.folded ?? '').some((stem) => rules.heads.has(stem));

/** The words of a name as written, without an attached conjunction or preposition. */
export function nameSurface(
  context: NameContext,
  name: Name,
): { readonly start: number; readonly end: number; readonly surface: string } {
  const token = context.text.tokens[name.first];
  const end = context.text.tokens[name.last - 1]?.end ?? 0;
  let start = token?.start ?? 0;
  const mention = context.startsAt.get(name.first);
  if (mention !== undefined && mention.start > start) start = mention.start;
  else if (token !== undefined && headAt(context, name.first) !== null) {
    // drop the particles before the head: ورئيس → رئيس; للرئيس keeps its article
    const { rules } = context;
    const stems = rules.stems(token.folded);
    const stem = stems.find((word) => rules.heads.has(word) || rules.heads.has(rules.bare(word)));
    if (stem !== undefined) start += rules.shapes.particles(token.folded, stem);
  }
  return { start, end, surface: context.text.text.slice(start, end) };
}
