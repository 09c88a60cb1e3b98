/** Everything that the map shows, in numbers and in the words of the knowledge base. */

import type { DiagnosisSlice } from '../../core/diagnosis/prepare.ts';
import type { Id, KnowledgeBase, Problem, Question } from '../../core/knowledge/model.ts';
import { gainsAt, openBits } from './engine.ts';
import { type FamilyFigures, familyFigures } from './family-figures.ts';
import { type LikePair, likePairs, type SharedStep, sharedSteps } from './likeness.ts';

/** A question where nothing is known yet. */
export interface OpeningQuestion {
  readonly question: Question;
  /** Bits that its answer is expected to take away. */
  readonly gainBits: number;
}

/** A family with its pairs of problems, the hardest to tell apart first. */
export interface DrawnFamily extends FamilyFigures {
  readonly pairs: readonly LikePair[];
}

/** What the page draws. */
export interface MapFigures {
  readonly kb: KnowledgeBase;
  /** Hash of the files it was made from. */
  readonly hash: string;
  /** Only these are drawn: all, or the one that was asked for. */
  readonly families: readonly DrawnFamily[];
  /** Problems of these families, each once, in the order of the base. */
  readonly problems: readonly Problem[];
  /** Questions that apply to these families, in the order of the base. */
  readonly questions: readonly Question[];
  /** Bits that are open where nothing is known. */
  readonly openBits: number;
  /** Questions that are asked, by what they take away where nothing is known. */
  readonly opening: readonly OpeningQuestion[];
  /** Over all families, the hardest first. */
  readonly pairs: readonly LikePair[];
  readonly shared: readonly SharedStep[];
}

/** Gathers the figures. `only`: the id of the one family to draw; null: all. */
export function mapFigures(
  kb: KnowledgeBase,
  slice: DiagnosisSlice,
  hash: string,
  only: Id | null,
): MapFigures {
  const chosen = kb.families.filter(({ id }) => only === null || id === only);
  const families = chosen.map((family) => {
    const figures = familyFigures(kb, slice, family);
    return { ...figures, pairs: likePairs(slice, figures) };
  });
  const problems = kb.problems.filter((problem) =>
    chosen.some(({ id }) => problem.families[id] !== undefined),
  );
  const questions = kb.questions.filter((question) =>
    chosen.some(({ id }) => question.families.includes(id)),
  );
  return {
    kb,
    hash,
    families,
    problems,
    questions,
    openBits: openBits(slice.pairs.prior),
    opening: openingQuestions(slice, questions),
    pairs: families.flatMap(({ pairs }) => pairs).sort((a, b) => a.bits - b.bits),
    shared: sharedSteps(kb, problems),
  };
}

function openingQuestions(slice: DiagnosisSlice, questions: readonly Question[]): OpeningQuestion[] {
  const gain = gainsAt(slice, slice.pairs.prior);
  return questions
    .filter(({ ask }) => ask !== null)
    .map((question) => ({ question, gainBits: gain(slice.questions.index.get(question.id) ?? -1) }))
    .sort((a, b) => b.gainBits - a.gainBits);
}
