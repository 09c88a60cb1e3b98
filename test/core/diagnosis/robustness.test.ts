/** What would make a diagnosis wrong in practice, each made to happen. Everything is drawn from a seed. */

import { describe, expect, it } from 'vitest';
import { newCase } from '../../../src/core/conversation.ts';
import {
  type AnswerLikelihoods,
  type KnowledgeBase,
  LIKELIHOODS,
  type Problem,
} from '../../../src/core/knowledge/model.ts';
import { generatedBase, seeded } from '../../bench/generated-base.ts';
import { diagnosing, fact } from './little-base.ts';

const kb = generatedBase({ problems: 40, questions: 40, families: 2, seed: 11 });
const CASES = 400;

/** A case of a problem: answers to some of its questions, drawn from its likelihoods, with slips at rate `noise`. */
function drawnCase(base: KnowledgeBase, problem: Problem, random: () => number, noise: number) {
  const family = Object.keys(problem.families)[0]!;
  const asked = base.questions.filter(
    (question) => question.families.includes(family) && question.choose === 'one' && random() < 0.35,
  );
  const facts = asked.map((question) => {
    const signs =
      problem.signs[question.id] ?? base.families.find(({ id }) => id === family)!.signs[question.id];
    const slips = random() < noise;
    return fact(
      question.id,
      slips ? pick(Object.keys(question.usually), random) : draw(spread(question.usually, signs), random),
    );
  });
  return { ...newCase(1), facts };
}

/** Signs with what they leave over shared out as usual. */
function spread(usually: AnswerLikelihoods, signs: AnswerLikelihoods = {}): [string, number][] {
  const left = 1 - Object.values(signs).reduce((sum, p) => sum + p, 0);
  const others = Object.keys(usually).filter((id) => !(id in signs));
  return Object.keys(usually).map((id) => [id, signs[id] ?? Math.max(0, left) / others.length]);
}

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)]!;

function draw(chances: readonly [string, number][], random: () => number): string {
  const at = random();
  let sum = 0;
  for (const [id, p] of chances) {
    sum += p;
    if (at < sum) return id;
  }
  return chances[0]![0];
}

/** Every likelihood moved one word up or down at random. */
function moved(base: KnowledgeBase, random: () => number): KnowledgeBase {
  const words = Object.values(LIKELIHOODS).sort((a, b) => b - a);
  const move = (p: number) => {
    const at = words.reduce(
      (best, word, i) => (Math.abs(word - p) < Math.abs(words[best]! - p) ? i : best),
      0,
    );
    return words[Math.min(words.length - 1, Math.max(0, at + (random() < 0.5 ? 1 : -1)))]!;
  };
  const signs = ({ signs }: Problem) =>
    Object.fromEntries(
      Object.entries(signs).map(([q, row]) => [
        q,
        Object.fromEntries(Object.entries(row).map(([a, p]) => [a, move(p)])),
      ]),
    );
  return { ...base, problems: base.problems.map((problem) => ({ ...problem, signs: signs(problem) })) };
}

/** How often the best problem of a believing base is right, and how sure it is on average. */
function judged(cases: KnowledgeBase, believing: KnowledgeBase, noise: number) {
  const random = seeded(3);
  const { belief } = diagnosing(believing);
  let right = 0;
  let confidence = 0;
  for (let n = 0; n < CASES; n += 1) {
    const problem = pick(cases.problems, random);
    const [best] = belief(drawnCase(cases, problem, random, noise)).problems;
    right += best?.id === problem.id ? 1 : 0;
    confidence += best?.probability ?? 0;
  }
  return { accuracy: right / CASES, confidence: confidence / CASES };
}

const believingNoise = (noise: number): KnowledgeBase => ({
  ...kb,
  questions: kb.questions.map((question) => ({ ...question, noise })),
});

describe('a diagnosis stays usable', () => {
  it('likelihoods that are off by one word rarely change the result', () => {
    const random = seeded(5);
    const [plain, other] = [diagnosing(kb), diagnosing(moved(kb, seeded(8)))];
    const same = Array.from({ length: CASES }, () => {
      const ours = drawnCase(kb, pick(kb.problems, random), random, 0);
      return plain.belief(ours).problems[0]?.id === other.belief(ours).problems[0]?.id;
    });
    expect(same.filter(Boolean).length / CASES).toBeGreaterThan(0.75);
    const lost = judged(kb, kb, 0).accuracy - judged(kb, moved(kb, seeded(8)), 0).accuracy;
    expect(lost).toBeLessThan(0.05);
  });

  it.each([0, 0.1, 0.2])(
    'with %d of the answers slips, confidence is honest where the noise is known',
    (noise) => {
      const { accuracy, confidence } = judged(kb, believingNoise(noise), noise);
      expect(Math.abs(confidence - accuracy)).toBeLessThan(0.06);
    },
  );

  it('who assumes no noise is surer than right, and surer than who reckons with it', () => {
    const naive = judged(kb, believingNoise(0), 0.2);
    const wise = judged(kb, believingNoise(0.2), 0.2);
    expect(naive.confidence - naive.accuracy).toBeGreaterThan(wise.confidence - wise.accuracy);
    expect(wise.accuracy).toBeGreaterThanOrEqual(naive.accuracy - 0.02);
  });
});
