import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTHING_TOLD, newCase } from '../../../src/core/conversation.ts';
import { type RepairRoom, repairSeconds } from '../../../src/core/diagnosis/cost.ts';
import { diagnose, expectedCostSeconds } from '../../../src/core/diagnosis/diagnose.ts';
import type { OpenRemedy } from '../../../src/core/diagnosis/open-remedies.ts';
import { diagnosing, littleBase, person } from './little-base.ts';

/** At most six remedies with their shares of a belief; what is left over is something else. */
const situation = fc.record({
  remedies: fc.array(
    fc.record({
      share: fc.double({ min: 0.01, max: 1, noNaN: true }),
      success: fc.double({ min: 0.3, max: 1, noNaN: true }),
      costSeconds: fc.integer({ min: 1, max: 9000 }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  rest: fc.double({ min: 0.01, max: 1, noNaN: true }),
  human: fc.integer({ min: 60, max: 4000 }),
});
type Situation = typeof situation extends fc.Arbitrary<infer T> ? T : never;

function laidOut({ remedies, rest, human }: Situation): {
  open: OpenRemedy[];
  room: RepairRoom;
  masses: number[];
} {
  const total = remedies.reduce((sum, { share }) => sum + share, rest);
  const masses = remedies.map(({ share }) => share / total);
  const open = remedies.map(({ success, costSeconds }, problem) => ({
    problem,
    success,
    needs: 0,
    costSeconds,
  }));
  const size = open.length;
  const room = {
    mass: Float64Array.from(masses),
    handOver: Float64Array.from(masses, (p) => p * human),
    order: new Int32Array(size),
    ratio: new Float64Array(size),
    planned: 0,
  };
  return { open, room, masses };
}

/** The cheapest of all plans: every order, every stopping point, each counted by walking through it. */
function cheapestPlan(masses: readonly number[], open: readonly OpenRemedy[], human: number): number {
  const walk = (used: readonly number[], reached: number, spent: number): number =>
    open.reduce(
      (least, { success, costSeconds }, r) => {
        if (used.includes(r)) return least;
        const mass = masses[r]!;
        return Math.min(
          least,
          walk([...used, r], reached - mass * success, spent + costSeconds * (reached - mass)),
        );
      },
      spent + human * reached,
    );
  return walk([], 1, 0);
}

describe('the expected cost of repair', () => {
  it('is that of the cheapest of all orders and stopping points', () => {
    fc.assert(
      fc.property(situation, (one) => {
        const { open, room, masses } = laidOut(one);
        expect(repairSeconds(open, room, 1, one.human)).toBeCloseTo(cheapestPlan(masses, open, one.human), 6);
      }),
    );
  });

  it('grows with the belief: weighing a joint probability weighs the cost', () => {
    fc.assert(
      fc.property(situation, fc.double({ min: 0.01, max: 1, noNaN: true }), (one, weight) => {
        const { open, room } = laidOut(one);
        const whole = repairSeconds(open, room, 1, one.human);
        room.mass.forEach((mass, r) => {
          room.mass[r] = mass * weight;
          room.handOver[r] = (room.handOver[r] ?? 0) * weight;
        });
        expect(repairSeconds(open, room, weight, one.human * weight)).toBeCloseTo(whole * weight, 6);
      }),
    );
  });

  it('never lets a remedy be tried below the probability that its risk needs', () => {
    fc.assert(
      fc.property(situation, (one) => {
        const { open, room, masses } = laidOut(one);
        const gated = open.map((remedy, r) => ({ ...remedy, needs: masses[r]! + 0.001 }));
        expect(repairSeconds(gated, room, 1, one.human)).toBe(one.human);
        expect(room.planned).toBe(0);
      }),
    );
  });
});

describe('what a cure costs', () => {
  const sketch = (by: string, fetchSeconds: number) => {
    const kb = littleBase({
      families: { press: {} },
      problems: { jam: { families: { press: 0.92 }, success: 1, steps: ['clear'] } },
      steps: { clear: { by, costSeconds: 100, risk: 'rights' } },
    });
    return { ...kb, roles: kb.roles.map((role) => (role.id === by ? { ...role, fetchSeconds } : role)) };
  };
  const cost = (kb: ReturnType<typeof sketch>, role: string | null) => {
    const { slice } = diagnosing(kb);
    const ours = newCase(1);
    return expectedCostSeconds(slice, diagnose(slice, ours, NOTHING_TOLD), ours, person(role));
  };
  const human = 1800;
  const rights = 300;

  it.each([
    [
      'steps and risk, and a human for the rest',
      'user',
      'user',
      0.92 * (100 + rights) + 0.08 * (100 + rights) + 0.08 * human,
    ],
    [
      'nobody need be fetched whom the person can stand in for',
      'keeper',
      'engineer',
      0.92 * (100 + rights) + 0.08 * (100 + rights) + 0.08 * human,
    ],
    [
      'somebody above has to be fetched, once',
      'engineer',
      'user',
      0.92 * (100 + rights + 500) + 0.08 * (100 + rights) + 0.08 * human,
    ],
    [
      'who is unknown counts as the lowest role',
      'engineer',
      null,
      0.92 * (100 + rights + 500) + 0.08 * (100 + rights) + 0.08 * human,
    ],
  ])('%s', (_, by, role, expected) => {
    expect(cost(sketch(by, 500), role)).toBeCloseTo(expected, 6);
  });
});
