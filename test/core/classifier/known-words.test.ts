import { describe, expect, it, test } from 'vitest';
import { learnWords, readText, shareTable } from '../../../src/core/classifier/known-words.ts';

const wordsAndCounts = ({ tokens, corrected, unknown }: ReturnType<typeof readText>) => ({
  words: tokens.map(({ letters, stem }) => [letters, stem]),
  corrected,
  unknown,
});

/** What a word is read as. */
const meant = (known: ReturnType<typeof learnWords>, written: string): string | undefined =>
  readText(known, written).tokens[0]?.letters;

describe('the word that was meant', () => {
  const known = learnWords([['printer', 'prints'], ['printer', 'drawer', 'key'], ['printed']]);

  it.each([
    ['the only one near', 'drawar', 'drawer'],
    ['the more frequent of two', 'printex', 'printer'],
    ['none for short words', 'kex', 'kex'],
    ['none for what is far from all', 'keyboard', 'keyboard'],
    ['none for numbers', '12345', '12345'],
    ['none for endless words', 'drawer'.repeat(5), 'drawer'.repeat(5)],
  ])('is %s', (_, written, word) => {
    expect(meant(known, written)).toBe(word);
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
