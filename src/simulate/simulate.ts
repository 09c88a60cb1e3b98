/** Simulated people for every problem on every device, under several experiments. */

import { type ClosedCase, closedCase } from '../core/closed-case.ts';
import { prepareDiagnosis } from '../core/diagnosis/prepare.ts';
import { fetchedFor } from '../core/diagnosis/remedies.ts';
import { nextMoveTwoStep } from '../core/diagnosis/two-step.ts';
import type { Id, KnowledgeBase, Role } from '../core/knowledge/model.ts';
import type { Prepared } from '../core/prepare.ts';
import { respond } from '../core/respond.ts';
import type { Prices, Run } from './account.ts';
import { EXPERIMENTS, type Experiment, PEOPLE } from './experiments.ts';
import { withMovedWords } from './moved-words.ts';
import type { Habits } from './person.ts';
import { type Answering, play, playOut } from './play.ts';
import type { Sufferer } from './truth.ts';

/** What is simulated. */
export interface Plan {
  readonly kb: KnowledgeBase;
  readonly prepared: Prepared;
  readonly role: Role;
  readonly familyKnown: boolean;
  /** How many times each conversation is played, each time with other chances; from 1. */
  readonly rounds: number;
}

/** A person for each problem of each family, in the order of the knowledge base. */
export function suffererOfEach({ kb, role }: Plan): readonly Sufferer[] {
  return kb.families.flatMap((family) =>
    kb.problems
      .filter((problem) => (problem.families[family.id] ?? 0) > 0)
      .map((problem) => ({ family, problem, role })),
  );
}

/** Plays one experiment, run by run, so that the caller can show how far it is. */
export function simulate(plan: Plan, experiment: Experiment): Generator<Run> {
  return rounds(plan, experiment, suffererOfEach(plan));
}

function* rounds(plan: Plan, experiment: Experiment, sufferers: readonly Sufferer[]): Generator<Run> {
  const prices = pricesOf(plan);
  for (let round = 0; round < plan.rounds; round += 1) {
    const answer = answering(plan, experiment, round);
    const familyKnown = plan.familyKnown || EXPERIMENTS[experiment].familyKnown;
    const habits: Habits = { ...PEOPLE[EXPERIMENTS[experiment].people], familyKnown, seed: round };
    for (const sufferer of sufferers) yield play(plan.kb, answer, prices, sufferer, habits);
  }
}

/** A conversation of somebody whose answers are now and then slips, and the record of their case. */
export interface SlippingRun {
  readonly run: Run;
  /** Their problem is what a human finds who takes the case over, where the bot did not get there. */
  readonly closed: ClosedCase;
}

/**
 * Plays people who see what is written as often as is written, and whose answers are slips with this share (0..0.5);
 * null: as often as the knowledge base says of each question. Their cases are what noise can be learned from.
 */
export function* simulateSlips(plan: Plan, slipShare: number | null): Generator<SlippingRun> {
  const prices = pricesOf(plan);
  const answer = answering(plan, 'truthful', 0);
  for (let round = 0; round < plan.rounds; round += 1) {
    const habits: Habits = {
      familyKnown: plan.familyKnown,
      notSureShare: 0,
      seeing: 'drawn',
      slipShare: (question) => slipShare ?? question.noise,
      seed: round,
    };
    for (const sufferer of suffererOfEach(plan)) {
      const { run, facts } = playOut(plan.kb, answer, prices, sufferer, habits);
      const turnedOut = { family: sufferer.family.id, problem: sufferer.problem.id };
      yield { run, closed: closedCase(plan.prepared, facts, turnedOut) };
    }
  }
}

/**
 * The role with the least rights as which a truthful person reaches a problem; null: nobody does. Handing over a
 * cashier whose case only a technician can cure is right; handing over the technician too is a hole.
 */
export function reachedAs(plan: Plan, family: Id, problem: Id): Role | null {
  const isIt = (each: Sufferer): boolean => each.family.id === family && each.problem.id === problem;
  const reaches = (role: Role): boolean => {
    const sufferers = suffererOfEach({ ...plan, role }).filter(isIt);
    return [...rounds(plan, 'truthful', sufferers)].some((run) => run.end === 'reached');
  };
  return plan.kb.roles.find(reaches) ?? null;
}

/** The bot of one round. Only what it believes is moved: the people of the round see what they always saw. */
function answering({ kb, prepared }: Plan, experiment: Experiment, round: number): Answering {
  const setting = EXPERIMENTS[experiment];
  const moved = (): Prepared => ({
    ...prepared,
    diagnosis: prepareDiagnosis(withMovedWords(kb, round)),
  });
  const knowledge = setting.moved ? moved() : prepared;
  const mover = setting.twoStep ? nextMoveTwoStep : undefined;
  return (state, turn) => respond(knowledge, state, turn, mover);
}

/** What the knowledge base says remedies cost, without regard to what the bot was told. */
function pricesOf({ kb, prepared }: Plan): Prices {
  const { remedies } = prepared.diagnosis;
  return (problemId, roleId) => {
    const problem = remedies.problemIndex.get(problemId) ?? 0;
    const fetched = fetchedFor(remedies, remedies.roleIndex.get(roleId) ?? 0, problem).flatMap(
      (index) => kb.roles[index] ?? [],
    );
    return {
      ownSeconds: remedies.ownSeconds[problem] ?? 0,
      fetched: fetched.map((role) => ({ role: role.id, seconds: role.fetchSeconds })),
    };
  };
}
