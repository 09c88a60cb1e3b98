import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/simulate/account.ts';
import { type Comparison, compare, type Revision } from '../../src/simulate/compare.ts';
import type { Experiment } from '../../src/simulate/experiments.ts';
import { foreignBase } from '../foreign-base.ts';

const { kb } = await foreignBase();

/** How one conversation ended: the questions asked, and whether it was reached. */
type Ended = readonly [questions: number, end: Run['end']];
const reached = (questions: number): Ended => [questions, 'reached'];
const lost = (questions: number): Ended => [questions, 'handed-over'];
const many = (...ended: Ended[]): Ended[] => Array.from({ length: 10 }, () => ended).flat();

type Played = Partial<Record<Experiment, Readonly<Record<string, readonly Ended[]>>>>;

function revision(played: Played): Revision {
  const runs = new Map<Experiment, Run[]>();
  for (const [experiment, problems] of Object.entries(played))
    runs.set(
      experiment as Experiment,
      Object.entries(problems).flatMap(([problem, all]) =>
        all.map(([questions, end]) => ({
          ...{ family: 'espresso-machine', problem, end, questions, failedRemedies: 0 },
          ...{ costSeconds: questions * 10, path: [], decidedBy: null },
        })),
      ),
    );
  return { kb, runs };
}

const verdicts = (comparison: Comparison): Record<string, string> =>
  Object.fromEntries(comparison.changes.map(({ problem, verdict }) => [problem, verdict]));

describe('two revisions of a base', () => {
  const tank = (truthful: readonly Ended[], forgetful: readonly Ended[] = []): Revision =>
    revision({ truthful: { 'tank-empty': truthful }, forgetful: { 'tank-empty': forgetful } });

  it.each<[string, Revision, Revision, string]>([
    ['that go alike are the same', tank([reached(2)]), tank([reached(2)]), 'same'],
    [
      'truthful people who are lost are clear, be it one',
      tank([reached(2), reached(2)]),
      tank([reached(2), lost(2)]),
      'clearly-worse',
    ],
    ['truthful people who are won are clear', tank([lost(9)]), tank([reached(9)]), 'clearly-better'],
    [
      'others are lost in every second run',
      tank([reached(2)], many(reached(3), reached(3))),
      tank([reached(2)], many(reached(3), lost(3))),
      'clearly-worse',
    ],
    [
      'others are lost in one run of twenty: chance may do that',
      tank([reached(2)], many(reached(3), reached(3))),
      tank([reached(2)], [...many(reached(3), reached(3)).slice(1), lost(3)]),
      'worse',
    ],
    [
      'a question more in every run',
      tank([reached(2)], many(reached(3))),
      tank([reached(3)], many(reached(4))),
      'clearly-worse',
    ],
    [
      'a question less in every run',
      tank([reached(2)], many(reached(3))),
      tank([reached(1)], many(reached(2))),
      'clearly-better',
    ],
    [
      'more questions for those who were given up before are no loss',
      tank([reached(2)], many(lost(1))),
      tank([reached(2)], many(reached(5))),
      'clearly-better',
    ],
    [
      'now more and now fewer questions are chance',
      tank([reached(2)], many(reached(1), reached(9))),
      tank([reached(2)], many(reached(9), reached(2))),
      'worse',
    ],
  ])('%s', (_title, before, after, verdict) => {
    expect(verdicts(compare(before, after))).toEqual({ 'tank-empty': verdict });
  });

  it('are told with the worst first, and what is more frequent before what is rare', () => {
    const all = (questions: number, end: Run['end']) =>
      revision({
        truthful: Object.fromEntries(
          ['pump-worn', 'tank-empty', 'limescale'].map((problem) => [problem, [[questions, end]]]),
        ),
      });
    const { changes } = compare(all(2, 'reached'), all(2, 'handed-over'));
    const share = (id: string): number =>
      kb.problems.find((each) => each.id === id)!.families['espresso-machine']!;
    expect(changes.map(({ problem }) => share(problem))).toEqual(
      changes.map(({ problem }) => share(problem)).toSorted((a, b) => b - a),
    );
    const machine = kb.families.find(({ id }) => id === 'espresso-machine')!;
    expect(changes[0]?.reachedPer1000).toBeCloseTo(-1000 * machine.prior * share(changes[0]!.problem), 9);
  });

  it('name the problems that only one of them has', () => {
    const before = revision({ truthful: { 'tank-empty': [reached(1)], limescale: [reached(1)] } });
    const after = revision({ truthful: { 'tank-empty': [reached(1)], 'pump-worn': [lost(1)] } });
    expect(compare(before, after)).toMatchObject({
      added: [{ family: 'espresso-machine', problem: 'pump-worn' }],
      removed: [{ family: 'espresso-machine', problem: 'limescale' }],
    });
  });

  it('leave looking two steps ahead out', () => {
    const with2 = (end: Run['end']) =>
      revision({ truthful: { 'tank-empty': [reached(1)] }, 'two-step': { 'tank-empty': [[1, end]] } });
    expect(verdicts(compare(with2('reached'), with2('stuck')))).toEqual({ 'tank-empty': 'same' });
  });
});
