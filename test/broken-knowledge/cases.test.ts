import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CODES } from '../../src/core/knowledge/codes.ts';
import { readKnowledge } from '../../src/core/knowledge/parse.ts';
import { brokenBase, filesOf, printed, readCase, soundBase } from './case.ts';

const FOLDER = 'test/broken-knowledge/cases';
const cases = readdirSync(FOLDER).map((file) => {
  const path = join(FOLDER, file);
  const text = readFileSync(path, 'utf8');
  return { name: file.replace(/\.txt$/, ''), path, text, ...readCase(text) };
});

test('the base that all cases break is sound', () => {
  expect(printed(filesOf(soundBase()))).toBe('');
  expect(readKnowledge(filesOf(soundBase())).kb?.title).toBe('A lamp shop');
});

describe('a broken base is explained', () => {
  test.each(cases)('$name: $title', ({ path, text, ...broken }) => {
    const now = printed(filesOf(brokenBase(broken)));
    if (process.env.ACCEPT === '1') writeFileSync(path, `${text.split(/^### print\n/m)[0]}### print\n${now}`);
    else expect(now).toBe(broken.prints);
  });
});

/** What no line of text can show; `parse.test.ts` has these. */
const SHOWN_ELSEWHERE = ['FILE_TOO_BIG', 'BAD_ENCODING', 'HIDDEN_CHARACTER', 'TOO_MANY_FILES', 'TOO_DEEP'];

test('every kind of complaint has a case', () => {
  const shown = new Set(
    cases.flatMap(({ prints }) => [...prints.matchAll(/:\d+:\d+ ([A-Z_]+) /g)].map(([, code]) => code)),
  );
  expect(Object.keys(CODES).filter((code) => !shown.has(code) && !SHOWN_ELSEWHERE.includes(code))).toEqual(
    [],
  );
});

test('only errors keep a base from being used', () => {
  for (const broken of cases) {
    const { kb, complaints } = readKnowledge(filesOf(brokenBase(broken)));
    expect(kb === null, broken.name).toBe(complaints.some(({ severity }) => severity === 'error'));
  }
});
