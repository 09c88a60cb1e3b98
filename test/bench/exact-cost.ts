/**
 * What a way of choosing costs exactly, in expected avoidable seconds, and what the best way there is costs: every
 * answer, failure and "not sure" is followed to the end, each state once (dynamic programming). For small bases only.
 */

import { type Case, NOTHING_TOLD, newCase } from '../../src/core/conversation.ts';
import { diagnose } from '../../src/core/diagnosis/belief.ts';
import type { DiagnosisSlice } from '../../src/core/diagnosis/prepare.ts';
import type { Move } from '../../src/core/diagnosis/types.ts';
import { NOT_SURE } from '../../src/core/diagnosis/value.ts';
import type { Mover } from '../../src/core/respond.ts';

/** Somebody who may do everything, so that nobody is fetched. */
const ENGINEER = { role: 'engineer', locale: 'en' };

/** Something that can be done, and what it leads to. */
interface Action {
  readonly seconds: number;
  /** What comes of it: how probable, and the case then; what is missing to 1 is over. */
  readonly leadsTo: readonly (readonly [number, Case])[];
}

/** The world in which costs are reckoned; nobody is fetched, and handing over costs the same everywhere. */
export interface World {
  readonly slice: DiagnosisSlice;
  readonly handOverSeconds: number;
  /** Seconds of asking question `q`. */
  readonly askSeconds: (q: number) => number;
}

/** Expected avoidable seconds of leaving everything to `mover`. */
export function costOf(world: World, mover: Mover): number {
  return walk(world, (ours, belief) => {
    const move = mover(world.slice, { families: [], problems: [], pairs: belief }, ours, ENGINEER);
    return [actionOf(world, ours, belief, move)];
  });
}

/** Expected avoidable seconds of the best there is to do. */
export function leastCost(world: World): number {
  const { questions, remedies } = world.slice;
  return walk(world, (ours, belief) => [
    { seconds: world.handOverSeconds, leadsTo: [] },
    ...questions.ids
      .filter((id) => !ours.asked.some(({ question }) => question === id))
      .map((id) => asking(world, ours, belief, id)),
    ...remedies.problemIds
      .filter((id) => !ours.tried.some(({ problem }) => problem === id))
      .map((id) => trying(world, ours, belief, id)),
  ]);
}

function walk(world: World, actions: (ours: Case, belief: Float64Array) => readonly Action[]): number {
  const known = new Map<string, number>();
  const cost = (ours: Case): number => {
    const key = JSON.stringify([
      ours.asked.map(({ question, result }) => `${question} ${result}`).sort(),
      ours.facts.map(({ question, answer }) => `${question} ${answer}`).sort(),
      ours.tried.map(({ problem }) => problem).sort(),
    ]);
    const before = known.get(key);
    if (before !== undefined) return before;
    const belief = diagnose(world.slice, ours, NOTHING_TOLD).pairs;
    const least = Math.min(
      ...actions(ours, belief).map(({ seconds, leadsTo }) =>
        leadsTo.reduce((sum, [chance, then]) => sum + (chance > 0 ? chance * cost(then) : 0), seconds),
      ),
    );
    known.set(key, least);
    return least;
  };
  return cost(newCase(1));
}

function actionOf(world: World, ours: Case, belief: Float64Array, move: Move): Action {
  switch (move.kind) {
    case 'ask':
      return asking(world, ours, belief, move.question);
    case 'try':
      return trying(world, ours, belief, move.problem);
    case 'hand-over':
      return { seconds: world.handOverSeconds, leadsTo: [] };
  }
}

function asking({ slice, askSeconds }: World, ours: Case, belief: Float64Array, id: string): Action {
  const { questions } = slice;
  const q = questions.index.get(id)!;
  const after = (result: 'answered' | 'not-sure'): Case => ({
    ...ours,
    asked: [...ours.asked, { question: id, turn: 1, times: 1, result, answeredTurn: 1 }],
  });
  const rows = belief.map(() => questions.baseRow[q]!);
  for (let k = questions.listStart[q]!; k < questions.listStart[q + 1]!; k += 1)
    rows[questions.listPair[k]!] = questions.listRow[k]!;
  const answers = (questions.answers[q] ?? []).map((answer, a): readonly [number, Case] => {
    const chance = belief.reduce(
      (sum, p, pair) => sum + p * questions.likelihoods[questions.likelihoodAt[rows[pair]!]! + a]!,
      0,
    );
    const heard = { question: id, answer, about: 'check', known: 'chosen', denied: false, turn: 1 } as const;
    return [
      (1 - NOT_SURE) * chance,
      { ...after('answered'), facts: [...ours.facts, { ...heard, quote: null }] },
    ];
  });
  return { seconds: askSeconds(q), leadsTo: [...answers, [NOT_SURE, after('not-sure')]] };
}

function trying({ slice }: World, ours: Case, belief: Float64Array, id: string): Action {
  const problem = slice.remedies.problemIndex.get(id)!;
  const own = belief.reduce((sum, p, pair) => (slice.pairs.problem[pair] === problem ? sum + p : sum), 0);
  const tried = {
    problem: id,
    shownTurn: 1,
    toldTurn: 1,
    outcome: 'still-there',
    outcomeAsked: false,
  } as const;
  return {
    seconds: (slice.remedies.ownSeconds[problem] ?? 0) * (1 - own),
    leadsTo: [[1 - own * (slice.remedies.success[problem] ?? 0), { ...ours, tried: [...ours.tried, tried] }]],
  };
}
