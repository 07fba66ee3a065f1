import { attribute, isElement, type MarkupElement } from './markup-tree.ts';

/** Elements that hold no text for a reader, or none that is text of the page. */
const NEVER_TEXT = new Set(
  'script style noscript template svg math canvas audio video object embed iframe frame frameset applet map head link meta base img picture source track datalist rp rt'.split(
    ' ',
  ),
);
/** Elements that stand around the text. */
const AROUND = new Set(
  'nav aside footer form button select input textarea label fieldset dialog menu menuitem search'.split(' '),
);
const ROLES = new Set(
  'navigation banner contentinfo complementary search dialog alertdialog alert toolbar menu menubar tablist form status'.split(
    ' ',
  ),
);
/** Words of classes and ids that are used for what stands around the text. */
const WORDS = new Set(
  'share sharing sharebar social socials addtoany addthis sharethis cookie cookies consent gdpr ccpa newsletter subscribe subscription related recommended recommendations recommend trending mostread popular breadcrumb breadcrumbs crumbs sidebar advert adverts advertisement advertising ads adsbygoogle ad sponsored promo banner popup modal overlay lightbox comments comment disqus respond pagination pager paginator prevnext toolbar navbar nav navigation menu submenu footer masthead skip skiplink outbrain taboola tags taglist hashtags printonly noprint editsection jumpto rating survey login signup paywall'.split(
    ' ',
  ),
);
/** Words that join into one of the above: `most-read`, `also-read`. */
const PAIRS =
  /(?:most|also)[-_ ]?(?:read|viewed|popular)|read[-_ ]?(?:more|also|next)|sign[-_ ]?up|back[-_ ]?to[-_ ]?top|screen[-_ ]?reader|sr[-_ ]only|visually[-_ ]?hidden/i;
const HIDING =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0?\.?0*(?![.\d])|font-size\s*:\s*0(?![.\d])|(?:max-)?(?:height|width)\s*:\s*0(?![.\d])|(?:left|right|top|text-indent|margin-left)\s*:\s*-\d{3,}|clip(?:-path)?\s*:\s*(?:rect\(\s*0|inset\(\s*(?:50|100)%)|transform\s*:\s*scale\(\s*0\s*\))/i;

/** Why an element's text is not text of the page: `dropped` for code and pictures, `hidden` for what is made invisible, `furniture`. */
export type Standing = 'text' | 'dropped' | 'hidden' | 'furniture';

/** `share` is the part of the page's text that lies in the element: a mere name does not throw out half a page. */
export function standingOf(element: MarkupElement, share: number, insideArticle: boolean): Standing {
  const { tagName } = element;
  if (NEVER_TEXT.has(tagName)) return 'dropped';
  if (attribute(element, 'hidden') !== undefined || HIDING.test(attribute(element, 'style')?.slice(0, 2000) ?? ''))
    return 'hidden';
  if (attribute(element, 'aria-hidden') === 'true' && share < 0.5) return 'furniture';
  if (tagName === 'body' || tagName === 'html' || tagName === 'main' || tagName === 'article') return 'text';
  if (AROUND.has(tagName) && share < 0.8) return 'furniture';
  if (tagName === 'header' && !insideArticle && share < 0.5) return 'furniture';
  if (share >= 0.5) return 'text';
  if (ROLES.has(attribute(element, 'role')?.trim().toLowerCase() ?? '')) return 'furniture';
  const names = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`.slice(0, 1000);
  if (PAIRS.test(names)) return 'furniture';
  for (const word of names
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/))
    if (WORDS.has(word)) return 'furniture';
  return 'text';
}

/** The lengths of text below each element, and of the text in links. */
export class TextLengths {
  private readonly lengths = new Map<MarkupElement, { text: number; links: number }>();

  constructor(root: MarkupElement) {
    this.measure(root, false);
  }

  private measure(element: MarkupElement, inLink: boolean): { text: number; links: number } {
    const total = { text: 0, links: 0 };
    if (!NEVER_TEXT.has(element.tagName)) {
      const linked = inLink || element.tagName === 'a';
      for (const child of element.childNodes) {
        if ('value' in child) {
          const length = child.value.replace(/\s+/g, ' ').trim().length;
          total.text += length;
          if (linked) total.links += length;
        } else if (isElement(child)) {
          const inner = this.measure(child, linked);
          total.text += inner.text;
          total.links += inner.links;
        }
      }
    }
    this.lengths.set(element, total);
    return total;
  }

  text(element: MarkupElement): number {
    return this.lengths.get(element)?.text ?? 0;
  }

  /** The part of an element's text that is links, 0 to 1. */
  linkShare(element: MarkupElement): number {
    const { text, links } = this.lengths.get(element) ?? { text: 0, links: 0 };
    return text === 0 ? 0 : links / text;
  }
}
