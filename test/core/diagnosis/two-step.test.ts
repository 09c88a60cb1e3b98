import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newCase } from '../../../src/core/conversation.ts';
import { nextMoveTwoStep } from '../../../src/core/diagnosis/two-step.ts';
import { generatedBase } from '../../bench/generated-base.ts';
import { caseOf, diagnosing, inWords, littleBase, person } from './little-base.ts';

const lamp = littleBase({
  families: { lamp: {} },
  questions: {
    glow: { usually: { dark: 0.5, flickers: 0.5 } },
    socket: { usually: { live: 0.9, dead: 0.1 } },
  },
  problems: {
    bulb: {
      families: { lamp: 0.6 },
      signs: { glow: { dark: 0.9 }, socket: { live: 0.98 } },
      steps: ['change'],
    },
    fuse: {
      families: { lamp: 0.32 },
      signs: { glow: { dark: 0.95 }, socket: { dead: 0.95 } },
      steps: ['electrician'],
    },
  },
  steps: { change: { costSeconds: 300 }, electrician: { costSeconds: 900 } },
});

it.each([
  ['asks what tells the problems apart', newCase(1), 'ask socket'],
  ['tries what is clear', caseOf(['socket', 'dead'], ['glow', 'dark']), 'try fuse'],
])('two steps of looking ahead: %s', (_, ours, expected) => {
  const { slice, belief } = diagnosing(lamp);
  expect(inWords(nextMoveTwoStep(slice, belief(ours), ours, person()))).toBe(expected);
});

it('two steps of looking ahead never see more cost in handing over than one step does', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
      const { slice, belief, move } = diagnosing(
        generatedBase({ problems: 5, questions: 4, families: 2, seed }),
      );
      const far = nextMoveTwoStep(slice, belief(newCase(1)), newCase(1), person());
      const near = move(newCase(1));
      if (far.kind === 'hand-over' && near.kind === 'hand-over')
        expect(far.costSeconds).toBeCloseTo(near.costSeconds, 6);
    }),
    { numRuns: 20 },
  );
});
