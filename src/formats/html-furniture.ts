import { type Measures, NEVER_TEXT } from './html-measures.ts';
import { isForScreenReaders, isFurnitureByName, isIcon } from './html-names.ts';
import { attribute, isElement, type MarkupElement, rawText } from './markup-tree.ts';

/** Elements that stand around the text. */
const AROUND = new Set(
  'nav aside footer form button select input textarea label fieldset dialog menu menuitem search'.split(' '),
);
const ROLES = new Set(
  'navigation banner contentinfo complementary search dialog alertdialog alert toolbar menu menubar tablist form status'.split(
    ' ',
  ),
);
const HIDING =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden|opacity\s*:\s*0?\.?0*(?![.\d])|font-size\s*:\s*0(?![.\d])|(?:max-)?(?:height|width)\s*:\s*0(?![.\d])|(?:left|right|top|text-indent|margin-left)\s*:\s*-\d{3,}|clip(?:-path)?\s*:\s*(?:rect\(\s*0|inset\(\s*(?:50|100)%)|transform\s*:\s*scale\(\s*0\s*\))/i;
/** Blocks that a script may open, and lists and tables, are text only if they read like it. */
const PANELS = /^(?:div|section|ul|ol|dl|table|form)$/;
/** Words for screen readers stand with what they say in an element of few; how many, and how much of each is looked at. */
const MAX_NEIGHBOURS = 40;
const MAX_LABEL = 200;

/** Why an element's text is not text of the page: `dropped` for code and pictures, `hidden` for what is made invisible, `furniture`. */
export type Standing = 'text' | 'dropped' | 'hidden' | 'furniture';

/** What is known of the whole page when one element is judged. */
export interface PageFacts {
  readonly measures: Measures;
  /** Whether a style sheet hides the element. */
  readonly isHidden: (element: MarkupElement) => boolean;
}

/** `share` is the part of the page's text that lies in the element: a mere name does not throw out half a page. */
export function standingOf(element: MarkupElement, share: number, insideArticle: boolean, page: PageFacts): Standing {
  const { tagName } = element;
  if (NEVER_TEXT.has(tagName)) return 'dropped';
  if (attribute(element, 'hidden') !== undefined || hidesItself(element) || page.isHidden(element)) return 'hidden';
  if (attribute(element, 'aria-hidden') === 'true' && share < 0.5 && isSeenButNoText(element, page)) return 'furniture';
  if (tagName === 'body' || tagName === 'html' || tagName === 'main' || tagName === 'article') return 'text';
  if (AROUND.has(tagName) && share < 0.8) return 'furniture';
  if (tagName === 'header' && !insideArticle && share < 0.5) return 'furniture';
  if (share >= 0.5) return 'text';
  if (ROLES.has(attribute(element, 'role')?.trim().toLowerCase() ?? '')) return 'furniture';
  return isFurnitureByName(element, insideArticle, page.measures) ? 'furniture' : 'text';
}

function hidesItself(element: MarkupElement): boolean {
  const style = attribute(element, 'style')?.slice(0, 2000);
  return style !== undefined && HIDING.test(style.replace(/\/\*.*?\*\//gs, ''));
}

/**
 * What is hidden from screen readers alone is seen. It is text, unless it is a menu or dialog that waits for a script, a
 * letter that is drawn as a picture, or a repetition of what is seen beside it.
 */
function isSeenButNoText(element: MarkupElement, page: PageFacts): boolean {
  const { anchors, sentences } = page.measures.of(element);
  if (anchors > 0 || isIcon(element) || element.tagName === 'blockquote') return true;
  if (sentences < 2 && PANELS.test(element.tagName)) return true;
  const own = label(element);
  if (own.length < 3) return false;
  const near = element.parentNode?.childNodes ?? [];
  if (near.length > MAX_NEIGHBOURS) return false;
  return near
    .filter(isElement)
    .some(
      (other) =>
        other !== element &&
        attribute(other, 'aria-hidden') !== 'true' &&
        label(other).includes(own) &&
        !isForScreenReaders(other) &&
        !hidesItself(other) &&
        !page.isHidden(other),
    );
}

const label = (element: MarkupElement) => rawText(element, MAX_LABEL).replace(/\s+/g, ' ').trim();
