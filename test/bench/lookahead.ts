/**
 * `npm run --silent bench:lookahead`: what looking ahead is worth. The mean expected cost in avoidable seconds, over small
 * bases, of choosing by one step, by what the bot does, by two steps in full, and of the best there is. One JSON object
 * on stdout, keyed by the noise of the questions.
 */

import { bestQuestion, bestRemedy } from '../../src/core/diagnosis/best.ts';
import { chooseMove, sameQuestion } from '../../src/core/diagnosis/choose-move.ts';
import { nextMove } from '../../src/core/diagnosis/next-move.ts';
import { nextMoveTwoStep } from '../../src/core/diagnosis/two-step.ts';
import type { Mover } from '../../src/core/respond.ts';
import { costOf, leastCost } from './exact-cost.ts';
import { round } from './percentiles.ts';
import { smallWorld } from './small-bases.ts';

const BASES = 40;

const oneStep: Mover = (slice, belief, ours, person) =>
  chooseMove(slice, belief, ours, person, {
    question: bestQuestion,
    remedy: bestRemedy,
    instead: sameQuestion,
  });

const result: Record<string, object> = {};
for (const noise of [0, 0.1, 0.2]) {
  const worlds = Array.from({ length: BASES }, (_, seed) => smallWorld(seed + 1, noise));
  const mean = (cost: (world: (typeof worlds)[number]) => number) =>
    round(worlds.reduce((sum, world) => sum + cost(world), 0) / BASES);
  result[noise] = {
    oneStep: mean((world) => costOf(world, oneStep)),
    bot: mean((world) => costOf(world, nextMove)),
    twoStep: mean((world) => costOf(world, nextMoveTwoStep)),
    exact: mean(leastCost),
  };
}
process.stdout.write(`${JSON.stringify({ bases: BASES, meanSecondsByNoise: result }, null, 2)}\n`);
