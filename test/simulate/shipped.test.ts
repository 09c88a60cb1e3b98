import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/simulate/account.ts';
import type { Experiment } from '../../src/simulate/experiments.ts';
import { type Figures, report } from '../../src/simulate/figures.ts';
import { type Plan, simulate } from '../../src/simulate/simulate.ts';
import { shippedBase } from '../foreign-base.ts';

const { kb, prepared } = await shippedBase();
const plan: Plan = { kb, prepared, role: kb.roles[0]!, familyKnown: false, rounds: 3 };
const played = (experiment: Experiment): readonly Run[] => [...simulate(plan, experiment)];
const total = (experiment: Experiment): Figures => report(kb, played(experiment)).total;

describe('people with the shipped knowledge', () => {
  it('who are truthful reach every problem, within five questions on the mean', () => {
    const { missed, total: all } = report(kb, played('truthful'));
    expect(missed).toEqual([]);
    expect(all.meanQuestions).toBeLessThanOrEqual(5);
  });

  it('whose kind of device is known are asked 3.5 questions at most on the mean', () => {
    expect(total('family-known')).toMatchObject({ reached: 1 });
    expect(total('family-known').meanQuestions).toBeLessThanOrEqual(3.5);
  });

  // Three rounds are 201 people: a share of 97 % is known to some 2 in 100, one of 90 % to some 4.
  it.each<[string, Experiment, number]>([
    ['are unsure of one question in five are reached', 'forgetful', 0.95],
    ['answer one question in ten wrongly are reached', 'mistaken-10', 0.86],
  ])('who %s', (_title, experiment, share) => {
    expect(total(experiment).reached).toBeGreaterThanOrEqual(share);
  });

  it('never go round in circles, however often they are wrong', () => {
    expect(played('mistaken-20').filter(({ end }) => end === 'stuck')).toEqual([]);
  });
});
