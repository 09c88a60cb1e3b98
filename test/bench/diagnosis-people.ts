/** People with one cause each who answer questions, drawn by seed. */

import { randomFrom } from '../../src/simulate/random.ts';
import type { Table } from './diagnosis-table.ts';

/** What one person has, and what they say to each question whenever they are asked. */
export interface Person {
  readonly cause: number;
  readonly says: readonly boolean[];
}

/**
 * Draws causes from the prior and answers from P; each answer is then turned round with the chance `flips`. Causes are
 * drawn systematically, one from each of `count` equal parts of the prior, so that chance moves the figures less.
 */
export function drawPeople(table: Table, count: number, flips: number, seed: number): Person[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, part) => {
    const cause = causeAt(table.prior, (part + random()) / count);
    const says = (table.P[cause] ?? []).map((yes) => {
      const shows = random() < yes;
      const slips = random() < flips;
      return shows !== slips;
    });
    return { cause, says };
  });
}

/** The cause in whose share of the prior the point `at` lies, 0..1. */
function causeAt(prior: readonly number[], at: number): number {
  let left = at;
  for (const [cause, p] of prior.entries()) {
    left -= p;
    if (left < 0) return cause;
  }
  return prior.length - 1;
}
