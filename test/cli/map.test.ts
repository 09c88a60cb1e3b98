import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keyturn } from './program.ts';

const KNOWLEDGE = ['--knowledge', 'test/foreign-knowledge'];
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyturn-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('the page goes to stdout and nothing else is said', async () => {
  const ran = await keyturn(['map', ...KNOWLEDGE]);
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(ran.out).toMatch(/^<!DOCTYPE html>\n[\s\S]*<\/html>\n$/);
});

test('--out writes the very same page, tells how large it is, and replaces an older one', async () => {
  const out = join(folder, 'map.html');
  const { out: page } = await keyturn(['map', ...KNOWLEDGE]);
  for (const _time of ['first', 'again']) {
    const ran = await keyturn(['map', ...KNOWLEDGE, '--out', out]);
    expect(ran).toMatchObject({ code: 0, out: '' });
    expect(ran.err).toMatch(/map\.html: .+, \d+ KB\. Open it in a browser\.\n$/);
    expect(await readFile(out, 'utf8')).toBe(page);
  }
});

test('--family draws less', async () => {
  const all = await keyturn(['map', ...KNOWLEDGE]);
  const one = await keyturn(['map', ...KNOWLEDGE, '--family', 'grinder']);
  expect(one.code).toBe(0);
  expect(one.out.length).toBeLessThan(all.out.length);
});

test.each([
  [
    'a family that there is not',
    ['--family', 'grindr'],
    2,
    /"grindr" is not a family.*Did you mean "grinder"\?/,
  ],
  [
    'a file in a folder that there is not',
    ['--out', 'no/such/folder/map.html'],
    1,
    /cannot be written to no\/such/,
  ],
  ['a base that there is not', ['--knowledge', 'no-such-base'], 1, /no-such-base/],
])('%s: says so', async (_what, argv, code, says) => {
  const ran = await keyturn(['map', ...(argv.includes('--knowledge') ? [] : KNOWLEDGE), ...argv]);
  expect(ran).toMatchObject({ code, out: '' });
  expect(ran.err).toMatch(says);
});
