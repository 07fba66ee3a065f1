/**
 * What of a page is its text. Each row stands in the middle of an article (or, where it says so, of a page that marks none):
 * what it is, its markup, and the lines of it that are text, joined by " / ". What is not text must be kept as furniture.
 */
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/formats/html.ts';

const OPENING =
  'Officials in the ministry said on Tuesday that the shelling near the border had ended before noon, that the road would be opened again within days, and that nobody had been hurt in the villages along it.';
const CLOSING =
  'The delegation returned to the capital in the evening, and a second round of talks will begin next week.';
const PROSE =
  'The harvest failed twice in the valley, and most families now live on what relatives abroad send them. Nobody in the town office could say how many have left since spring. The school has closed two of its five rooms.';

const inArticle = (markup: string) =>
  `<main><article><h1>Talks</h1><p>${OPENING}</p>${markup}<p>${CLOSING}</p></article></main>`;
const inPage = (markup: string) => `<div><h1>Talks</h1><p>${OPENING}</p><p>${CLOSING}</p></div>${markup}`;

function read(page: string) {
  const read = readHtml('a', new TextEncoder().encode(`<!doctype html><body>${page}</body>`));
  const lines = read.document?.text.split('\n') ?? [];
  return {
    text: lines.filter((line) => line !== 'Talks' && line !== OPENING && line !== CLOSING).join(' / '),
    isWhole: lines.includes(OPENING) && lines.includes(CLOSING),
    furniture: read.document ? (read.furniture ?? '') : '',
  };
}

type Row = readonly [what: string, markup: string, text: string];

const links = (...titles: string[]) => titles.map((title) => `<li><a href="/x">${title}</a></li>`).join('');

const LEADING_AWAY: readonly Row[] = [
  ['a label and a list', `<h3>اقرأ أيضًا</h3><ul>${links('حريق في الميناء', 'سيول في الجنوب')}</ul>`, ''],
  ['a label with hamza below', `<h4>إقرأ أيضاً:</h4><ul>${links('حريق في الميناء')}</ul>`, ''],
  [
    'more from a section',
    `<section><h2>المزيد من أخبار الرياضة</h2><a>فوز في القاهرة</a><a>تعادل في تونس</a></section>`,
    '',
  ],
  [
    'cards below a label',
    '<div class="x7"><h2>More on this story</h2><div><a><h3>Fire in the port</h3></a><time>3 May</time></div></div>',
    '',
  ],
  ['a label in parts', '<h2>More from <a>The Herald</a></h2><div><p><a>Fire in the port</a></p></div>', ''],
  [
    'a box whose head links to all',
    `<div><div><b>Most read</b> <a>See all</a></div><ul>${links('Fire', 'Flood')}</ul></div>`,
    '',
  ],
  [
    'counts for screen readers',
    `<div><h2>شاهد أيضا</h2><span>list of 2 items</span><ul><li>list 1 of 2<h3>زلزال في الشمال</h3></li></ul><span>end of list</span></div>`,
    '',
  ],
  ['a paragraph of a label and a link', '<p>Related: <a href="/b">Quake in the mountains kills hundreds</a></p>', ''],
  ['the same, in bold and brackets', '<p><strong>(طالع أيضاً:</strong> <a href="/b">زلزال في الجبال</a>)</p>', ''],
  [
    'the end of a paragraph',
    '<p>The council met twice. Read more: <a href="/b">Who sits in the council?</a></p>',
    'The council met twice.',
  ],
  [
    'links below a label in bold',
    '<div><b>الأكثر مشاهدة</b><br><a>حريق في الميناء</a><br><a>انهيار جسر</a><br></div>',
    '',
  ],
  ['links, each in a division', '<div class="h">مواضيع ذات صلة</div><div><a>حريق</a></div><div><a>سيول</a></div>', ''],
  [
    'two labels',
    '<div><div>Related stories</div><div><a>Fire</a></div><div>Latest news</div><p>Vote in the north</p></div>',
    '',
  ],
  [
    'headlines whose links are lost',
    '<div><h3>أخبار ذات صلة</h3><p>حريق في الميناء</p><p>سيول في الجنوب</p></div>',
    '',
  ],
  [
    'a list of linked headlines without a label',
    `<ul>${links('Fighting rages around the old airport', 'Flood in the south kills thousands')}</ul>`,
    '',
  ],
  ['related posts of a plugin', '<div id="jp-relatedposts"><p>Protests over a law</p><p>In "Home"</p></div>', ''],
  ['likes of a plugin', '<div class="sharedaddy sd-like"><h3>Like this:</h3><span>Like Loading...</span></div>', ''],
  ['who wrote it', `<div class="author-box"><p>${PROSE}</p></div>`, ''],
  ['more stories', '<div class="more-stories"><h2>From the region</h2><a>Fire</a><a>Flood</a></div>', ''],
  ['topics', '<div class="topics"><a>Politics</a>|<a>Energy</a></div>', ''],
  ['reading time', '<ul class="trust"><li>مدة القراءة 3 دقائق</li></ul><p>4 min read</p>', ''],
  ['copyright', '<div>© 2023 <a>The Herald</a>, London</div><p>جميع الحقوق محفوظة لقناة النهر، عمّان</p>', ''],
];

const KEPT: readonly Row[] = [
  ['a section with such a heading and prose', `<h2>Related</h2><p>${PROSE}</p>`, `Related / ${PROSE}`],
  ['prose that has a link', `<h2>See also</h2><p>${PROSE} <a>Map</a></p>`, `See also / ${PROSE} Map`],
  [
    'prose after the links of a label',
    `<h3>اقرأ أيضا</h3><p><a>حريق في الميناء</a></p><p>وأضاف أن الطريق مغلق.</p>`,
    'وأضاف أن الطريق مغلق.',
  ],
  [
    'a label within a sentence',
    '<p>Read more <a>here</a> and come back for the rest of the report.</p>',
    'Read more here and come back for the rest of the report.',
  ],
  [
    'a link that ends a sentence',
    '<p>Two towns are <b>related</b> <a>by treaty</a></p>',
    'Two towns are related by treaty',
  ],
  [
    'a list of linked places',
    `<ul>${links('Lachin', 'Shusha', 'Goris', 'Kars')}</ul>`,
    'Lachin / Shusha / Goris / Kars',
  ],
  [
    'a list of sentences',
    '<ul><li>The road is closed</li><li>Food is scarce</li></ul>',
    'The road is closed / Food is scarce',
  ],
  [
    'a photo credit',
    '<figure><figcaption>© Agency 2023. Smoke over the town</figcaption></figure>',
    '© Agency 2023. Smoke over the town',
  ],
  [
    'what only paying readers see',
    '<div class="paywall"><p>The road stays closed.</p></div>',
    'The road stays closed.',
  ],
  [
    'social, not sharing',
    '<p class="social-impact">Schools in the town are shut.</p>',
    'Schools in the town are shut.',
  ],
  [
    'a banner of a story',
    '<div class="story-banner"><p>A hundred people arrived in the town.</p></div>',
    'A hundred people arrived in the town.',
  ],
  [
    'an agency',
    '<div class="rating-agency">The agency in New York cut its view.</div>',
    'The agency in New York cut its view.',
  ],
  ['no ad', '<p class="ad-lib">The border town is calm.</p>', 'The border town is calm.'],
  [
    'what the paper comments',
    '<section class="comment"><p>Analysis: the neighbour gains from this.</p></section>',
    'Analysis: the neighbour gains from this.',
  ],
  [
    'a heading whose words are its id',
    `<h2 id="related-developments">Related developments</h2><p>${PROSE}</p>`,
    `Related developments / ${PROSE}`,
  ],
  [
    'how an element is',
    `<div class="has-sidebar tag-ad no-comments newsletter-enabled"><p>${CLOSING} Soon.</p></div>`,
    `${CLOSING} Soon.`,
  ],
  ['prose in a side bar', `<div class="sidebar-box"><h3>Background</h3><p>${PROSE}</p></div>`, `Background / ${PROSE}`],
];

const LEFT_OUT: readonly Row[] = [
  ['ads', '<div class="ad-slot">Advertisement</div><div class="ad">Shoes and boots, half the price</div>', ''],
  ['share bars', '<div class="social-links"><a>Facebook</a> <a>Telegram</a></div>', ''],
  ['a notice on cookies, however long', `<div class="cookie-notice"><p>${PROSE}</p></div>`, ''],
  ['a newsletter', `<div class="newsletter"><p>${PROSE}</p></div>`, ''],
  ['a form in a side bar', `<div class="sidebar"><p>${PROSE}</p><input></div>`, ''],
  ['readers, however long', `<div id="comments"><h2>2 comments</h2><p>${PROSE}</p></div>`, ''],
  ['one reader, numbered', `<div class="comment" id="comment-12"><p>${PROSE}</p></div>`, ''],
  ['one reader, signed', `<div class="comment"><span class="avatar">B</span><p>${PROSE}</p></div>`, ''],
  [
    'several readers',
    `<div class="comment"><p>${PROSE}</p></div><div class="comment"><p>I agree with that.</p></div>`,
    '',
  ],
  ['a navigation, a footer', `<nav>${PROSE}</nav><footer>${PROSE}</footer>`, ''],
];

const SEEN: readonly Row[] = [
  [
    'a date and its twin',
    '<p><span class="screen-reader-text">Published on 20/9/2023</span><span aria-hidden="true">20/9/2023</span></p>',
    '20/9/2023',
  ],
  [
    'a twin hidden by its style',
    '<p><span style="clip:rect(0 0 0 0)">On 20/9/2023</span><span aria-hidden="true">20/9/2023</span></p>',
    '20/9/2023',
  ],
  [
    'a twin that is seen as well',
    '<p><span>Published on 20/9/2023</span><span aria-hidden="true">20/9/2023</span></p>',
    'Published on 20/9/2023',
  ],
  [
    'a large first letter',
    '<p><span aria-hidden="true">T</span><span class="sr-only">The</span>he road is closed.</p>',
    'The road is closed.',
  ],
  ['the name of a picture', '<p><i class="material-icons" aria-hidden="true">expand_more</i>Closed.</p>', 'Closed.'],
  ['a menu that waits', '<div aria-hidden="true"><ul><li><a>Politics</a></li></ul></div>', ''],
  ['a style with a comment', '<p style="display:/* */none">Nobody sees this.</p>', ''],
  ['what is not drawn', '<style>.c{content-visibility:hidden}</style><p class="c">Nobody sees this.</p>', ''],
  [
    'what fades in, or unfolds',
    '<style>.o{opacity:0}.h{max-height:0;overflow:hidden}</style><p class="o">It fades in.</p><p class="h">It unfolds.</p>',
    'It fades in. / It unfolds.',
  ],
];

const TABLES = { 'leads away': LEADING_AWAY, 'is kept': KEPT, 'is left out': LEFT_OUT, 'is seen or not': SEEN };

describe('in an article', () => {
  for (const [table, rows] of Object.entries(TABLES))
    it.each(rows)(`${table}: %s`, (_, markup, text) => {
      const found = read(inArticle(markup));
      expect(found.text).toBe(text);
      expect(found.isWhole).toBe(true);
      if (text === '') expect(found.furniture).not.toBe('');
    });
});

describe('in a page that marks no article', () => {
  const old: readonly Row[] = [
    [
      'links below a label',
      '<table><tr><td><b>إعلانات</b><br><a>شقق للبيع</a><br><b>الأكثر قراءة</b><br><a>حريق</a></td></tr></table>',
      '',
    ],
    ['copyright', '<center>Copyright 2021 بيروت</center>', ''],
    ['related, whose prose is no article', `<div class="related"><p>${PROSE}</p></div>`, ''],
  ];
  it.each(old)('%s', (_, markup, text) => {
    expect(read(inPage(markup)).text).toBe(text);
  });

  it('keeps a list that is most of the page', () => {
    const page =
      '<h2>Latest news</h2><p><a>Fire in the port of the old town</a></p><p><a>Flood in the valley below it</a></p>';
    expect(read(page).text).toBe('Latest news / Fire in the port of the old town / Flood in the valley below it');
  });
});
