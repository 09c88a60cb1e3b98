import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CODES } from '../../src/core/knowledge/codes.ts';
import { readKnowledge } from '../../src/core/knowledge/parse.ts';
import { brokenBase, filesOf, printed, printedWhenTried, readCase, soundBase } from './case.ts';

function casesIn(folder: string) {
  return readdirSync(folder).map((file) => {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    return { name: file.replace(/\.txt$/, ''), path, text, ...readCase(text) };
  });
}

const cases = casesIn('test/broken-knowledge/cases');
const tried = casesIn('test/broken-knowledge/tried');

function holds(path: string, text: string, prints: string, now: string): void {
  if (process.env.ACCEPT === '1') writeFileSync(path, `${text.split(/^### print\n/m)[0]}### print\n${now}`);
  else expect(now).toBe(prints);
}

test('the base that all cases break is sound', () => {
  expect(printedWhenTried(filesOf(soundBase()))).toBe('');
  expect(readKnowledge(filesOf(soundBase())).kb?.title).toBe('A lamp shop');
});

describe('a broken base is explained', () => {
  test.each(cases)('$name: $title', ({ path, text, ...broken }) => {
    holds(path, text, broken.prints, printed(filesOf(brokenBase(broken))));
  });
});

describe('what only trying a base shows is explained', () => {
  test.each(tried)('$name: $title', ({ path, text, ...broken }) => {
    holds(path, text, broken.prints, printedWhenTried(filesOf(brokenBase(broken))));
  });
});

/** What no line of text can show, and what is told only where it is asked for; `parse.test.ts` and the workbench's `check.test.ts` have these. */
const SHOWN_ELSEWHERE = [
  'FILE_TOO_BIG',
  'BAD_ENCODING',
  'HIDDEN_CHARACTER',
  'TOO_MANY_FILES',
  'TOO_DEEP',
  'EXAMPLE_MISREAD',
];

test('every kind of complaint has a case', () => {
  const shown = new Set(
    [...cases, ...tried].flatMap(({ prints }) =>
      [...prints.matchAll(/:\d+:\d+ ([A-Z_]+) /g)].map(([, code]) => code),
    ),
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
