import { describe, expect, test } from 'vitest';
import { leastLength, partsOf } from '../../../src/core/knowledge/check/pattern.ts';
import { slowness } from '../../../src/core/knowledge/check/pattern-work.ts';

describe('patterns that can be matched in time', () => {
  test.each([
    String.raw`\bC0?[1-7]\b`,
    String.raw`\b(1\d{3}|2\d{3}|2884\d{4}|500)\b`,
    String.raw`\b(?:code|error|err|tuya)\W{1,6}(500|1000|2001|2007|2017)\b`,
    String.raw`\bmsg"?\s*[:=]\s*"?No permissions\.?"?\s*(?:[,}\n]|$)`,
    String.raw`"code"\s*:\s*"?(\d+)"?`,
    String.raw`code\s*\d+`,
    String.raw`[A-Z]+-\d+`,
    String.raw`(?<code>E\d{2})(?=\s|$)`,
    '(?:ab){2}',
    '(?:ab)+',
    '"[^"]*"[^"]*"',
  ])('%s', (pattern) => {
    expect(slowness(pattern)).toBeNull();
  });
});

describe('patterns that a message could keep busy', () => {
  test.each([
    '(a+)+b',
    '(a*)*b',
    '(a|a)*b',
    String.raw`(\d+,?)+x`,
    '(a{1,5}){2,9}x',
    '.*x.*y',
    String.raw`\d+\d+x`,
    String.raw`\w*\s?\w*\s?x`,
    String.raw`\d+(?:-?\d+)x`,
    String.raw`(?:\d+|\d+)x`,
    String.raw`(.)\1`,
    String.raw`(?<a>.)\k<a>`,
    `${'a?'.repeat(20)}${'a'.repeat(20)}`,
    `${'(a|a)'.repeat(20)}b`,
    String.raw`\d{1,200}\d{1,200}\d{1,200}x`,
  ])('%s', (pattern) => {
    expect(slowness(pattern)).not.toBeNull();
  });
});

test.each([
  ['', 0],
  ['a', 1],
  ['a?', 0],
  ['a*|b', 0],
  ['ab|c', 1],
  [String.raw`\bC0?[1-7]\b`, 2],
  ['(?=abc)', 0],
  ['a{3}', 3],
  ['(ab){2,}', 4],
  [String.raw`[\]a]x`, 2],
  ['a{,3}', 5],
])('%s matches at least %d characters', (pattern, length) => {
  expect(leastLength(partsOf(pattern))).toBe(length);
});
