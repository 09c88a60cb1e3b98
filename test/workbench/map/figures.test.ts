import { describe, expect, test } from 'vitest';
import { bits, counted, duration, likelihoodWord, percent } from '../../../src/workbench/map/amounts.ts';
import { mapFigures } from '../../../src/workbench/map/figures.ts';
import { foreignBase, shippedBase } from '../../foreign-base.ts';

describe.each([
  ['the shipped base', shippedBase],
  ['the foreign base', foreignBase],
])('the figures of %s are those of the engine', async (_name, base) => {
  const { kb, prepared } = await base();
  const { families, pairs, openBits } = mapFigures(kb, prepared.diagnosis, prepared.hash, null);

  test('the families share everything, and their problems and something else share a family', () => {
    expect(families.reduce((sum, { prior }) => sum + prior, 0)).toBeCloseTo(1);
    for (const { problems, somethingElse, family } of families) {
      expect(problems.reduce((sum, { share }) => sum + share, somethingElse)).toBeCloseTo(1);
      expect(somethingElse).toBeCloseTo(family.somethingElse);
    }
  });

  test('problems stand by how frequent they are, questions by what they take away, pairs by how hard they are', () => {
    const falling = (numbers: readonly number[]) =>
      expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    for (const { problems, questions } of families) {
      falling(problems.map(({ share }) => share));
      falling(questions.map(({ gainBits }) => gainBits));
    }
    falling(pairs.map((pair) => -pair.bits));
  });

  test('no question takes away more than is open, and none settles more than all of a doubt', () => {
    for (const { questions, openBits: open } of families) {
      expect(open).toBeLessThan(openBits);
      for (const { gainBits } of questions) expect(gainBits).toBeLessThanOrEqual(open);
    }
    for (const pair of pairs) expect(pair.bits).toBeLessThanOrEqual(1);
  });

  test('what a question takes away is the mean of what it speaks for each problem, something else included', () => {
    for (const { problems, somethingElse, questions } of families) {
      const shares = [...problems.map(({ share }) => share), somethingElse];
      for (const { question, gainBits, decides } of questions) {
        const mean = shares.reduce((sum, share, column) => sum + share * decides[column]!, 0);
        expect(mean, question.id).toBeCloseTo(gainBits, 9);
        expect(decides, question.id).toHaveLength(shares.length);
      }
    }
  });

  test('an answer is as likely in the family as its problems make it, so what is for some is against others', () => {
    for (const { problems, somethingElse, questions } of families) {
      const shares = [...problems.map(({ share }) => share), somethingElse];
      for (const { cells } of questions.flatMap(({ answers }) => answers)) {
        const usual = cells.reduce((sum, { likelihood }, column) => sum + shares[column]! * likelihood, 0);
        for (const cell of cells) expect(cell.bits).toBeCloseTo(Math.log2(cell.likelihood / usual), 9);
      }
    }
  });
});

describe('amounts are said for people', () => {
  test.each([
    [5, '5 s'],
    [60, '1 min'],
    [90, '1.5 min'],
    [600, '10 min'],
    [3600, '1 h'],
    [8640, '2.4 h'],
    [86_400, '24 h'],
    [259_200, '3 d'],
  ])('%i seconds are %s', (seconds, text) => expect(duration(seconds)).toBe(text));

  test.each([
    [0, '0 %'],
    [0.004, '< 1 %'],
    [0.221, '22 %'],
    [1, '100 %'],
  ])('a share of %d is %s', (share, text) => expect(percent(share)).toBe(text));

  test.each([
    [-0.01, '0.0'],
    [1.25, '1.3'],
    [-2, '-2.0'],
  ])('%d bits are %s', (amount, text) => expect(bits(amount)).toBe(text));

  test.each([
    [1, 'always'],
    [0.93, 'almost always'],
    [0.5, 'often'],
    [0.28, 'sometimes'],
    [0.00001, 'never'],
  ])('a likelihood of %d is "%s"', (likelihood, word) => expect(likelihoodWord(likelihood)).toBe(word));

  test('one is one', () => expect([counted(1, 'step'), counted(2, 'step')]).toEqual(['1 step', '2 steps']));
});
