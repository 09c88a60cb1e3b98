import { describe, expect, it } from 'vitest';
import { type FinishedCase, learnNoise } from '../../../src/core/diagnosis/learn-noise.ts';
import { seeded } from '../../bench/generated-base.ts';
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
function finished(count: number, noise: Readonly<Record<string, number>>): FinishedCase[] {
  const random = seeded(7);
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
