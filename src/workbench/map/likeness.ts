/** Problems that are hard to tell apart, and problems that share what cures them. */

import type { DiagnosisSlice } from '../../core/diagnosis/prepare.ts';
import type { Family, KnowledgeBase, Problem, Question, Step } from '../../core/knowledge/model.ts';
import { evenBelief, gainsAt } from './engine.ts';
import type { FamilyFigures, ProblemFigures } from './family-figures.ts';

/** Two problems of one family. */
export interface LikePair {
  readonly family: Family;
  readonly one: ProblemFigures;
  readonly other: ProblemFigures;
  /** The question that tells them apart best, or null where none that is asked does. */
  readonly question: Question | null;
  /** Bits of the one that is open between them which its answer is expected to take away, 0..1. */
  readonly bits: number;
  /** Steps that both remedies have: where they cure, it matters less which of the two it is. */
  readonly sharedSteps: number;
}

/** All pairs of problems of a family, the hardest to tell apart first. Time grows with problems² × questions. */
export function likePairs(slice: DiagnosisSlice, figures: FamilyFigures): LikePair[] {
  const { problems } = figures;
  const pairs = problems.flatMap((one, i) =>
    problems.slice(i + 1).map((other) => likePair(slice, figures, one, other)),
  );
  return pairs.sort((a, b) => a.bits - b.bits);
}

function likePair(
  slice: DiagnosisSlice,
  { family, questions }: FamilyFigures,
  one: ProblemFigures,
  other: ProblemFigures,
): LikePair {
  const gain = gainsAt(slice, evenBelief(slice, one.pair, other.pair));
  let best: Question | null = null;
  let bits = 0;
  for (const { question } of questions) {
    if (question.ask === null) continue;
    const gained = gain(slice.questions.index.get(question.id) ?? -1);
    if (gained <= bits) continue;
    best = question;
    bits = gained;
  }
  const theirs = new Set(other.problem.remedy.steps);
  const sharedSteps = one.problem.remedy.steps.filter((step) => theirs.has(step)).length;
  return { family, one, other, question: best, bits, sharedSteps };
}

/** A step that stands in more than one remedy. */
export interface SharedStep {
  readonly step: Step;
  /** Problems whose remedy has it. */
  readonly problems: readonly Problem[];
  /** How many of them it cures. */
  readonly cures: number;
}

/** Steps of more than one remedy, those of most remedies first. `problems`: whose remedies to look at. */
export function sharedSteps(kb: KnowledgeBase, problems: readonly Problem[]): SharedStep[] {
  return kb.steps
    .map((step) => {
      const having = problems.filter(({ remedy }) => remedy.steps.includes(step.id));
      return {
        step,
        problems: having,
        cures: having.filter(({ remedy }) => remedy.curedBy.includes(step.id)).length,
      };
    })
    .filter((shared) => shared.problems.length > 1)
    .sort((a, b) => b.problems.length - a.problems.length);
}
