import { describe, expect, it } from 'vitest';
import { newCase } from '../../../src/core/conversation.ts';
import {
  CLAIM,
  CLAIM_ABOVE_ROLE,
  LEAST_LEFT,
  triedFactors,
} from '../../../src/core/diagnosis/tried-evidence.ts';
import { caseOf, diagnosing, littleBase, tried } from './little-base.ts';

const kb = littleBase({
  families: { printer: {} },
  questions: {
    done: {
      about: 'already-tried',
      answersAre: 'steps',
      choose: 'many',
      ask: null,
      usually: { restart: 0.1, 'swap-drum': 0.1, dust: 0.1 },
    },
  },
  problems: {
    frozen: { families: { printer: 0.4 }, success: 0.9, steps: ['restart'] },
    confused: { families: { printer: 0.2 }, success: 0.6, steps: ['restart'] },
    worn: {
      families: { printer: 0.2 },
      success: 0.95,
      steps: ['restart', 'swap-drum'],
      curedBy: ['swap-drum'],
    },
    dirty: { families: { printer: 0.1 }, success: 0.99, steps: ['dust', 'swap-drum'] },
  },
  steps: { 'swap-drum': { by: 'engineer' } },
});
const { slice } = diagnosing(kb);
const lowered = (ours: Parameters<typeof triedFactors>[1], role: string | null = 'user') =>
  Object.fromEntries(
    [...triedFactors(slice, ours, role)].map(([p, factor]) => [
      slice.remedies.problemIds[p],
      Number(factor.toFixed(3)),
    ]),
  );

describe('what was done already lowers what it would have cured', () => {
  it.each([
    [
      'a step that is said to be done lowers every problem that it cures',
      caseOf(['done', 'restart']),
      { frozen: 1 - 0.9 * CLAIM, confused: 1 - 0.6 * CLAIM },
    ],
    [
      'a step that does not cure the problem says nothing of it',
      caseOf(['done', 'dust']),
      { dirty: 1 - 0.99 * CLAIM },
    ],
    [
      'a step above the role counts less',
      caseOf(['done', 'swap-drum']),
      { worn: 1 - 0.95 * CLAIM_ABOVE_ROLE, dirty: 1 - 0.99 * CLAIM_ABOVE_ROLE },
    ],
    [
      'said to be done twice counts once',
      caseOf(['done', 'restart'], ['done', 'restart']),
      { frozen: 1 - 0.9 * CLAIM, confused: 1 - 0.6 * CLAIM },
    ],
    ['said NOT to be done says nothing', caseOf(['done', 'not restart']), {}],
    [
      'a remedy that did not help lowers its problem, and all that the same steps cure',
      tried(newCase(1), { frozen: 'still-there' }),
      { frozen: 0.1, confused: 0.4 },
    ],
    [
      'a problem that needs more steps than were done keeps its weight',
      tried(newCase(1), { worn: 'still-there' }),
      { worn: 0.05 },
    ],
    [
      'two remedies together may have done all the steps of a third',
      tried(newCase(1), { worn: 'still-there', dirty: 'still-there' }),
      { worn: 0.05, dirty: LEAST_LEFT },
    ],
    [
      'what helped in part is not what is left',
      tried(newCase(1), { frozen: 'partly' }),
      { frozen: LEAST_LEFT, confused: 0.4 },
    ],
    ['what cannot be done says nothing', tried(newCase(1), { frozen: 'cannot' }), {}],
    [
      'a claim and a try of the same thing count once, the stronger',
      tried(caseOf(['done', 'restart']), { frozen: 'still-there' }),
      { frozen: 0.1, confused: 0.4 },
    ],
  ])('%s', (_, ours, expected) => {
    expect(lowered(ours)).toEqual(
      Object.fromEntries(Object.entries(expected).map(([id, factor]) => [id, Number(factor.toFixed(3))])),
    );
  });

  it.each([
    ['an engineer is believed about an engineer step', 'engineer', CLAIM],
    ['of nobody knows whom, only the lowest role is believed', null, CLAIM_ABOVE_ROLE],
  ])('%s', (_, role, claim) => {
    expect(lowered(caseOf(['done', 'swap-drum']), role).worn).toBeCloseTo(1 - 0.95 * claim, 3);
  });
});
