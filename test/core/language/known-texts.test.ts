import { expect, it } from 'vitest';
import { keepTexts, knownAs } from '../../../src/core/language/reading/known-texts.ts';

const known = keepTexts(
  new Map([
    ['the key turns', 'turns'],
    ['it sits fast', 'stuck'],
    ['no key', 'none'],
    ['it turns', 'turns'],
  ]),
);

it.each([
  ['the key turns', 'turns'],
  ['it turns', 'turns'],
  ['it sits fast', 'stuck'],
  ['no key', 'none'],
  ['no keys', null],
  ['', null],
])('%j is known as %j', (words, label) => {
  expect(knownAs(known, words)).toBe(label);
});

it('knows nothing where nothing is kept', () => {
  expect(knownAs(keepTexts(new Map()), 'no key')).toBeNull();
});
