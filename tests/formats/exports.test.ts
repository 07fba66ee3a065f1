import MarkdownIt from 'markdown-it';
import Papa from 'papaparse';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { eventRows, mentionRows, type Selection } from '../../src/formats/atlas-rows.ts';
import { chronology } from '../../src/formats/chronology.ts';
import { chronologyCsv } from '../../src/formats/chronology-csv.ts';
import { chronologyMarkdown } from '../../src/formats/chronology-markdown.ts';
import { type ChronologyWords, ENGLISH } from '../../src/formats/chronology-words.ts';
import { eventsCsv, mentionsCsv, toCsv } from '../../src/formats/csv.ts';
import { toGeoJson } from '../../src/formats/geojson.ts';
import { toKml } from '../../src/formats/kml.ts';
import { toLinkedPlaces } from '../../src/formats/linked-places.ts';
import { readFile } from '../../src/formats/readers.ts';
import { geoJsonFaults } from '../../src/formats/validate-geojson.ts';
import { atlas, documents, shapes } from './small-atlas.ts';

const NOTHING: Selection = { mentions: new Set(), events: new Set() };
const table = (csv: string) =>
  Papa.parse<Record<string, string>>(csv.replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true }).data;

function readXml(source: string): string[] {
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => names.push(name));
  parser.write(source).close();
  return names;
}

describe('rows of an atlas', () => {
  it('carry the passage, the speaker and the source', () => {
    const rows = [...mentionRows(atlas, documents)];
    expect(rows).toHaveLength(atlas.mentions.place.length);
    for (const row of rows) {
      expect(row.passage).toContain(row.surface);
      expect(row.document.id).not.toBe('');
    }
    // in the words of its document, beside the name that the speaker has in all documents
    expect(rows.filter(({ speakerId }) => speakerId !== null)).toMatchObject([
      { speaker: 'الوزارة', speakerId: 'ministry', speakerName: 'وزارة الدفاع' },
    ]);
    expect([...eventRows(atlas, documents)][0]).toMatchObject({
      speaker: 'وزارة الدفاع في باكو',
      speakerName: 'وزارة الدفاع',
    });
    expect([...eventRows(atlas, documents)].map(({ placeConfidence }) => placeConfidence)).toContain(0.97);
  });

  it('are those of the selection', () => {
    expect([...mentionRows(atlas, documents, { mentions: new Set([1]) })].map(({ row }) => row)).toEqual([1]);
    expect([...eventRows(atlas, documents, { events: new Set([1]) })].map(({ index }) => index)).toEqual([1]);
    expect([...mentionRows(atlas, documents, NOTHING), ...eventRows(atlas, documents, NOTHING)]).toEqual([]);
  });
});

describe('CSV', () => {
  it('is RFC 4180, and is read back as it was', () => {
    const cells = ['a', 'b,c', 'd"e', 'f\r\ng', 'باكو', ''];
    const csv = toCsv(['1', '2', '3', '4', '5', '6'], [cells]);
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: true }).data[1]).toEqual(cells);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\u200f=1', '＝1', '\u202e=cmd'])(
    'makes no formula of %j',
    (text) => {
      const [, row] = Papa.parse<string[]>(toCsv(['a'], [[text]]).slice(1)).data;
      expect(row?.[0]).toBe(`'${text}`);
    },
  );

  it('leaves numbers alone', () => {
    expect(toCsv(['a'], [[-12.5], [Number.NaN], [null]])).toBe('\ufeff"a"\r\n-12.5\r\n\r\n\r\n');
  });

  it('has a row a mention and a row an event, each with its licence', () => {
    const mentions = table(mentionsCsv(atlas, documents));
    expect(mentions).toHaveLength(atlas.mentions.place.length);
    const events = table(eventsCsv(atlas, documents));
    expect(events).toHaveLength(atlas.events.length);
    for (const row of [...mentions, ...events]) {
      expect(row.licence).toMatch(/CC BY 4\.0/);
      expect(row.passage).not.toBe('');
      expect(row.document).not.toBe('');
    }
    expect(table(mentionsCsv(atlas, documents, NOTHING))).toEqual([]);
  });

  it('can be read as a corpus again', async () => {
    const csv = mentionsCsv(atlas, documents).replace('"passage"', '"text"');
    const read = await readFile('a.csv', new TextEncoder().encode(csv));
    expect(read.filter(({ document }) => document)).toHaveLength(atlas.mentions.place.length);
  });
});

describe('KML', () => {
  it('is XML, with a placemark a place and a located event', () => {
    const names = readXml(toKml(atlas, documents, shapes));
    expect(names.filter((name) => name === 'Placemark')).toHaveLength(5);
    for (const name of ['Point', 'LineString', 'TimeStamp']) expect(names).toContain(name);
    expect(readXml(toKml(atlas, documents, shapes, NOTHING))).not.toContain('Placemark');
  });

  it('makes no markup of text, in the file or in its balloons', () => {
    const kml = toKml(atlas, documents, shapes);
    expect(kml).not.toMatch(/<script|\]\]>|[^\P{Cc}\n]/u);
    expect(kml).not.toMatch(/&lt;script/);
    expect(kml).toContain('&amp;lt;script');
  });
});

describe('Linked Places', () => {
  const collection = JSON.parse(toLinkedPlaces(atlas, documents, shapes)) as {
    features: {
      '@id': string;
      properties: { title: string };
      names: { citations?: unknown[] }[];
      geometry: { geometries: unknown[] };
      attestations: { value: string; citations: { label: string }[] }[];
    }[];
  };

  it('is GeoJSON too', () => {
    expect(geoJsonFaults(collection)).toEqual([]);
  });

  it('has what the format asks of each place', () => {
    expect(collection.features).toHaveLength(3);
    for (const feature of collection.features) {
      expect(feature['@id']).toMatch(/^urn:mawdi:place:/);
      expect(feature.properties.title).not.toBe('');
      expect(feature.names.some(({ citations }) => (citations?.length ?? 0) > 0)).toBe(true);
      expect(Array.isArray(feature.geometry.geometries)).toBe(true);
      for (const { value, citations } of feature.attestations) {
        expect(value).not.toBe('');
        expect(citations[0]?.label).not.toBe('');
      }
    }
  });

  it('is empty for an empty selection', () => {
    expect(JSON.parse(toLinkedPlaces(atlas, documents, shapes, NOTHING)).features).toEqual([]);
  });
});

describe('GeoJSON', () => {
  it('has the whole passage, its source and licence when it is to stand alone', () => {
    const layers = toGeoJson(atlas, documents, shapes, { quoted: true });
    for (const layer of Object.values(layers)) expect(geoJsonFaults(layer)).toEqual([]);
    for (const { properties } of [...layers.mentions.features, ...layers.events.features]) {
      expect(properties?.quotation).not.toBe('');
      expect(properties?.licence).toMatch(/CC BY/);
    }
    expect(toGeoJson(atlas, documents, shapes).mentions.features[0]?.properties).not.toHaveProperty('quotation');
    expect(toGeoJson(atlas, documents, shapes, { selection: NOTHING }).places.features).toEqual([]);
  });
});

describe('the chronology', () => {
  it('joins the tellings of an event and goes by time, the undated last', () => {
    const entries = chronology(atlas, documents);
    expect(entries.map(({ date }) => date)).toEqual(['2023-09-19', '2023-09-20', null]);
    expect(entries[0]?.tellings.map(({ document }) => document.id)).toEqual(['a', 'b']);
    expect(entries[0]?.differences.map(({ about }) => about)).toEqual(['killed']);
  });

  it('tells of no difference whose other side is not selected', () => {
    const [entry] = chronology(atlas, documents, { events: new Set([0]) });
    expect(entry?.tellings).toHaveLength(1);
    expect(entry?.differences).toEqual([]);
  });

  it('is Markdown in which the texts are only text', () => {
    const markdown = chronologyMarkdown(atlas, documents);
    const html = new MarkdownIt({ html: true, linkify: true }).render(markdown);
    expect(html).not.toMatch(/<script|<img|<em>|<code>|href="javascript/);
    expect(html).toContain('&lt;script&gt;');
    expect(html.match(/<blockquote>/g)).toHaveLength(atlas.events.length);
    expect(html).toContain('وزارة الدفاع');
    expect(html).toContain('<a href="https://example.org/a?x=(1)">');
    expect(html.match(/<li>/g)).toHaveLength(2);
  });

  it('is written in the words that it is given', () => {
    const words: ChronologyWords = {
      ...ENGLISH,
      lang: 'ar',
      kinds: { casualties: 'ضحايا' },
      about: { killed: 'قتلى' },
      dates: { '2023-09-19': '19 سبتمبر 2023' },
      differ: 'تختلف المصادر',
      columns: { kind: 'النوع', figures: 'الأرقام' },
      factuality: { reported: 'مُخبَر به', negated: 'منفيّ', possible: 'محتمل' },
    };
    const markdown = chronologyMarkdown(atlas, documents, {}, words);
    expect(markdown).toContain('## 19 سبتمبر 2023');
    expect(markdown).toContain('**ضحايا**، باكو');
    expect(markdown).toContain('تختلف المصادر (قتلى): 25 (وزارة الدفاع)؛ 30');
    const [row] = table(chronologyCsv(atlas, documents, {}, words));
    expect(row).toMatchObject({ النوع: 'ضحايا', الأرقام: 'قتلى ~25' });
    expect(Object.values(row ?? {})).toContain('مُخبَر به');
  });

  it('has a row a telling', () => {
    const rows = table(chronologyCsv(atlas, documents));
    expect(rows).toHaveLength(atlas.events.length);
    for (const row of rows)
      for (const column of ['passage', 'factuality', 'source', 'licence']) expect(row[column], column).not.toBe('');
  });
});
