/** What each question says of the problems of one family. */

import type { DiagnosisSlice } from '../../core/diagnosis/prepare.ts';
import {
  type Answer,
  type KnowledgeBase,
  NOT_HERE,
  type Problem,
  type Question,
} from '../../core/knowledge/model.ts';
import { answerLikelihood, outcomesAt, rowsOf } from './engine.ts';

/** What one answer says of one problem. */
export interface Cell {
  /** P(answer | problem), 0..1, slips mixed in. */
  readonly likelihood: number;
  /** log2 of P(answer | problem) / P(answer | family): above 0 the answer speaks for the problem, below against it. */
  readonly bits: number;
  /** Whether the problem's own file says it; otherwise it is what the family or the question says of all. */
  readonly own: boolean;
}

/** One answer, with a cell for each problem of the family, in their order, and one for something else. */
export interface AnswerRow {
  readonly answer: Answer;
  readonly cells: readonly Cell[];
}

/** One question as it stands in a family. */
export interface QuestionRow {
  readonly question: Question;
  /** Bits that its answer is expected to take away once the family is known. */
  readonly gainBits: number;
  /**
   * Per problem, something else last: bits that its answer is expected to speak for the problem, where it is that
   * problem. Their mean over the family is `gainBits`.
   */
  readonly decides: readonly number[];
  /** Only answers that tell some problems apart, or from something else. */
  readonly answers: readonly AnswerRow[];
  /** How many answers were left out because they do not. */
  readonly silentAnswers: number;
}

/**
 * An answer is drawn where the cells of two problems differ by so many bits, 0..5. 0: all answers, 41 codes among
 * them that mean the same for everything; 2: only what decides by itself.
 */
const LEAST_SPREAD_BITS = 0.4;

/** A column of the matrix: a pair of the engine, and its problem; null: something else. */
export interface Column {
  readonly pair: number;
  readonly problem: Problem | null;
}

/** A question at the belief in which the family is known. */
export interface Asked {
  /** Its index in the engine's tables. */
  readonly q: number;
  /** Per pair. */
  readonly belief: Float64Array;
  readonly columns: readonly Column[];
  readonly gainBits: number;
}

/** Reads what a question says off the engine's tables. */
export function questionRow(kb: KnowledgeBase, slice: DiagnosisSlice, asked: Asked): QuestionRow {
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
  return Math.max(...weights) - Math.min(...weights);
}

function answerRow(
  slice: DiagnosisSlice,
  { q, belief, columns }: Asked,
  question: Question,
  { answer, a, rows }: { readonly answer: Answer; readonly a: number; readonly rows: Int32Array },
): AnswerRow {
  const of = (pair: number) => answerLikelihood(slice, q, a, rows[pair] ?? 0);
  const usual = belief.reduce((sum, p, pair) => (p > 0 ? sum + p * of(pair) : sum), 0);
  const cells = columns.map(({ pair, problem }) => ({
    likelihood: of(pair),
    bits: Math.log2(of(pair) / usual),
    own: problem?.signs[question.id]?.[answer.id] !== undefined,
  }));
  return { answer, cells };
}

/** Σ P(outcome | problem) · log2 of P(outcome | problem) / P(outcome | family), per problem. */
function decisions(slice: DiagnosisSlice, { q, belief, columns }: Asked, rows: Int32Array): number[] {
  const usual = new Float64Array(slice.questions.outcomeCount[q] ?? 0);
  belief.forEach((p, pair) => {
    if (p > 0)
      outcomesAt(slice, q, rows[pair] ?? 0).forEach((each, o) => {
        usual[o] = (usual[o] ?? 0) + p * each;
      });
  });
  return columns.map(({ pair }) =>
    outcomesAt(slice, q, rows[pair] ?? 0).reduce(
      (sum, p, o) => (p > 0 ? sum + p * Math.log2(p / (usual[o] ?? p)) : sum),
      0,
    ),
  );
}
