/** One family in numbers: its problems, its questions, and what each question says of each problem. */

import { NO_PROBLEM } from '../../core/diagnosis/pairs.ts';
import type { DiagnosisSlice } from '../../core/diagnosis/prepare.ts';
import type { Family, KnowledgeBase, Problem, Question } from '../../core/knowledge/model.ts';
import { evidenceOf, familyBelief, gainsAt, openBits } from './engine.ts';
import { type QuestionRow, questionRow } from './question-rows.ts';

/** One problem as it stands in a family. */
export interface ProblemFigures {
  readonly problem: Problem;
  /** Its index among the (family, problem) pairs of the engine. */
  readonly pair: number;
  /** P(problem | family), 0..1. */
  readonly share: number;
  /** Seconds that its cure takes somebody of the least rights, fetching others and risks included. */
  readonly cureSeconds: number;
}

/** One family. */
export interface FamilyFigures {
  readonly family: Family;
  /** P(family) before anything is known, 0..1. */
  readonly prior: number;
  /** P(something else | family), 0..1. */
  readonly somethingElse: number;
  /** Bits that are open once the family is known. */
  readonly openBits: number;
  /** Most frequent first. */
  readonly problems: readonly ProblemFigures[];
  /** Those that separate most first; those that separate nothing are left out. */
  readonly questions: readonly QuestionRow[];
  /** Questions that apply to it and separate none of its problems. */
  readonly silent: readonly Question[];
}

/** A question that takes away fewer bits than this separates nothing worth drawing, 0..0.5. */
const LEAST_GAIN_BITS = 0.005;

/** Reads the figures of family `f` off the engine's tables. */
export function familyFigures(kb: KnowledgeBase, slice: DiagnosisSlice, family: Family): FamilyFigures {
  const f = slice.pairs.familyIds.indexOf(family.id);
  const belief = familyBelief(slice, f);
  const problems = problemsOf(kb, slice, f, belief);
  const gain = gainsAt(slice, belief);
  const somethingElse = (slice.pairs.familyStart[f + 1] ?? 0) - 1;
  const columns = [...problems, { problem: null, pair: somethingElse }];
  const all = evidenceOf(slice, f).map((q) =>
    questionRow(kb, slice, { q, belief, columns, gainBits: gain(q) }),
  );
  const speaking = all.filter(({ gainBits }) => gainBits >= LEAST_GAIN_BITS);
  return {
    family,
    prior: family.prior,
    somethingElse: belief[somethingElse] ?? 0,
    openBits: openBits(belief),
    problems,
    questions: speaking.sort((a, b) => b.gainBits - a.gainBits),
    silent: all.filter(({ gainBits }) => gainBits < LEAST_GAIN_BITS).map(({ question }) => question),
  };
}

function problemsOf(
  kb: KnowledgeBase,
  { pairs, remedies }: DiagnosisSlice,
  f: number,
  belief: Float64Array,
): ProblemFigures[] {
  const found: ProblemFigures[] = [];
  for (let pair = pairs.familyStart[f] ?? 0; pair < (pairs.familyStart[f + 1] ?? 0); pair += 1) {
    const p = pairs.problem[pair] ?? NO_PROBLEM;
    const problem = kb.problems[p];
    if (p === NO_PROBLEM || problem === undefined) continue;
    found.push({ problem, pair, share: belief[pair] ?? 0, cureSeconds: remedies.cureSeconds[p] ?? 0 });
  }
  return found.sort((a, b) => b.share - a.share);
}
