import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { originOf, writePolicy } from '../../src/cli/site-policy.ts';
import { freshFolder, removeFolders } from './run-mawdi.ts';

afterAll(removeFolders);

const POLICY = "default-src 'self'; img-src 'self' data:; connect-src 'self'; script-src 'self'";
const PAGE = `<html><head><meta http-equiv="Content-Security-Policy" content="${POLICY}" /></head></html>`;

function site() {
  const source = join(freshFolder(), 'index.html');
  const folder = freshFolder();
  writeFileSync(source, PAGE);
  return { source, folder, page: () => readFileSync(join(folder, 'index.html'), 'utf8') };
}

describe('what a site may ask of others', () => {
  it('is nothing, unless it is said', () => {
    const { source, folder, page } = site();
    writePolicy(source, folder, { hosts: [], baseMap: null });
    expect(page()).toBe(PAGE);
  });

  it('is the hosts that are named, for maps and pictures alone', () => {
    const { source, folder, page } = site();
    writePolicy(source, folder, { hosts: ['https://tiles.example.org'], baseMap: null });
    expect(page()).toContain(
      "img-src 'self' data: https://tiles.example.org; connect-src 'self' https://tiles.example.org; script-src 'self'",
    );
  });

  it.each([
    ['https://tiles.example.org', 'https://tiles.example.org'],
    ['https://tiles.example.org/', 'https://tiles.example.org'],
    ['http://localhost:8080', 'http://localhost:8080'],
  ])('%s is a host', (text, origin) => expect(originOf(text)).toBe(origin));

  it.each([
    'tiles.example.org',
    'http://tiles.example.org',
    'https://*.example.org',
    '*',
    'https://a.example/x',
    "https://a'b",
  ])('%s is none', (text) => expect(() => originOf(text)).toThrow('--allow-host'));

  it('begins with a base map that is taken into the site', () => {
    const { source, folder, page } = site();
    const maps = freshFolder();
    mkdirSync(maps, { recursive: true });
    const archive = join(maps, 'my map.pmtiles');
    writeFileSync(archive, 'PMTiles\u0003…');
    writePolicy(source, folder, { hosts: [], baseMap: archive });
    expect(page()).toContain('<meta name="mawdi-base-map" content="./data/base-map/my%20map.pmtiles" />');
    expect(readFileSync(join(folder, 'data', 'base-map', 'my map.pmtiles'), 'utf8')).toBe('PMTiles\u0003…');
  });

  it.each([
    ['map.pmtiles', 'garbage', 'no PMTiles archive of version 3'],
    ['map.json', '{', 'not JSON'],
    ['map.json', '{"version":8}', 'no MapLibre style'],
    [
      'map.json',
      '{"version":8,"sources":{"a":{"type":"vector","tiles":["https://evil.example/{z}"],"attribution":"https://other.example"}},"layers":[]}',
      'add --allow-host https://evil.example$',
    ],
  ])('refuses %s that holds %s', (name, content, told) => {
    const { source, folder } = site();
    const baseMap = join(freshFolder(), name);
    writeFileSync(baseMap, content);
    expect(() => writePolicy(source, folder, { hosts: [], baseMap })).toThrow(new RegExp(told));
  });

  it('refuses a base map elsewhere whose host is not allowed, and what is no map', () => {
    const { source, folder } = site();
    const baseMap = 'https://tiles.example.org/style.json?key="1"';
    expect(() => writePolicy(source, folder, { hosts: [], baseMap })).toThrow('--allow-host https://tiles.example.org');
    expect(() => writePolicy(source, folder, { hosts: [], baseMap: source })).toThrow('neither');
    expect(() => writePolicy(source, folder, { hosts: [], baseMap: join(folder, 'none.json') })).toThrow(
      'no such file',
    );
    writePolicy(source, folder, { hosts: ['https://tiles.example.org'], baseMap });
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain('style.json?key=&quot;1&quot;"');
  });
});
