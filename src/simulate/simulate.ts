/** Simulated people for every problem on every device, under several experiments. */

import { type DiagnosisSlice, prepareDiagnosis } from '../core/diagnosis/prepare.ts';
import type { Id, KnowledgeBase, Role } from '../core/knowledge/model.ts';
import type { Prepared } from '../core/prepare.ts';
import { type Mover, respond } from '../core/respond.ts';
import { withMovedWords } from './moved-words.ts';
import { type Answering, type Habits, type Prices, play, type Run } from './play.ts';
import { randomFrom } from './random.ts';
import type { Sufferer } from './truth.ts';

/**
 * Share of the answerable questions that the unsure are unsure of (0..1). The experiment asks how a bot stands
 * people who look away one time in ten; 0 repeats the plain one, 1 leaves nothing to diagnose.
 */
export const UNSURE_SHARE = 0.1;

/** What is varied. `truthful`: nothing; `unsure`: people; `moved-words`: what the bot was told by its authors. */
export const EXPERIMENTS = ['truthful', 'unsure', 'moved-words'] as const;
export type Experiment = (typeof EXPERIMENTS)[number];

/** What is simulated. */
export interface Plan {
  readonly kb: KnowledgeBase;
  readonly prepared: Prepared;
  readonly role: Role;
  readonly familyKnown: boolean;
  /** How many times each conversation is played, each time with other chances; from 1. */
  readonly rounds: number;
  /** How the bot chooses its next move; left out: as it always does. */
  readonly mover?: Mover;
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
export function* simulate(plan: Plan, experiment: Experiment): Generator<Run> {
  const prices = pricesOf(plan.prepared.diagnosis);
  for (let round = 0; round < plan.rounds; round += 1) {
    const answer = answering(plan, experiment, round);
    const habits: Habits = {
      familyKnown: plan.familyKnown,
      notSureShare: experiment === 'unsure' ? UNSURE_SHARE : 0,
      seed: round,
    };
    for (const sufferer of suffererOfEach(plan)) yield play(plan.kb, answer, prices, sufferer, habits);
  }
}

/**
 * The role with the least rights as which a truthful person reaches a problem; null: nobody does. Handing over a
 * cashier whose case only a technician can cure is right; handing over the technician too is a hole.
 */
export function reachedAs(plan: Plan, family: Id, problem: Id): Role | null {
  const prices = pricesOf(plan.prepared.diagnosis);
  const answer = answering(plan, 'truthful', 0);
  const habits: Habits = { familyKnown: plan.familyKnown, notSureShare: 0, seed: 0 };
  const reaches = (role: Role): boolean => {
    const sufferer = suffererOfEach({ ...plan, role }).find(
      (each) => each.family.id === family && each.problem.id === problem,
    );
    return sufferer !== undefined && play(plan.kb, answer, prices, sufferer, habits).end === 'reached';
  };
  return plan.kb.roles.find(reaches) ?? null;
}

/** The bot of one round. Only what it believes is moved: the people of the round see what they always saw. */
function answering({ kb, prepared, mover }: Plan, experiment: Experiment, round: number): Answering {
  const moved = (): Prepared => ({
    ...prepared,
    diagnosis: prepareDiagnosis(withMovedWords(kb, randomFrom(round))),
  });
  const knowledge = experiment === 'moved-words' ? moved() : prepared;
  return (state, turn) => respond(knowledge, state, turn, mover);
}

/** What the knowledge base says a remedy costs, without regard to what the bot was told. */
function pricesOf({ remedies }: DiagnosisSlice): Prices {
  const problems = remedies.problemIds.length;
  const at = (role: number, problem: number): number => remedies.costSeconds[role * problems + problem] ?? 0;
  return {
    remedySeconds: (problem: Id, role: Id) =>
      at(remedies.roleIndex.get(role) ?? 0, remedies.problemIndex.get(problem) ?? 0),
  };
}
