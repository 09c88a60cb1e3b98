/** What a page must load, in bytes: a gate, since size is what a person on an old till over a slow line waits for. */

import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const built = new URL('../../dist/web/', import.meta.url);

const gzipped = (name: string): number => gzipSync(readFileSync(new URL(name, built)), { level: 9 }).length;

/** What a page links to: scripts and style sheets. */
const linked = (page: string): string[] =>
  [...readFileSync(new URL(page, built), 'utf8').matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(
    ([, name]) => name!,
  );

const sum = (names: readonly string[]): number => names.reduce((bytes, name) => bytes + gzipped(name), 0);

test('the launcher, which every page loads, is at most 3 KB', () => {
  expect(gzipped('widget.js')).toBeLessThanOrEqual(3 * 1024);
});

test('the launcher and the whole chat are at most 40 KB', () => {
  const assets = linked('chat.html');
  expect(assets.some((name) => name.endsWith('.js'))).toBe(true);
  expect(assets.some((name) => name.endsWith('.css'))).toBe(true);
  expect(sum(['widget.js', 'chat.html', ...assets])).toBeLessThanOrEqual(40 * 1024);
});

test('every file lies there packed beside itself, whole', () => {
  const names = [
    ...readdirSync(built),
    ...readdirSync(new URL('assets/', built)).map((name) => `assets/${name}`),
  ];
  const plain = names.filter((name) => /\.(html|js|css)$/.test(name));
  expect(plain.length).toBeGreaterThan(3);
  for (const name of plain) expect(names).toEqual(expect.arrayContaining([`${name}.gz`, `${name}.br`]));
});
