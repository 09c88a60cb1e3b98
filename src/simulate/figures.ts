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

/** Figures of one problem on one kind of device. */
export interface ProblemFigures {
  readonly family: Id;
  readonly problem: Id;
  readonly runs: number;
  /** Share in which the remedy was offered before a hand-over, 0..1. */
  readonly reached: number;
  readonly meanQuestions: number;
  readonly worstQuestions: number;
  /** Mean over its runs. */
  readonly costSeconds: number;
  /** After what the right remedy became the move, and in how many runs; the most frequent first. */
  readonly decidedBy: readonly Decider[];
}

/** `question ID`, `remedy ID` (one that failed) or `nothing`, where the right remedy was the first move. */
export interface Decider {
  readonly by: string;
  readonly runs: number;
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
  /** In the order in which they were played. */
  readonly problems: readonly ProblemFigures[];
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
    problems: byPair(runs).map(problemFigures),
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
    reached: reachedShare(runs),
    meanQuestions: mean(runs, (run) => run.questions),
    worstQuestions: worst?.questions ?? 0,
    worst: worst === null ? '' : `${worst.family}/${worst.problem}`,
    expectedQuestions: expected((run) => run.questions),
    expectedCostSeconds: expected((run) => run.costSeconds),
  };
}

/** The runs of each problem on each kind of device, in the order in which the first of each was played. */
export function byPair(runs: readonly Run[]): readonly (readonly [Run, ...Run[]])[] {
  const pairs = new Map<string, [Run, ...Run[]]>();
  for (const run of runs) {
    const key = `${run.family}/${run.problem}`;
    const ours = pairs.get(key);
    if (ours === undefined) pairs.set(key, [run]);
    else ours.push(run);
  }
  return [...pairs.values()];
}

function problemFigures(runs: readonly [Run, ...Run[]]): ProblemFigures {
  const [{ family, problem }] = runs;
  return {
    family,
    problem,
    runs: runs.length,
    reached: reachedShare(runs),
    meanQuestions: mean(runs, (run) => run.questions),
    worstQuestions: Math.max(...runs.map((run) => run.questions)),
    costSeconds: mean(runs, (run) => run.costSeconds),
    decidedBy: deciders(runs),
  };
}

function deciders(runs: readonly Run[]): readonly Decider[] {
  const counts = new Map<string, number>();
  for (const run of runs) {
    if (run.end !== 'reached') continue;
    const by = run.decidedBy ?? 'nothing';
    counts.set(by, (counts.get(by) ?? 0) + 1);
  }
  return [...counts].map(([by, count]) => ({ by, runs: count })).sort((a, b) => b.runs - a.runs);
}

function missed(runs: readonly Run[]): Missed[] {
  return byPair(runs)
    .flatMap((ours) => {
      const failed = ours.find((run) => run.end !== 'reached');
      if (failed === undefined) return [];
      const { family, problem, path } = failed;
      return [{ family, problem, reached: reachedShare(ours), path }];
    })
    .sort((a, b) => a.reached - b.reached);
}

const reachedShare = (runs: readonly Run[]): number => mean(runs, (run) => (run.end === 'reached' ? 1 : 0));

const sum = (runs: readonly Run[], value: (run: Run) => number): number =>
  runs.reduce((total, run) => total + value(run), 0);

/** 0 of nothing. */
function mean(runs: readonly Run[], value: (run: Run) => number): number {
  return runs.length === 0 ? 0 : sum(runs, value) / runs.length;
}
