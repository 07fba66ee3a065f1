/**
 * Words of classes and ids that are used for what stands around the text, by how sure a sign they are. Source: own
 * reading of the markup of news sites, of WordPress, Jetpack and Drupal themes, and of consent and sharing widgets.
 */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** What is called so is never the text, however long it is. Two words stand for `a-b`, `a_b` and `aB` alike. */
export const ALWAYS = words(
  'comments disqus respond cookie cookies consent gdpr ccpa newsletter advert adverts advertisement advertising adsbygoogle outbrain taboola sharedaddy likes screenreader visuallyhidden printonly backtotop signup login',
);
export const ALWAYS_PAIRS = new Set(
  'screen reader|sr only|visually hidden|print only|to top|sign up|log in|author box|author bio|author card|author info|author profile|about author|tag list|tag cloud|tag links'.split(
    '|',
  ),
);
/** Furniture, unless it is full of prose: a side bar may explain, a wrapper may be named after what else it holds. */
export const MOSTLY = words(
  'share sharing sharebar addtoany addthis sharethis subscribe subscription related recommended recommendations recommend trending mostread mostviewed mostpopular alsoread readmore readalso readnext popular breadcrumb breadcrumbs crumbs sidebar sponsored promo popup modal overlay lightbox pagination pager paginator prevnext toolbar navbar nav navigation menu submenu footer masthead skiplink taglist hashtags editsection jumpto',
);
export const MOSTLY_PAIRS = new Set(
  'most read|most viewed|most popular|also read|also viewed|also popular|read more|read also|read next'.split('|'),
);
/** Words that mean many other things as well: `ad-lib`, `rating-agency`, `story-banner`. */
export const SOMETIMES = words('ad ads banner social socials comment rating survey tags noprint skip');
/** Furniture only where it is nearly all links. */
export const LINKED = words(
  'more links topics topic stories headlines latest recent tags keywords teasers button buttons btn recirc recirculation onward suggested suggestions similar next previous',
);
/** `relatedposts`, written as one word. */
export const JOINED =
  /^(?:related|recommended|similar)(?:posts?|articles?|story|stories|news|content|links?|topics?|items?)$/;
/** After these a name says how an element is, or what it is about, not what it is: `has-sidebar`, `tag-ad`, `with-comments`. */
export const QUALITIES = words('has no with without tag category type format');
/** Before the end of a name that only says what is switched on. */
export const SWITCHES = words('enabled disabled');
/** Words that add no meaning: `ad-slot` is an ad, `ad-lib` is not. */
export const STRUCTURE = words(
  'slot box container wrapper wrap unit label block list item items inner outer bar section area widget top bottom left right inline in header btn button link links icon icons js is text img image mobile desktop sticky fixed holder zone space placement follow media network google',
);
/** Beside `comment`: what a reader wrote, not a comment of the paper. */
export const COMMENTING = words(
  'body list item thread meta author form reply respond section area box wrap wrapper text content metadata count link number user reader visitor guest facebook fb wp disqus even odd depth',
);
/** In a reader's comment. */
export const COMMENTER = words('reply avatar gravatar vcard commenter username upvote downvote');
/** Letters that a font draws as a picture. */
export const ICONS = words('icon icons material glyphicon glyph fa fas far');
