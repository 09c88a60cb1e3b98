import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { learnWords, nearest, readText, shareTable } from '../../../src/core/classifier/known-words.ts';
import { isOneEdit } from '../../../src/core/classifier/word-table.ts';

const wordsAndCounts = ({ tokens, corrected, unknown }: ReturnType<typeof readText>) => ({
  words: tokens.map(({ letters, stem }) => [letters, stem]),
  corrected,
  unknown,
});

describe('one edit', () => {
  it.each([
    ['a letter left out', 'drawer', 'drwer', true],
    ['a letter too many', 'drawer', 'drawwer', true],
    ['another letter', 'drawer', 'drawex', true],
    ['two letters swapped', 'drawer', 'darwer', true],
    ['the first letter', 'drawer', 'frawer', true],
    ['nothing', 'drawer', 'drawer', false],
    ['two edits', 'drawer', 'frawex', false],
    ['two letters swapped over a third', 'drawer', 'dwarer', false],
    ['all of a word', '', 'ab', false],
  ])('%s', (_, one, other, expected) => {
    expect(isOneEdit(one, other)).toBe(expected);
    expect(isOneEdit(other, one)).toBe(expected);
  });

  it('always leads back to the word, wherever it was made', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdef'), minLength: 4, maxLength: 12 });
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom('x', ''), fc.boolean(), (text, place, letter, keep) => {
        const at = place % text.length;
        const slip = text.slice(0, at) + letter + text.slice(keep ? at : at + 1);
        fc.pre(slip !== text && slip.length >= 4);
        expect(nearest(learnWords([[text]]), slip)).toBe(text);
      }),
    );
  });
});

describe('the word that was meant', () => {
  const known = learnWords([['printer', 'prints'], ['printer', 'drawer', 'key'], ['printed']]);

  it.each([
    ['the only one near', 'drawar', 'drawer'],
    ['the more frequent of two', 'printex', 'printer'],
    ['none for short words', 'kex', null],
    ['none for what is far from all', 'keyboard', null],
    ['none for numbers', '12345', null],
    ['none for endless words', `${'drawer'.repeat(10)}`, null],
  ])('is %s', (_, written, meant) => {
    expect(nearest(known, written)).toBe(meant);
  });
});

test('words in one table are read as they were alone', () => {
  const alone = [
    [['printer', 'prints', 'drawer']],
    [['drawn', 'draws', 'printed'], ['printed'], ['key']],
    [],
  ].map((texts) => learnWords(texts));
  const shared = shareTable(alone);
  expect(new Set(shared.map(({ table }) => table)).size).toBe(1);
  for (const text of ['the printex', 'drawm keys', 'printing draw', 'drawers printed'])
    expect(shared.map((known) => readText(known, text)).map(wordsAndCounts)).toEqual(
      alone.map((known) => readText(known, text)).map(wordsAndCounts),
    );
});
