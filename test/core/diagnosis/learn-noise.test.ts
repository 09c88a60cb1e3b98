import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FinishedCase, FinishedCases, learnNoise } from '../../../src/core/diagnosis/learn-noise.ts';
import { rowOf } from '../../../src/core/diagnosis/likelihood.ts';
import { generatedBase, seeded } from '../../bench/generated-base.ts';
import { fact, littleBase } from './little-base.ts';

const lamp = littleBase({
  families: { lamp: {} },
  questions: {
    glow: { usually: { dark: 0.5, flickers: 0.5 }, noise: 0.02 },
    socket: { usually: { live: 0.5, dead: 0.5 }, noise: 0.02 },
    rarely: { usually: { yes: 0.5, no: 0.5 }, noise: 0.02 },
  },
  problems: {
    burnt: {
      families: { lamp: 0.5 },
      signs: { glow: { dark: 0.95 }, socket: { live: 0.9 }, rarely: { yes: 0.9 } },
    },
    fuse: {
      families: { lamp: 0.42 },
      signs: { glow: { dark: 0.2 }, socket: { live: 0.05 }, rarely: { yes: 0.1 } },
    },
  },
});

/** Cases that are over, the answers drawn from the signs, or blindly with the chance that is the question's noise. */
function finished(count: number, noise: Readonly<Record<string, number>>, seed = 7): FinishedCase[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => {
    const problem = lamp.problems[random() < 0.5 ? 0 : 1]!;
    const facts = Object.entries(noise).map(([question, slips]) => {
      const [first, second] = lamp.questions.find(({ id }) => id === question)!.answers.map(({ id }) => id);
      const meant = problem.signs[question]![first!]!;
      return fact(question, random() < (random() < slips ? 0.5 : meant) ? first! : second!);
    });
    return { facts, problem: problem.id, family: 'lamp' };
  });
}

describe('the noise of a question, learned from cases that are over', () => {
  it('without cases is what the author wrote', () => {
    expect([...learnNoise(lamp, []).values()]).toEqual([0.02, 0.02, 0.02]);
  });

  it('comes near what it is, for each question its own', () => {
    const learned = learnNoise(lamp, finished(3000, { glow: 0.05, socket: 0.3 }));
    expect(learned.get('glow')).toBeCloseTo(0.05, 1);
    expect(learned.get('socket')).toBeCloseTo(0.3, 1);
  });

  it('of a question that was never answered is that of all the others', () => {
    const learned = learnNoise(lamp, finished(3000, { glow: 0.2, socket: 0.2 }));
    expect(learned.get('rarely')).toBeCloseTo(0.2, 1);
  });

  it('is hardly moved by a single case', () => {
    const strange = { facts: [fact('socket', 'dead')], problem: 'burnt', family: 'lamp' };
    expect(learnNoise(lamp, [strange]).get('socket')).toBeLessThan(0.06);
  });

  it('is never above what an author may write, however wrong the answers are', () => {
    const lies = finished(500, {}).map((one) => ({
      ...one,
      facts: [fact('glow', one.problem === 'burnt' ? 'flickers' : 'dark')],
    }));
    expect(learnNoise(lamp, lies).get('glow')).toBe(0.5);
  });

  it('passes over denials and what the knowledge base does not have', () => {
    const cases: FinishedCase[] = [
      { facts: [fact('socket', 'not live'), fact('colour', 'red')], problem: 'burnt', family: 'lamp' },
      { facts: [fact('socket', 'dead')], problem: 'unheard-of', family: 'lamp' },
    ];
    expect([...learnNoise(lamp, cases).values()]).toEqual([0.02, 0.02, 0.02]);
  });
});

describe('cases that are counted as they come', () => {
  it('say how sure the noise is: the more answers, the narrower', () => {
    const widths = [100, 1000, 10_000].map((count) => {
      const cases = new FinishedCases(lamp);
      for (const one of finished(count, { socket: 0.2 })) cases.add(one);
      const { range, answers, noise } = cases.learned().get('socket')!;
      expect(answers).toBe(count);
      expect(range!.low).toBeLessThanOrEqual(noise);
      expect(range!.high).toBeGreaterThanOrEqual(noise);
      return range!.high - range!.low;
    });
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
    expect(widths[2]).toBeLessThan(0.05);
  });

  it('state a range in which the noise is about nineteen times in twenty', () => {
    const within = Array.from({ length: 100 }, (_, seed) => {
      const cases = new FinishedCases(lamp);
      for (const one of finished(300, { socket: 0.1, glow: 0.1 }, seed)) cases.add(one);
      const { low, high } = cases.learned().get('socket')!.range!;
      return low <= 0.1 && 0.1 <= high;
    });
    expect(within.filter(Boolean).length).toBeGreaterThanOrEqual(90);
  });

  it('have no range for a question that nobody answered', () => {
    expect(new FinishedCases(lamp).learned().get('rarely')).toEqual({ noise: 0.02, range: null, answers: 0 });
  });

  it('are passed over where the knowledge base has no such problem on such a device', () => {
    const cases = new FinishedCases(lamp);
    expect(cases.add({ facts: [], problem: 'burnt', family: 'lamp' })).toBe(true);
    expect(cases.add({ facts: [], problem: 'burnt', family: 'toaster' })).toBe(false);
    expect(cases.add({ facts: [], problem: 'unheard-of', family: 'lamp' })).toBe(false);
  });

  it('count a question once in a case, and leave out of which several answers may hold', () => {
    const many = { ...lamp, questions: lamp.questions.map((one) => ({ ...one, choose: 'many' as const })) };
    const facts = [fact('glow', 'dark'), fact('glow', 'flickers'), fact('socket', 'live')];
    const heard = (kb: typeof lamp): number[] => {
      const cases = new FinishedCases(kb);
      cases.add({ facts, problem: 'burnt', family: 'lamp' });
      return [...cases.learned().values()].map(({ answers }) => answers);
    };
    expect([heard(lamp), heard(many)]).toEqual([
      [1, 1, 0],
      [0, 0, 0],
    ]);
  });

  it('without mistakes never raise the noise of any question, whatever was written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.array(fc.double({ min: 0, max: 0.5, noNaN: true }), { minLength: 6, maxLength: 6 }),
        fc.array(fc.array(fc.nat(5), { maxLength: 6 }), { minLength: 1, maxLength: 40 }),
        (seed, noises, asked) => {
          const frame = generatedBase({ problems: 5, questions: 6, families: 2, seed });
          const kb = {
            ...frame,
            questions: frame.questions.map((one, q) => ({ ...one, noise: noises[q]! })),
          };
          const random = seeded(seed);
          const cases = asked.map((questions): FinishedCase => {
            const problem = kb.problems[Math.floor(random() * kb.problems.length)]!;
            const family = kb.families.find(({ id }) => (problem.families[id] ?? 0) > 0)!;
            const facts = questions.map((q) => {
              const question = kb.questions[q]!;
              const signs = problem.signs[question.id] ?? family.signs[question.id];
              const row = rowOf({ ...question, noise: 0 }, signs);
              return fact(question.id, question.answers[row.indexOf(Math.max(...row))]!.id);
            });
            return { facts, problem: problem.id, family: family.id };
          });
          const learned = learnNoise(kb, cases);
          for (const { id, noise } of kb.questions) expect(learned.get(id)).toBeLessThanOrEqual(noise + 1e-5);
        },
      ),
    );
  });
});
