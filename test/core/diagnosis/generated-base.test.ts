import { describe, expect, it } from 'vitest';
import { DEVICE_QUESTION, generatedBase } from '../../bench/generated-base.ts';

describe('a generated base', () => {
  const kb = generatedBase({ problems: 60, questions: 25 });

  it('is the same for the same size, and another for another seed', () => {
    expect(generatedBase({ problems: 60, questions: 25 })).toEqual(kb);
    expect(generatedBase({ problems: 60, questions: 25, seed: 2 })).not.toEqual(kb);
  });

  it('is as big as was asked for', () => {
    expect([kb.problems.length, kb.questions.length]).toEqual([60, 25]);
  });

  it('sums to 1 in each family, something-else included', () => {
    for (const family of kb.families) {
      const sum = kb.problems.reduce(
        (total, { families }) => total + (families[family.id] ?? 0),
        family.somethingElse,
      );
      expect(sum).toBeCloseTo(1);
    }
  });

  it('refers only to what is there', () => {
    const questions = new Set(kb.questions.map(({ id }) => id));
    const steps = new Set(kb.steps.map(({ id }) => id));
    for (const { signs, remedy } of kb.problems) {
      expect(Object.keys(signs).every((id) => questions.has(id))).toBe(true);
      expect([...remedy.steps, ...remedy.curedBy].every((id) => steps.has(id))).toBe(true);
    }
    expect(questions.has(DEVICE_QUESTION)).toBe(true);
  });
});
