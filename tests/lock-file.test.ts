import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const path = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const { packages } = JSON.parse(readFileSync(path, 'utf8')) as { packages: Readonly<Record<string, Locked>> };

it('names no registry, so that everyone installs from their own', () => {
  const named = Object.entries(packages).filter(([, { resolved }]) => resolved?.startsWith('http'));
  expect(named.map(([name]) => name)).toEqual([]);
});

it('knows the packages of every platform: npm drops those that its registry does not have, and "npm ci" then refuses', () => {
  const missing = Object.entries(packages).flatMap(([name, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (wanted) => name !== '' && !packages[`${name}/node_modules/${wanted}`] && !packages[`node_modules/${wanted}`],
    ),
  );
  expect(missing).toEqual([]);
});
