import { describe, expect, test } from 'vitest';
import { clausesOf, textOfRun, unitsOf, wordsIn } from '../../../src/core/language/reading/units.ts';

const unitsIn = (text: string): readonly string[] => {
  const words = wordsIn(text);
  return unitsOf(text, words).map((unit) => textOfRun(text, words, unit));
};

describe('a text in units', () => {
  test.each([
    ['a sentence is one', 'the padlock is red', ['the padlock is red']],
    [
      'and each clause of it',
      'key is in, till says no.',
      ['key is in, till says no', 'key is in', 'till says no'],
    ],
    ['decimals end nothing', 'it reads 2.5 kg, maybe more', ['it reads 2.5 kg']],
    ['nor does a colon in a time', 'at 12:30 it beeps', ['at 12:30 it beeps']],
    ['nothing is in nothing', ' .,! ', []],
  ])('%s', (_title, text, units) => {
    expect(unitsIn(text)).toEqual(expect.arrayContaining(units));
    if (units.length === 0) expect(unitsIn(text)).toEqual([]);
  });

  test('a long clause is looked at in runs of seven words', () => {
    const text = 'one two three four five six seven eight nine ten';
    expect(unitsIn(text)).toEqual([
      text,
      'one two three four five six seven',
      'four five six seven eight nine ten',
      'seven eight nine ten',
    ]);
  });

  test('a run stands as its clause does', () => {
    const text = 'if somebody ever broke that seal of the scale we would ring you';
    const words = wordsIn(text);
    for (const { within } of unitsOf(text, words)) expect(textOfRun(text, words, within)).toBe(text);
  });

  test('there are at most sixty, however long the text is', () => {
    expect(unitsIn('red, green, '.repeat(500)).length).toBeLessThanOrEqual(60);
  });
});

test('only a text of several clauses is read clause by clause', () => {
  expect(clausesOf('all the way in')).toEqual([]);
  expect(clausesOf('all the way in, and it is a touch screen')).toEqual([
    'all the way in',
    'and it is a touch screen',
  ]);
});
