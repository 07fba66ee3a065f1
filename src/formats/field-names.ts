import type { Document } from '../core/model/document.ts';

/** What a document may be told of in a table, a line of JSON or front matter. */
export type Field = Exclude<keyof Document, 'titles' | 'dateBasis' | 'dateNote'>;

/** The names that each field goes by, folded: lower case, without spaces, signs and the Arabic article. */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  text: [
    'text',
    'body',
    'content',
    'articlebody',
    'fulltext',
    'articletext',
    'bodytext',
    'maintext',
    'article',
    'story',
    'نص',
    'متن',
    'محتوى',
    'مقال',
    'خبر',
  ],
  id: ['id', 'docid', 'documentid', 'articleid', 'key', 'معرف', 'رقم'],
  title: ['title', 'headline', 'heading', 'عنوان'],
  date: [
    'date',
    'published',
    'datepublished',
    'publishdate',
    'publicationdate',
    'publishedat',
    'publishedon',
    'pubdate',
    'publicationtime',
    'تاريخ',
    'تاريخالنشر',
  ],
  lang: ['lang', 'language', 'locale', 'لغة'],
  source: ['source', 'publisher', 'publication', 'outlet', 'newspaper', 'site', 'sourcename', 'مصدر', 'صحيفة'],
  author: ['author', 'authors', 'byline', 'writer', 'creator', 'كاتب', 'مؤلف'],
  url: ['url', 'link', 'address', 'href', 'webpage', 'canonical', 'canonicalurl', 'رابط'],
};

/** Which of the names stands for which field, by its place among them; of several names of a field the first of our list. */
export function fieldsAmong(names: readonly string[]): { [Name in Field]?: number } {
  const folded = names.map((name) =>
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '')
      .replace(/^ال/, ''),
  );
  const fields: { [Name in Field]?: number } = {};
  for (const [field, known] of Object.entries(NAMES) as [Field, readonly string[]][]) {
    const found = known.map((name) => folded.indexOf(name)).find((at) => at >= 0);
    if (found !== undefined) fields[field] = found;
  }
  return fields;
}
