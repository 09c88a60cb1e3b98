/** What each problem's remedy costs whom, when it may be tried, and which steps cure. */

import type { Id, KnowledgeBase, Problem, Risk, Step } from '../knowledge/model.ts';
import { isFor } from './lacking.ts';

/** Seconds below which no remedy is counted: even reading the step takes that long, and costs are divided by. */
const LEAST_SECONDS = 1;

/** Remedies by problem index, steps and roles by their order in the knowledge base. */
export interface RemedyTable {
  readonly problemIds: readonly Id[];
  readonly problemTitles: readonly string[];
  readonly problemIndex: ReadonlyMap<Id, number>;
  /** Per problem: P(cured | this is the problem and the remedy is carried out), 0..1. */
  readonly success: Float64Array;
  /** Per problem: the probability it must have before its remedy may be tried, 0..1. */
  readonly needs: Float64Array;
  /** Per problem: seconds of the steps that its kinds of device are shown, and of each kind of risk in them, whoever does them. */
  readonly ownSeconds: Float64Array;
  /** Seconds that any remedy costs beside that where it does not help, in trust. */
  readonly wrongRemedySeconds: number;
  /** Per problem: indices of the roles that its steps need. */
  readonly roles: readonly Int32Array[];
  /** Per role: seconds until somebody of it stands there. */
  readonly fetchSeconds: Float64Array;
  /** Roles × problems: seconds that the remedy takes a person of that role, fetching others included. */
  readonly cureSeconds: Float64Array;
  /** Per problem: indices of the steps that cure. */
  readonly curedBy: readonly Int32Array[];
  readonly stepIndex: ReadonlyMap<Id, number>;
  /** Per step: index of the role that may do it. */
  readonly stepBy: Int32Array;
  /** Per step: indices of the problems that it cures. */
  readonly cures: readonly Int32Array[];
  readonly roleIndex: ReadonlyMap<Id, number>;
  /** Roles × roles: 1 where the first may do what the second may. */
  readonly mayAct: Uint8Array;
}

/** Lays out the remedies of a knowledge base. */
export function buildRemedies(kb: KnowledgeBase): RemedyTable {
  const table = layOut(kb);
  const cures = kb.roles.flatMap((_, role) =>
    kb.problems.map((_problem, problem) => cureSeconds(table, role, problem)),
  );
  return { ...table, cureSeconds: Float64Array.from(cures) };
}

function layOut(kb: KnowledgeBase): Omit<RemedyTable, 'cureSeconds'> {
  const steps = new Map(kb.steps.map((step) => [step.id, step]));
  const stepIndex = new Map(kb.steps.map((step, s) => [step.id, s]));
  const roleIndex = new Map(kb.roles.map((role, r) => [role.id, r]));
  const curedBy = kb.problems.map((problem) => indices(problem.remedy.curedBy, stepIndex));
  const stepsOf = (problem: Problem) => problem.remedy.steps.flatMap((id) => steps.get(id) ?? []);
  return {
    problemIds: kb.problems.map((problem) => problem.id),
    problemTitles: kb.problems.map((problem) => problem.title),
    problemIndex: new Map(kb.problems.map((problem, p) => [problem.id, p])),
    success: Float64Array.from(kb.problems, (problem) => problem.remedy.success),
    needs: Float64Array.from(kb.problems, (problem) =>
      Math.max(0, ...stepsOf(problem).map((step) => kb.costs.risks[step.risk].needs)),
    ),
    ownSeconds: Float64Array.from(kb.problems, (problem) =>
      usualSeconds(kb, problem, (family) =>
        remedySeconds(
          kb,
          stepsOf(problem).filter(({ families }) => isFor(families, family)),
        ),
      ),
    ),
    wrongRemedySeconds: kb.costs.wrongRemedySeconds,
    roles: kb.problems.map((problem) =>
      indices([...new Set(stepsOf(problem).map((step) => step.by))], roleIndex),
    ),
    fetchSeconds: Float64Array.from(kb.roles, (role) => role.fetchSeconds),
    curedBy,
    stepIndex,
    stepBy: Int32Array.from(kb.steps, (step) => roleIndex.get(step.by) ?? 0),
    cures: invert(curedBy, kb.steps.length),
    roleIndex,
    mayAct: Uint8Array.from(
      kb.roles.flatMap((role) => kb.roles.map((other) => (role.actsAs.includes(other.id) ? 1 : 0))),
    ),
  };
}

/** The mean over the kinds of device that have the problem, by how often each has it. */
function usualSeconds(kb: KnowledgeBase, { families }: Problem, secondsOn: (family: Id) => number): number {
  const shares = kb.families.map(({ id, prior }) => ({ id, share: prior * (families[id] ?? 0) }));
  const all = shares.reduce((sum, { share }) => sum + share, 0);
  const seconds = shares.reduce((sum, { id, share }) => sum + (share === 0 ? 0 : share * secondsOn(id)), 0);
  return all === 0 ? LEAST_SECONDS : seconds / all;
}

/** Steps, plus each kind of risk once. */
function remedySeconds(kb: KnowledgeBase, steps: readonly Step[]): number {
  const doing = steps.reduce((sum, step) => sum + step.costSeconds, 0);
  const risks = new Set<Risk>(steps.map((step) => step.risk));
  const risking = [...risks].reduce((sum, risk) => sum + kb.costs.risks[risk].costSeconds, 0);
  return Math.max(LEAST_SECONDS, doing + risking);
}

/** Roles that a person of role `role` has to fetch for the remedy of a problem. */
export function fetchedFor(
  remedies: Omit<RemedyTable, 'cureSeconds'>,
  role: number,
  problem: number,
): number[] {
  const at = role * remedies.fetchSeconds.length;
  const fetched: number[] = [];
  for (const other of remedies.roles[problem] ?? [])
    if (remedies.mayAct[at + other] !== 1) fetched.push(other);
  return fetched;
}

function cureSeconds(remedies: Omit<RemedyTable, 'cureSeconds'>, role: number, problem: number): number {
  const fetching = fetchedFor(remedies, role, problem).reduce(
    (sum, other) => sum + (remedies.fetchSeconds[other] ?? 0),
    0,
  );
  return (remedies.ownSeconds[problem] ?? LEAST_SECONDS) + fetching;
}

function indices(ids: readonly Id[], index: ReadonlyMap<Id, number>): Int32Array {
  return Int32Array.from(ids.flatMap((id) => index.get(id) ?? []));
}

function invert(curedBy: readonly Int32Array[], steps: number): Int32Array[] {
  const cures: number[][] = Array.from({ length: steps }, () => []);
  curedBy.forEach((list, problem) => {
    for (const step of new Set(list)) cures[step]?.push(problem);
  });
  return cures.map((list) => Int32Array.from(list));
}
