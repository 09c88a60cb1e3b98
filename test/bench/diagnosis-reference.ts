/**
 * Diagnosing by the textbook, apart from the bot and for comparison with it: exact Bayes over all causes with the right
 * noise, stopped at a confidence. The next question is the one of greatest expected information gain, until none has
 * any to speak of; or any, until all are asked.
 */

import { randomFrom } from '../../src/simulate/random.ts';
import type { Person } from './diagnosis-people.ts';
import type { Table } from './diagnosis-table.ts';

/** How one person was diagnosed. */
export interface Diagnosed {
  readonly questions: number;
  readonly right: boolean;
  /** Probability of what was named, 0..1. */
  readonly confidence: number;
  /** Milliseconds of deciding, all questions together. */
  readonly ms: number;
}

/** Picks the next question among those not asked yet; null: none is worth it. */
type Chooser = (belief: readonly number[], open: readonly number[]) => number | null;

/**
 * Greedy gain ends where no question takes away so many bits. At 0 whoever cannot be told apart is asked everything:
 * half as many questions again, and no diagnosis better.
 */
const LEAST_GAIN_BITS = 0.01;

/** Greedy information gain. `yes[cause][question]`: P(yes), noise mixed in. */
function greedy(yes: readonly (readonly number[])[]): Chooser {
  return (belief, open) => {
    let best: number | null = null;
    let least = entropyOf(belief) - LEAST_GAIN_BITS;
    for (const question of open) {
      const left = entropyAfter(belief, yes, question);
      if (left >= least) continue;
      least = left;
      best = question;
    }
    return best;
  };
}

const entropyOf = (belief: readonly number[]): number =>
  belief.reduce((bits, p) => (p > 0 ? bits - p * Math.log2(p) : bits), 0);

function entropyAfter(belief: readonly number[], yes: readonly (readonly number[])[], q: number): number {
  let left = 0;
  for (const said of [true, false]) {
    const joint = belief.map((p, cause) => p * (said ? yes[cause]![q]! : 1 - yes[cause]![q]!));
    const chance = joint.reduce((sum, p) => sum + p, 0);
    for (const p of joint) if (p > 0) left -= p * Math.log2(p / chance);
  }
  return left;
}

/** Diagnoses everybody with greedy information gain. */
export function byGreedyGain(table: Table, people: readonly Person[], flips: number, stopAt: number) {
  const yes = withNoise(table, flips);
  const choose = greedy(yes);
  return people.map((person) => diagnoseOne(table, yes, person, stopAt, choose));
}

/** Diagnoses everybody with questions in random order. */
export function byRandomOrder(table: Table, people: readonly Person[], flips: number, stopAt: number) {
  const yes = withNoise(table, flips);
  const random = randomFrom(1);
  const choose: Chooser = (_, open) => open[Math.floor(random() * open.length)]!;
  return people.map((person) => diagnoseOne(table, yes, person, stopAt, choose));
}

const withNoise = (table: Table, flips: number): number[][] =>
  table.P.map((row) => row.map((p) => p * (1 - flips) + (1 - p) * flips));

function diagnoseOne(
  table: Table,
  yes: readonly (readonly number[])[],
  person: Person,
  stopAt: number,
  choose: Chooser,
): Diagnosed {
  const begun = performance.now();
  const open = [...table.questions.keys()];
  let belief = [...table.prior];
  while (open.length > 0 && Math.max(...belief) < stopAt) {
    const question = choose(belief, open);
    if (question === null) break;
    open.splice(open.indexOf(question), 1);
    const joint = belief.map((p, cause) => {
      const chance = yes[cause]![question]!;
      return p * (person.says[question] ? chance : 1 - chance);
    });
    const total = joint.reduce((sum, p) => sum + p, 0);
    belief = total > 0 ? joint.map((p) => p / total) : belief;
  }
  const confidence = Math.max(...belief);
  return {
    questions: table.questions.length - open.length,
    right: belief.indexOf(confidence) === person.cause,
    confidence,
    ms: performance.now() - begun,
  };
}
