/** One family in numbers: its problems, its questions, and what each question says of each problem. */

import { NO_PROBLEM } from '../../core/diagnosis/pairs.ts';
import type { DiagnosisSlice } from '../../core/diagnosis/prepare.ts';
import {
  type Answer,
  type Family,
  type KnowledgeBase,
  NOT_HERE,
  type Problem,
  type Question,
} from '../../core/knowledge/model.ts';
import {
  answerLikelihood,
  evidenceOf,
  familyBelief,
  gainsAt,
  openBits,
  outcomesAt,
  rowsOf,
} from './engine.ts';

/** What one answer says of one problem. */
export interface Cell {
  /** P(answer | problem), 0..1, slips mixed in. */
  readonly likelihood: number;
  /** log2 of P(answer | problem) / P(answer | family): above 0 the answer speaks for the problem, below against it. */
  readonly bits: number;
  /** Whether the problem's own file says it; otherwise it is what the family or the question says of all. */
  readonly own: boolean;
}

/** One answer, with a cell for each problem of the family, in their order. */
export interface AnswerRow {
  readonly answer: Answer;
  readonly cells: readonly Cell[];
}

/** One question as it stands in a family. */
export interface QuestionRow {
  readonly question: Question;
  /** Bits that its answer is expected to take away once the family is known. */
  readonly gainBits: number;
  /** Per problem: bits that its answer is expected to speak for the problem, where it is that problem; 0 or more. */
  readonly decides: readonly number[];
  /** Only answers that tell some problems apart. */
  readonly answers: readonly AnswerRow[];
  /** How many answers were left out because they do not. */
  readonly silentAnswers: number;
}

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

/**
 * An answer is drawn where the cells of two problems differ by so many bits, 0..5. 0: all answers, 41 codes among
 * them that mean the same for everything; 2: only what decides by itself.
 */
const LEAST_SPREAD_BITS = 0.4;

/** A question that takes away fewer bits than this separates nothing worth drawing, 0..0.5. */
const LEAST_GAIN_BITS = 0.005;

/** Reads the figures of family `f` off the engine's tables. */
export function familyFigures(kb: KnowledgeBase, slice: DiagnosisSlice, family: Family): FamilyFigures {
  const f = slice.pairs.familyIds.indexOf(family.id);
  const belief = familyBelief(slice, f);
  const problems = problemsOf(kb, slice, f, belief);
  const gain = gainsAt(slice, belief);
  const all = evidenceOf(slice, f).map((q) =>
    questionRow(kb, slice, { q, belief, problems, gainBits: gain(q) }),
  );
  const speaking = all.filter(({ gainBits }) => gainBits >= LEAST_GAIN_BITS);
  return {
    family,
    prior: family.prior,
    somethingElse: 1 - problems.reduce((sum, { share }) => sum + share, 0),
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

interface Asked {
  readonly q: number;
  readonly belief: Float64Array;
  readonly problems: readonly ProblemFigures[];
  readonly gainBits: number;
}

function questionRow(kb: KnowledgeBase, slice: DiagnosisSlice, asked: Asked): QuestionRow {
  const question = kb.questions[asked.q];
  if (question === undefined)
    throw new Error(`map: the engine knows a question ${asked.q} that the base has not`);
  const rows = rowsOf(slice, asked.q);
  const answers = question.answers.flatMap((answer, a) =>
    answer.id === NOT_HERE ? [] : [answerRow(slice, asked, question, { answer, a, rows })],
  );
  const telling = answers.filter(({ cells }) => spread(cells) >= LEAST_SPREAD_BITS);
  return {
    question,
    gainBits: asked.gainBits,
    decides: decisions(slice, asked, rows),
    answers: telling,
    silentAnswers: answers.length - telling.length,
  };
}

function spread(cells: readonly Cell[]): number {
  const weights = cells.map((cell) => cell.bits);
  // Where there is one problem alone, it is compared with "something else", which weighs nothing.
  return Math.max(0, ...weights) - Math.min(0, ...weights);
}

function answerRow(
  slice: DiagnosisSlice,
  { q, belief, problems }: Asked,
  question: Question,
  { answer, a, rows }: { readonly answer: Answer; readonly a: number; readonly rows: Int32Array },
): AnswerRow {
  const of = (pair: number) => answerLikelihood(slice, q, a, rows[pair] ?? 0);
  const usual = belief.reduce((sum, p, pair) => (p > 0 ? sum + p * of(pair) : sum), 0);
  const cells = problems.map(({ pair, problem }) => ({
    likelihood: of(pair),
    bits: Math.log2(of(pair) / usual),
    own: problem.signs[question.id]?.[answer.id] !== undefined,
  }));
  return { answer, cells };
}

/** Σ P(outcome | problem) · log2 of P(outcome | problem) / P(outcome | family), per problem. */
function decisions(slice: DiagnosisSlice, { q, belief, problems }: Asked, rows: Int32Array): number[] {
  const usual = new Float64Array(slice.questions.outcomeCount[q] ?? 0);
  belief.forEach((p, pair) => {
    if (p > 0)
      outcomesAt(slice, q, rows[pair] ?? 0).forEach((each, o) => {
        usual[o] = (usual[o] ?? 0) + p * each;
      });
  });
  return problems.map(({ pair }) =>
    outcomesAt(slice, q, rows[pair] ?? 0).reduce(
      (sum, p, o) => (p > 0 ? sum + p * Math.log2(p / (usual[o] ?? p)) : sum),
      0,
    ),
  );
}
