/** The demo page says of Keyturn what the README says, and nothing else. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const page = readFileSync('src/web/demo/index.html', 'utf8');
const readme = readFileSync('README.md', 'utf8');

const plain = (text: string): string =>
  text
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/^\s*(?:you|keyturn|\d\.)\s/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** What each figure of the page is of, in the words of the README. */
const figures: readonly (readonly [figure: string, said: RegExp])[] = [
  ['49', /\(49 problems, /],
  ['10', /ten families of devices/],
  ['2.9', /truthful, the kind of device known \| [\d.]+ % \| 2\.9 /],
  ['3 KB', /: 3 KB gzipped/],
];

test('its figures are those of the README', () => {
  const shown = [...page.matchAll(/<dd>([^<]+)<\/dd><\/div>/g)].map(([, figure]) => figure);
  expect(shown).toEqual(figures.map(([figure]) => figure));
  for (const [, said] of figures) expect(readme).toMatch(said);
});

test('its conversation is the first of the README, which is played in another test', () => {
  const roll = page.slice(page.indexOf('<dl>') + '<dl>'.length, page.indexOf('</dl>'));
  const told = plain(roll.replace(/<dt[^>]*>[^<]+<\/dt>/g, ''));
  const first = plain(/```\n(you {6}[\s\S]*?)```/.exec(readme)?.[1] ?? '');
  expect(first.startsWith(told)).toBe(true);
  expect(told.endsWith('fixed')).toBe(true);
});

test('it names every data attribute that the README names, and no other', () => {
  const named = (text: string, cell: RegExp): string[] =>
    [...text.matchAll(cell)].map(([, name]) => name!.replace(/(?:…|NAME)$/, '')).sort();
  const onPage = named(page, /<th scope="row"><code>(data-[\w…-]+)<\/code>/g);
  expect(onPage).toEqual(named(readme, /^\| `(data-[\w-]+)` \|/gm));
  expect(onPage.length).toBeGreaterThan(5);
});
