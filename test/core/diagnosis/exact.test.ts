/** How near the choice of what to do comes to the best there is, on bases so small that it can be worked out. */

import { expect, it } from 'vitest';
import { nextMove } from '../../../src/core/diagnosis/next-move.ts';
import { nextMoveTwoStep } from '../../../src/core/diagnosis/two-step.ts';
import { costOf, leastCost } from '../../bench/exact-cost.ts';
import { smallWorld } from '../../bench/small-bases.ts';

/** Small bases without noise and with much of it. */
const worlds = [0, 0.2].flatMap((noise) => [1, 2, 3].map((seed) => smallWorld(seed, noise)));
const mean = (costs: readonly number[]) => costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
const least = worlds.map(leastCost);

it.each([
  ['what the bot does', nextMove],
  ['looking two steps ahead in full', nextMoveTwoStep],
])('%s never costs less than the best there is, and hardly more on average', (_, mover) => {
  const costs = worlds.map((world) => costOf(world, mover));
  costs.forEach((cost, at) => {
    expect(cost).toBeGreaterThanOrEqual((least[at] ?? 0) - 1e-6);
  });
  expect(mean(costs)).toBeLessThan(1.05 * mean(least));
});

it('the best there is never costs more than handing over at once', () => {
  worlds.forEach(({ handOverSeconds }, at) => {
    expect(least[at]).toBeLessThanOrEqual(handOverSeconds);
  });
});
