import * as known from './html-class-words.ts';
import type { Measures } from './html-measures.ts';
import { attribute, elementsOf, isElement, type MarkupElement, rawText } from './markup-tree.ts';

/** Attributes whose words name an element. */
const ATTRIBUTES = ['class', 'id', 'data-component', 'data-testid'];
const MAX_NAMES = 1000;
/** An id that is made of a heading is no longer, in UTF-16 units. */
const MAX_SLUG = 100;
/** Elements that are looked at to know a reader's comment. */
const MAX_LOOKED_AT = 60;
/** Of a box of links, the part of its text that lies in links, headings and dates. */
const TEASING_SHARE = 0.6;
/** Prose: hardly more than this of it is links, and so many words; a few sentences. Menus, share bars and teasers have none of the three. */
const PROSE_LINKS = 0.25;
const PROSE_WORDS = 40;
const PROSE_SENTENCES = 2;

/** The names that an element's attributes give it, each as its words: `js-adSlot top` is js ad slot, and top. */
export function namesOf(element: MarkupElement): string[][] {
  const names: string[][] = [];
  for (const { name, value } of element.attrs)
    if (ATTRIBUTES.includes(name) && !(name === 'id' && isSlug(value, element)))
      for (const one of value.slice(0, MAX_NAMES).split(/\s+/)) {
        const words = one
          .replace(/([a-z])([A-Z])/g, '$1 $2')
          .toLowerCase()
          .split(/[^a-z]+/)
          .filter(Boolean);
        if (words.length > 0) names.push(told(words));
      }
  return names;
}

/** Whether an id is made of an element's own words, as those of headings are: it then says what they are about. */
function isSlug(id: string, element: MarkupElement): boolean {
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return id.length <= MAX_SLUG && letters(id) === letters(rawText(element, MAX_SLUG + 1));
}

/** The words of a name that say what the element is. */
function told(words: string[]): string[] {
  if (known.SWITCHES.has(words.at(-1) ?? '')) return [];
  const at = words.findIndex((word, index) => known.QUALITIES.has(word) && !isPair(words, index, known.ALWAYS_PAIRS));
  return at < 0 || words.length === 1 ? words : words.slice(0, at);
}

const isPair = (words: readonly string[], index: number, pairs: ReadonlySet<string>) =>
  pairs.has(`${words[index]} ${words[index + 1]}`);

const hasPair = (words: readonly string[], pairs: ReadonlySet<string>) =>
  words.some((_, index) => isPair(words, index, pairs));

/** Whether an element is for screen readers alone, by its name. */
export function isForScreenReaders(element: MarkupElement): boolean {
  const unseen = new Set(['screen reader', 'sr only', 'visually hidden']);
  return namesOf(element).some(
    (words) => words.includes('screenreader') || words.includes('visuallyhidden') || hasPair(words, unseen),
  );
}

/** Whether a letter of the element is drawn as a picture. */
export const isIcon = (element: MarkupElement) =>
  namesOf(element).some((words) => words.some((word) => known.ICONS.has(word)));

/** Whether its name says that an element is furniture, and its text does not speak against it. */
export function isFurnitureByName(element: MarkupElement, insideArticle: boolean, measures: Measures): boolean {
  const isReaders = /\bcomment\b/i.test(attribute(element, 'itemprop') ?? '');
  return isReaders || namesOf(element).some((words) => isFurnitureNamed(words, element, insideArticle, measures));
}

function isFurnitureNamed(
  words: string[],
  element: MarkupElement,
  insideArticle: boolean,
  measures: Measures,
): boolean {
  if (words.some((word) => known.ALWAYS.has(word)) || hasPair(words, known.ALWAYS_PAIRS)) return true;
  if (words.includes('comment') && isReadersComment(words, element)) return true;
  const { text, teasing, anchors, sentences, words: said } = measures.of(element);
  const isRich = isProse(element, measures);
  if (words.some((word) => known.MOSTLY.has(word) || known.JOINED.test(word)) || hasPair(words, known.MOSTLY_PAIRS))
    return !(insideArticle && isRich);
  if (words.some((word) => known.SOMETIMES.has(word))) {
    if (isRich) return false;
    const isAlone =
      words.every((word) => known.SOMETIMES.has(word) || known.STRUCTURE.has(word)) && !words.includes('comment');
    // among other words, and within the article, one plain sentence is enough
    return isAlone || !insideArticle || sentences === 0 || said < 3 * sentences;
  }
  if (element.tagName === 'h1' || !words.some((word) => known.LINKED.has(word))) return false;
  return sentences === 0 && anchors > 0 && teasing >= text * TEASING_SHARE;
}

/** Whether an element holds several sentences that are no links, and nothing to fill in. */
function isProse(element: MarkupElement, measures: Measures): boolean {
  const { words, sentences, controls } = measures.of(element);
  return (
    controls === 0 && words >= PROSE_WORDS && sentences >= PROSE_SENTENCES && measures.linkShare(element) <= PROSE_LINKS
  );
}

/** Whether what is called a comment is a reader's and not the paper's own: it is one of several, numbered, or signed. */
function isReadersComment(words: readonly string[], element: MarkupElement): boolean {
  if (words.some((word) => known.COMMENTING.has(word)) || /comment[-_]?\d/i.test(attribute(element, 'id') ?? ''))
    return true;
  const near = (element.parentNode?.childNodes ?? []).slice(0, MAX_LOOKED_AT).filter(isElement);
  if (near.some((other) => other !== element && namesOf(other).some((name) => name.includes('comment')))) return true;
  let looked = 0;
  for (const inner of elementsOf(element)) {
    if (inner.tagName === 'time' || inner.tagName === 'cite') return true;
    if (namesOf(inner).some((name) => name.some((word) => word === 'comment' || known.COMMENTER.has(word))))
      return true;
    if (++looked >= MAX_LOOKED_AT) break;
  }
  return false;
}
