/** What a page says of itself. Each row is the head of a page, or its body, and the fields that are read from it. */
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/formats/html.ts';

type Row = readonly [what: string, markup: string, fields: Record<string, string | null>];

const linked = (json: string) => `<script type="application/ld+json">${json}</script>`;
const graph = (...nodes: object[]) => linked(JSON.stringify({ '@graph': nodes }));
const news = (fields: object) => graph({ '@type': 'NewsArticle', ...fields });

const LINKED_DATA: readonly Row[] = [
  [
    'the article before its page, whichever comes first',
    graph(
      { '@type': 'WebPage', name: 'Talks | The Herald', url: 'https://herald.example/a', inLanguage: 'en' },
      { '@type': 'NewsArticle', headline: 'Talks', author: { name: 'Ann Lee' } },
    ),
    { title: 'Talks', author: 'Ann Lee', url: 'https://herald.example/a', lang: 'en' },
  ],
  [
    'what the article leaves open, from its page',
    graph({ '@type': 'WebPage', datePublished: '2023-09-19' }, { '@type': 'Article', headline: 'Talks' }),
    { title: 'Talks', date: '2023-09-19' },
  ],
  [
    'names by reference',
    graph(
      { '@type': 'Organization', '@id': '#house', name: 'The Herald' },
      { '@type': 'BlogPosting', author: [{ '@id': '#ann' }, { '@id': '#nobody' }], publisher: { '@id': '#house' } },
      { '@type': 'Person', '@id': '#ann', name: 'Ann Lee' },
    ),
    { author: 'Ann Lee', source: 'The Herald' },
  ],
  ['a list of names', news({ author: [{ name: ['Ann Lee'] }, 'Bob Ray'] }), { author: 'Ann Lee, Bob Ray' }],
  ['an address is no name', news({ author: 'https://herald.example/ann' }), { author: null }],
  ['a name with its language', news({ headline: { '@value': 'Talks', '@language': 'en' } }), { title: 'Talks' }],
  [
    'characters of HTML',
    news({ headline: 'It&#8217;s &quot;calm&quot; &amp; 1 < 2' }),
    { title: 'It’s "calm" & 1 < 2' },
  ],
  ['characters of HTML, twice over', news({ headline: 'A &amp;#8211; B' }), { title: 'A – B' }],
  [
    'an address of the page',
    news({ mainEntityOfPage: 'https://herald.example/a' }),
    { url: 'https://herald.example/a' },
  ],
  [
    'an address by reference',
    news({ mainEntityOfPage: { '@id': 'https://herald.example/a' } }),
    { url: 'https://herald.example/a' },
  ],
  ['an address that runs', news({ mainEntityOfPage: 'javascript:alert(1)' }), { url: null }],
  ['a comment around it', linked('\n<!--\n{"@type":"NewsArticle","headline":"Talks"}\n-->\n'), { title: 'Talks' }],
  ['a section around it', linked('//<![CDATA[\n{"@type":"NewsArticle","headline":"Talks"}\n//]]>'), { title: 'Talks' }],
  [
    'a line break in a string',
    linked('{"@type":"NewsArticle","headline":"Talks\n\tin town","x":"a,]\\""}'),
    { title: 'Talks in town' },
  ],
  ['a comma too many', linked('{"@type":["NewsArticle",],"headline":"Talks, ]",}'), { title: 'Talks, ]' }],
  ['no JSON at all', linked('{"@type":"NewsArticle","headline":Talks}'), { title: null }],
];

const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;

const NAMES: readonly Row[] = [
  ...[
    'publishedDate',
    'publish_date',
    'publication-date',
    'article.published',
    'sailthru.date',
    'parsely-pub-date',
    'DC.date.issued',
    'citation_publication_date',
  ].map((name): Row => [`a date by ${name}`, meta(name, '2023-09-20T10:00:00'), { date: '2023-09-20' }]),
  ['a date of change is none', meta('article:modified_time', '2024-01-01'), { date: null }],
  ['a day that can be no month', meta('publish_date', '20/9/2023'), { date: '2023-09-20' }],
  [
    'a date that is understood, before one that is not',
    meta('pubdate', '05/09/2023') + meta('date', '2023-09-05'),
    { date: '2023-09-05' },
  ],
  ['RDFa', '<span property="schema:datePublished" content="2023-09-20">yesterday</span>', { date: '2023-09-20' }],
  [
    'a first heading without words',
    '<h1><img alt="The Herald"></h1><h1>Talks in town</h1>',
    { title: 'Talks in town' },
  ],
];

const BYLINES: readonly Row[] = [
  ['By Ann Lee', 'Ann Lee'],
  ['by: Ann Lee', 'Ann Lee'],
  ['بقلم: ليلى أحمد', 'ليلى أحمد'],
  ['كتب: أحمد السعيد', 'أحمد السعيد'],
  ['كتبت ليلى أحمد', 'ليلى أحمد'],
  ['إعداد: أحمد السعيد', 'أحمد السعيد'],
  ['Byron Lee', 'Byron Lee'],
  ['كتبي السعيد', 'كتبي السعيد'],
].map(([written = '', author = '']): Row => [`an author written ${written}`, meta('author', written), { author }]);

const TEXT =
  '<main><p>Officials said on Tuesday that the shelling had ended and that nobody had been hurt in the town.</p></main>';

describe('what a page says of itself', () => {
  it.each([...LINKED_DATA, ...NAMES, ...BYLINES])('%s', (_, markup, fields) => {
    const { document } = readHtml('a', new TextEncoder().encode(`<!doctype html><html>${markup}${TEXT}</html>`));
    const read = { ...document } as Record<string, unknown>;
    expect(Object.fromEntries(Object.keys(fields).map((field) => [field, read[field] ?? null]))).toEqual(fields);
  });

  it('shows the heading above the text, though an empty one comes first', () => {
    const page = `<h1></h1><h1>Talks in town</h1>${TEXT}`;
    expect(readHtml('a', new TextEncoder().encode(page)).document?.text).toMatch(/^Talks in town\nOfficials/);
  });
});
