import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newCase } from '../../../src/core/conversation.ts';
import { becauseOf } from '../../../src/core/diagnosis/because.ts';
import { generatedBase } from '../../bench/generated-base.ts';
import { caseOf, diagnosing, fact, littleBase, probabilityOf } from './little-base.ts';

const lamp = littleBase({
  families: { lamp: { somethingElse: 0.1 } },
  questions: {
    glow: { usually: { dark: 0.5, flickers: 0.5 }, noise: 0 },
    bulb: { usually: { black: 0.1, clear: 0.9 }, noise: 0 },
    others: { usually: { on: 0.8, off: 0.2 }, noise: 0 },
  },
  problems: {
    burnt: {
      families: { lamp: 0.5 },
      signs: { glow: { dark: 0.9 }, bulb: { black: 0.8 }, others: { on: 0.95 } },
    },
    fuse: { families: { lamp: 0.4 }, signs: { glow: { dark: 0.95 }, others: { off: 0.95 } } },
  },
});

describe('the facts for and against a problem', () => {
  const { slice, belief } = diagnosing(lamp);
  const ours = caseOf(['glow', 'dark'], ['bulb', 'black'], ['others', 'off']);
  const weights = becauseOf(slice, belief(ours), ours, slice.remedies.problemIndex.get('burnt')!);

  it('names those for it first, the strongest ahead, then those against it', () => {
    expect(weights.map(({ question, bits }) => `${bits > 0 ? 'for' : 'against'} ${question}`)).toEqual([
      'for bulb',
      'against others',
    ]);
  });

  it('weighs a fact by itself against what was expected before anything was known', () => {
    const expected = 0.5 * 0.8 + 0.5 * 0.1;
    expect(weights[0]?.bits).toBeCloseTo(Math.log2(0.8 / expected), 9);
  });
});

it('what a fact adds is the logarithm of the probability with it over the probability without it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e6 }),
      fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 }),
      (seed, picks) => {
        const kb = generatedBase({ problems: 6, questions: 8, families: 2, seed });
        const facts = picks.map(([q, a]) => {
          const question = kb.questions[q % kb.questions.length]!;
          return fact(question.id, question.answers[a % question.answers.length]!.id);
        });
        const { slice, belief } = diagnosing(kb);
        const ours = { ...newCase(1), facts };
        kb.problems.forEach(({ id }, problem) => {
          for (const { question, answer, bitsBeside } of becauseOf(slice, belief(ours), ours, problem)) {
            const rest = facts.filter((one) => one.question !== question || one.answer !== answer);
            const without = belief({ ...newCase(1), facts: rest });
            const ratio = probabilityOf(slice, belief(ours), id) / probabilityOf(slice, without, id);
            expect(bitsBeside).toBeCloseTo(Math.log2(ratio), 6);
          }
        });
      },
    ),
    { numRuns: 50 },
  );
});
