/** How sure a diagnosis is and how often it is right, over generated bases and people whose answers are noisy. */

import { expect, it } from 'vitest';
import { byBot } from '../../bench/diagnosis-bot.ts';
import { drawPeople } from '../../bench/diagnosis-people.ts';
import type { Table } from '../../bench/diagnosis-table.ts';
import { seeded } from '../../bench/generated-base.ts';

const BASES = 12;
const PEOPLE = 250;

/** A table of some causes and questions, with likelihoods of any size. */
function drawnTable(seed: number): Table {
  const random = seeded(seed);
  const list = (length: number, of: (at: number) => number) => Array.from({ length }, (_, at) => of(at));
  const causes = 4 + (seed % 7);
  const questions = 6 + (seed % 11);
  const weights = list(causes, () => 0.1 + random());
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    causes: list(causes, (at) => at).map(String),
    questions: list(questions, (at) => at).map(String),
    prior: weights.map((weight) => weight / total),
    P: list(causes, (at) => at).map(() => list(questions, () => 0.01 + 0.98 * random())),
  };
}

it.each([0, 0.05, 0.1, 0.2])(
  'with %d of the answers turned round, mean confidence is within two points of how often it is right',
  (flips) => {
    const all = Array.from({ length: BASES }, (_, seed) => {
      const table = drawnTable(seed + 1);
      const noise = table.questions.map(() => 2 * flips);
      return byBot(table, drawPeople(table, PEOPLE, flips, seed + 1), noise, 0.9);
    }).flat();
    const accuracy = all.filter(({ right }) => right).length / all.length;
    const confidence = all.reduce((sum, one) => sum + one.confidence, 0) / all.length;
    expect(Math.abs(confidence - accuracy)).toBeLessThan(0.02);
  },
);
