import type { Gazetteer, Posting } from '../gazetteer/gazetteer.ts';
import type { NameRules } from '../languages/name-rules.ts';
import type { Proposal } from '../model/proposal.ts';
import { foldName } from '../text/fold.ts';
import { byForm, perRules } from '../text/forms.ts';
import { likeness, phoneticNameKey } from '../text/phonetic.ts';
import type { Token } from '../text/tokenise.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import { makeProposal } from './make-proposal.ts';

/** A name found by sound must be spelt at least this much alike (`likeness`). */
const MIN_LIKENESS = 0.8;
/** The same for each word of a name of several. */
const MIN_WORD = 0.7;
/** Names by sound that are kept. */
const MAX_KEPT = 100_000;

/** What tells whether a word may be reached by its sound. */
interface SoundWord {
  /** A place may follow it. */
  readonly announces: boolean;
  /** It is an ordinary word, with or without its article, or one for a body. */
  readonly body: boolean;
  readonly ordinary: boolean;
}

const soundWordsOf = perRules((rules: NameRules) =>
  byForm(
    (folded): SoundWord => ({
      announces: rules.prepositions.has(folded) || rules.directions.has(folded) || kindWord(folded, rules),
      body: ordinaryBody(folded, rules),
      ordinary: ordinary(folded, rules),
    }),
  ),
);

/** Sound keys prove little, so they are asked only after a word that says that a place follows. */
export function proposeBySound(
  text: TokenisedText,
  at: number,
  token: Token,
  gazetteer: Gazetteer,
  rules: NameRules,
  out: Proposal[],
): void {
  const previous = text.tokens[at - 1];
  const wordOf = soundWordsOf(rules);
  if (previous?.type !== 'word' || !wordOf(previous).announces || wordOf(token).body) return;
  if (rules.pluralOfPeople?.test(token.folded)) return;
  const next = text.tokens[at + 1];
  if (next?.type === 'word' && next.script === 'arab') {
    const words = `${token.folded} ${next.folded}`;
    const plain = wordOf(token).ordinary || wordOf(next).ordinary;
    const options = plain
      ? []
      : spelledAlike(words, gazetteer).filter(
          (option) =>
            wordsAlike([token.folded, next.folded], option.name) && sameKindWord(token.folded, option.name, rules),
        );
    if (options.length > 0) {
      out.push(makeProposal(text, at, at + 2, words, 'sound', '', 0, options));
      return;
    }
  }
  const options = spelledAlike(token.folded, gazetteer);
  if (options.length > 0) out.push(makeProposal(text, at, at + 1, token.folded, 'sound', '', 0, options));
}

/** Ordinary words and words for bodies, with or without article: a name that only sounds like one is not meant (المجلس). */
function ordinaryBody(folded: string, rules: NameRules): boolean {
  const bare = folded.startsWith('ال') ? folded.slice(2) : folded;
  return [folded, bare].some(
    (word) => ordinary(word, rules) || rules.organisationHeads.has(word) || rules.stateBodies.has(word),
  );
}

/** Words that a name may hold but that must not be reached by sound: only their own spelling proves them. */
function ordinary(folded: string, rules: NameRules): boolean {
  return (
    rules.neverNames.has(folded) ||
    rules.commonWords.has(folded) ||
    rules.prepositions.has(folded) ||
    rules.directions.has(folded) ||
    rules.kindBefore.has(folded)
  );
}

/** Whether a recorded name has the same number of words, each spelt much alike: word limits say something too. */
function wordsAlike(words: readonly string[], name: string): boolean {
  const recorded = foldName(name).split(' ');
  return recorded.length === words.length && recorded.every((word, at) => likeness(word, words[at] ?? '') >= MIN_WORD);
}

/** A kind word at the head of a recorded name must stand in the text as it is: أيدي is not وادي. */
function sameKindWord(head: string, name: string, rules: NameRules): boolean {
  const recorded = foldName(name).split(' ')[0] ?? '';
  return recorded === head || !rules.kindBefore.has(recorded);
}

const keptBySound = new WeakMap<Gazetteer, Map<string, readonly Posting[]>>();

/** Names with the sound key of a folded name that are also spelt much alike. */
function spelledAlike(folded: string, gazetteer: Gazetteer): readonly Posting[] {
  const words = keptBySound.get(gazetteer) ?? new Map<string, readonly Posting[]>();
  if (words.size === 0) keptBySound.set(gazetteer, words);
  const known = words.get(folded);
  if (known) return known;
  const joined = folded.replaceAll(' ', '');
  const found = gazetteer
    .findSound(phoneticNameKey(folded))
    .filter((posting) => likeness(joined, foldName(posting.name).replaceAll(' ', '')) >= MIN_LIKENESS);
  if (words.size < MAX_KEPT) words.set(folded, found);
  return found;
}

function kindWord(folded: string, rules: NameRules): boolean {
  return rules.read(folded).some((reading) => rules.kindBefore.has(reading.stem));
}
