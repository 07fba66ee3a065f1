import { describe, expect, it } from 'vitest';
import { csvPlaceReader } from '../../src/formats/gazetteer-csv.ts';

const read = (header: string, line: string) => {
  const reader = csvPlaceReader(header, 'places.csv');
  if (typeof reader === 'string') throw new Error(reader);
  return reader(line);
};

describe('places of a CSV file', () => {
  it('reads quoted cells, several names of one language, and a header with a byte order mark', () => {
    const place = read(
      '\ufeffId,Name,lat,lon,name_ar,rank',
      'q,"Qarmaqeri, the ""old""",40.1,45.5,قرمقيري | قره مقيري,3',
    );
    expect(place).toMatchObject({ id: 'q', lat: 40.1, lon: 45.5, rank: 3, source: 'places.csv' });
    expect(place.names).toEqual([
      { text: 'Qarmaqeri, the "old"', language: 'en' },
      { text: 'قرمقيري', language: 'ar' },
      { text: 'قره مقيري', language: 'ar' },
    ]);
  });

  it('takes the id from the name, and an empty or missing position for none', () => {
    expect(read('name,lat,lon', 'Old Hara,,')).toMatchObject({ id: 'old-hara', lat: Number.NaN, lon: Number.NaN });
    expect(read('name,lat,lon', 'Hara').lat).toBeNaN();
  });

  it('says which column is missing', () => {
    expect(csvPlaceReader('id,name,lat', 'places.csv')).toMatch(/^no column "lon"/);
  });
});
