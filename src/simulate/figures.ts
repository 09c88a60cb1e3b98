/** What many simulated conversations come to, in a few numbers. */

import type { Id, KnowledgeBase } from '../core/knowledge/model.ts';
import type { Run } from './account.ts';

/** Figures of a group of runs. */
export interface Figures {
  readonly runs: number;
  /** Share in which the remedy was offered before a hand-over, 0..1. */
  readonly reached: number;
  readonly meanQuestions: number;
  readonly worstQuestions: number;
  /** `family/problem` of the run with the most questions. */
  readonly worst: string;
  /** Mean over cases as frequent as the knowledge base says they are. */
  readonly expectedQuestions: number;
  readonly expectedCostSeconds: number;
}

/** A (family, problem) pair that a truthful person did not always reach. */
export interface Missed {
  readonly family: Id;
  readonly problem: Id;
  /** Share of its runs that reached it, 0..1. */
  readonly reached: number;
  /** What was asked and tried in one that did not. */
  readonly path: readonly string[];
}

/** Figures of all families together and of each. */
export interface Report {
  readonly total: Figures;
  readonly families: Readonly<Record<Id, Figures>>;
  /** The least often reached first. */
  readonly missed: readonly Missed[];
}

/** Sums up the runs of one experiment; a family without runs has no figures. */
export function report(kb: KnowledgeBase, runs: readonly Run[]): Report {
  const weight = weightsOf(kb);
  const groups = kb.families.map(
    (family) => [family.id, runs.filter((run) => run.family === family.id)] as const,
  );
  return {
    total: figures(runs, weight),
    families: Object.fromEntries(
      groups.filter(([, ours]) => ours.length > 0).map(([id, ours]) => [id, figures(ours, weight)]),
    ),
    missed: missed(runs),
  };
}

type WeightOf = (run: Run) => number;

/** P(family) · P(problem | family): how frequent such a case is. */
function weightsOf(kb: KnowledgeBase): WeightOf {
  const priors = new Map(kb.families.map((family) => [family.id, family.prior]));
  const problems = new Map(kb.problems.map((problem) => [problem.id, problem.families]));
  return (run) => (priors.get(run.family) ?? 0) * (problems.get(run.problem)?.[run.family] ?? 0);
}

function figures(runs: readonly Run[], weight: WeightOf): Figures {
  const worst = runs.reduce<Run | null>(
    (most, run) => (most === null || run.questions > most.questions ? run : most),
    null,
  );
  const total = sum(runs, weight);
  const expected = (value: (run: Run) => number): number =>
    total > 0 ? sum(runs, (run) => weight(run) * value(run)) / total : 0;
  return {
    runs: runs.length,
    reached: mean(runs, (run) => (run.end === 'reached' ? 1 : 0)),
    meanQuestions: mean(runs, (run) => run.questions),
    worstQuestions: worst?.questions ?? 0,
    worst: worst === null ? '' : `${worst.family}/${worst.problem}`,
    expectedQuestions: expected((run) => run.questions),
    expectedCostSeconds: expected((run) => run.costSeconds),
  };
}

function missed(runs: readonly Run[]): Missed[] {
  const pairs = new Map<string, Run[]>();
  for (const run of runs) {
    const key = `${run.family}/${run.problem}`;
    pairs.set(key, [...(pairs.get(key) ?? []), run]);
  }
  return [...pairs.values()]
    .flatMap((ours) => {
      const failed = ours.find((run) => run.end !== 'reached');
      if (failed === undefined) return [];
      const { family, problem, path } = failed;
      return [{ family, problem, reached: mean(ours, (run) => (run.end === 'reached' ? 1 : 0)), path }];
    })
    .sort((a, b) => a.reached - b.reached);
}

const sum = (runs: readonly Run[], value: (run: Run) => number): number =>
  runs.reduce((total, run) => total + value(run), 0);

function mean(runs: readonly Run[], value: (run: Run) => number): number {
  return runs.length === 0 ? 0 : sum(runs, value) / runs.length;
}
