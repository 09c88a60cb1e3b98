import { describe, expect, it } from 'vitest';
import { LEAK, leakRow, outcomesOf, rowOf, SEEN_ELSEWHERE } from '../../../src/core/diagnosis/likelihood.ts';
import type { Question } from '../../../src/core/knowledge/model.ts';
import { littleBase } from './little-base.ts';

const question = (choose: 'one' | 'many', usually: Record<string, number>, noise = 0): Question =>
  littleBase({ families: { a: {} }, questions: { q: { choose, usually, noise } }, problems: {} })
    .questions[0]!;

const rounded = (row: readonly number[]) => row.map((p) => Number(p.toFixed(3)));

describe('the likelihood of answers that exclude each other', () => {
  const colours = { red: 0.5, green: 0.3, blue: 0.2 };
  it.each([
    ['nothing listed: what is usual', {}, [0.5, 0.3, 0.2]],
    ['one listed: the others share what remains as usual', { blue: 0.8 }, [0.125, 0.075, 0.8]],
    ['all listed: as listed', { red: 0.1, green: 0.2, blue: 0.7 }, [0.1, 0.2, 0.7]],
    ['all listed but short of 1: scaled up', { red: 0.1, green: 0.1, blue: 0.6 }, [0.125, 0.125, 0.75]],
    ['listed up to 1.1: scaled down', { red: 0.55, green: 0.55 }, [0.498, 0.498, 0.005]],
    ['certain: the others stay possible', { red: 1 }, [0.995, 0.003, 0.002]],
  ])('%s', (_, signs, expected) => {
    expect(rounded(rowOf(question('one', colours), signs))).toEqual(expected);
  });

  it('mixes slips of the tongue evenly over all answers', () => {
    expect(rounded(rowOf(question('one', colours, 0.3), { red: 1 }))).toEqual([0.797, 0.102, 0.101]);
  });
});

describe('the likelihood of answers that stand beside each other', () => {
  it.each([
    ['listed or usual, each for itself', 0, { lamp: 0.9 }, [0.9, 0.1]],
    ['noise makes a coin of each', 0.2, { lamp: 0.9 }, [0.82, 0.18]],
  ])('%s', (_, noise, signs, expected) => {
    expect(rounded(rowOf(question('many', { lamp: 0.3, beep: 0.1 }, noise), signs))).toEqual(expected);
  });

  it('when asked, one is picked in proportion, or none', () => {
    const many = question('many', { lamp: 0.5, beep: 0.25 });
    const outcomes = outcomesOf(many, rowOf(many, {}), false);
    expect(rounded(outcomes)).toEqual([0.444, 0.222, 0.333]);
  });
});

describe('outside the families of a question', () => {
  it.each([
    ['a common answer leaks a hundredth', 0.5, LEAK],
    ['a rare one leaks less, so that it still speaks for its family', 0.02, 0.001],
  ])('%s', (_, usual, expected) => {
    expect(leakRow({ answers: [] }, [usual])[0]).toBeCloseTo(expected);
  });

  it('most people say that their device has no such thing, and nobody is asked just to hear so', () => {
    const lock = question('one', { turned: 0.49, straight: 0.49, 'not-here': 0.02 });
    const elsewhere = leakRow(lock, rowOf(lock, undefined));
    expect(elsewhere[2]).toBe(SEEN_ELSEWHERE);
    expect(outcomesOf(lock, elsewhere, true)[2]).toBe(0);
  });
});
