import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSeaNames } from '../../src/cli/base-map-labels.ts';
import { gazetteerEntries } from '../../src/cli/gazetteer-sources.ts';

describe('further points for the names of seas', () => {
  const geo = resolve('geo');
  const seas = new Set(
    gazetteerEntries(join(geo, 'gazetteer'), false)
      .entries.filter(({ kind }) => kind === 'sea' || kind === 'gulf')
      .map(({ id }) => id),
  );

  it.each([...readSeaNames(geo)])('%s is a sea of the tables, its points on earth', (id, points) => {
    expect(seas).toContain(id);
    for (const [lat, lon] of points) {
      expect(Math.abs(lat)).toBeLessThanOrEqual(90);
      expect(Math.abs(lon)).toBeLessThanOrEqual(180);
    }
  });
});
