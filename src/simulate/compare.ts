/** What a change of the knowledge made better and worse, problem by problem. */

import type { Id, KnowledgeBase } from '../core/knowledge/model.ts';
import type { Run } from './account.ts';
import { EXPERIMENTS, type Experiment } from './experiments.ts';
import { byPair } from './figures.ts';

/** Least change of the share reached that is called clear, 0..1. 0: every flutter is; 1: only all or nothing. */
export const CLEAR_REACH = 0.05;
/** Least change of the mean questions that is called clear, from 0. 0: every flutter is; 5: hardly anything. */
export const CLEAR_QUESTIONS = 0.5;
/**
 * A clear change is at least this many standard errors from none (0..). With the two limits above and some seventy
 * problems, 2 would call several a time clear by chance alone; 10 would call nothing clear in few rounds.
 */
export const CLEAR_ERRORS = 3;

/** The runs of each experiment with one revision of a base. */
export interface Revision {
  readonly kb: KnowledgeBase;
  readonly runs: ReadonlyMap<Experiment, readonly Run[]>;
}

/** Figures of one problem on one kind of device over all experiments; shares 0..1. */
export interface Side {
  readonly reached: number;
  /** The same for truthful people alone. */
  readonly truthfulReached: number;
  readonly meanQuestions: number;
  readonly costSeconds: number;
}

/**
 * How a problem fares. `clearly`: truthful people lost or won it, or the change is at least `CLEAR_REACH` or
 * `CLEAR_QUESTIONS` and beyond chance. Reach goes before questions, for who is given up early is asked little.
 */
export type Verdict = 'clearly-worse' | 'worse' | 'same' | 'better' | 'clearly-better';

/** A problem that both revisions have on this kind of device. */
export interface Change {
  readonly family: Id;
  readonly problem: Id;
  readonly verdict: Verdict;
  readonly before: Side;
  readonly after: Side;
  /** Of 1,000 cases as frequent as the newer revision says: how many more are reached. Negative: fewer. */
  readonly reachedPer1000: number;
  /** Of the same 1,000 cases: how many more questions are asked. Negative: fewer. */
  readonly questionsPer1000: number;
}

export interface Pair {
  readonly family: Id;
  readonly problem: Id;
}

/** All that changed. */
export interface Comparison {
  /** The worst first; of those that are alike, what concerns more cases first. */
  readonly changes: readonly Change[];
  /** Only in the newer revision. */
  readonly added: readonly Pair[];
  /** Only in the older one. */
  readonly removed: readonly Pair[];
}

const ORDER: readonly Verdict[] = ['clearly-worse', 'worse', 'clearly-better', 'better', 'same'];

/** Compares two revisions that were played with the same rounds and the same role. */
export function compare(before: Revision, after: Revision): Comparison {
  const old = groups(before);
  const fresh = groups(after);
  const changes = [...fresh].flatMap(([key, ours]) => {
    const theirs = old.get(key);
    return theirs === undefined ? [] : [change(theirs, ours, frequency(after.kb, ours))];
  });
  return {
    changes: changes.sort(byWeight),
    added: [...fresh]
      .filter(([key]) => !old.has(key))
      .map(([, { family, problem }]) => ({ family, problem })),
    removed: [...old]
      .filter(([key]) => !fresh.has(key))
      .map(([, { family, problem }]) => ({ family, problem })),
  };
}

function byWeight(a: Change, b: Change): number {
  return (
    ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) ||
    Math.abs(b.reachedPer1000) - Math.abs(a.reachedPer1000) ||
    Math.abs(b.questionsPer1000) - Math.abs(a.questionsPer1000)
  );
}

/** All runs of a pair, in the order of experiments and rounds, so that two revisions can be laid side by side. */
interface Group extends Pair {
  readonly runs: readonly Run[];
  readonly truthful: readonly Run[];
}

function groups({ runs }: Revision): ReadonlyMap<string, Group> {
  // Looking two steps ahead is not what a bot does.
  const played = [...runs].filter(([experiment]) => !EXPERIMENTS[experiment].twoStep);
  const truthful = new Set(runs.get('truthful') ?? []);
  const pairs = byPair(played.flatMap(([, each]) => each));
  return new Map(
    pairs.map((ours) => {
      const [{ family, problem }] = ours;
      const group = { family, problem, runs: ours, truthful: ours.filter((run) => truthful.has(run)) };
      return [`${family}/${problem}`, group];
    }),
  );
}

/** P(family) · P(problem | family). */
function frequency(kb: KnowledgeBase, { family, problem }: Pair): number {
  const share = kb.problems.find(({ id }) => id === problem)?.families[family] ?? 0;
  return (kb.families.find(({ id }) => id === family)?.prior ?? 0) * share;
}

const hasReached = (run: Run): number => (run.end === 'reached' ? 1 : 0);
const questionsOf = (run: Run): number => run.questions;

function change(old: Group, fresh: Group, frequent: number): Change {
  const reach = difference(old.runs, fresh.runs, hasReached);
  const questions = difference(old.runs, fresh.runs, questionsOf);
  const [before, after] = [side(old), side(fresh)];
  return {
    family: fresh.family,
    problem: fresh.problem,
    verdict: verdict(after.truthfulReached - before.truthfulReached, reach, questions),
    before,
    after,
    reachedPer1000: 1000 * frequent * reach.mean,
    questionsPer1000: 1000 * frequent * questions.mean,
  };
}

function verdict(truthful: number, reach: Difference, questions: Difference): Verdict {
  const reached = [Math.sign(truthful), clearSign(reach, CLEAR_REACH)];
  const fewer = -clearSign(questions, CLEAR_QUESTIONS);
  if (reached.includes(-1)) return 'clearly-worse';
  if (reached.includes(1)) return 'clearly-better';
  if (fewer !== 0) return fewer < 0 ? 'clearly-worse' : 'clearly-better';
  const little = Math.sign(reach.mean) || -Math.sign(questions.mean);
  if (little === 0) return 'same';
  return little > 0 ? 'better' : 'worse';
}

/** Mean of newer less older, and the standard error of that mean. */
interface Difference {
  readonly mean: number;
  readonly error: number;
}

/** The n-th run of both is the same person in the same round, so what chance does to both falls out. */
function difference(old: readonly Run[], fresh: readonly Run[], value: (run: Run) => number): Difference {
  const differences = fresh.flatMap((run, at) => {
    const other = old[at];
    return other === undefined ? [] : [value(run) - value(other)];
  });
  const middle = mean(differences);
  const variance = mean(differences.map((each) => (each - middle) ** 2));
  return { mean: middle, error: Math.sqrt(variance / Math.max(1, differences.length - 1)) };
}

/** 1 or -1 where the change is clear, else 0. */
function clearSign({ mean: by, error }: Difference, least: number): number {
  return Math.abs(by) >= least && Math.abs(by) > CLEAR_ERRORS * error ? Math.sign(by) : 0;
}

function side({ runs, truthful }: Group): Side {
  return {
    reached: mean(runs.map(hasReached)),
    truthfulReached: mean(truthful.map(hasReached)),
    meanQuestions: mean(runs.map(questionsOf)),
    costSeconds: mean(runs.map((run) => run.costSeconds)),
  };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
