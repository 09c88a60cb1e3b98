/** The distributions over answers, gathered while the questions are laid out. */

import type { AnswerLikelihoods, Question } from '../knowledge/model.ts';
import { leakRow, outcomesOf, rowOf } from './likelihood.ts';

/** All rows, one after the other. */
export interface RowTable {
  /** Rows: where its likelihoods begin in `likelihoods`, one per answer. */
  readonly likelihoodAt: Int32Array;
  readonly likelihoods: Float64Array;
  /** Rows: where its outcomes begin in `outcomes` and `outcomeLogs`, one per outcome of asking. */
  readonly outcomeAt: Int32Array;
  readonly outcomes: Float64Array;
  /** p · log2 p of each outcome. */
  readonly outcomeLogs: Float64Array;
}

/** Collects rows; equal signs of one question share a row. */
export class Rows {
  count = 0;
  private question: Question | null = null;
  private seen = new Map<string, number>();
  private readonly likelihoodAt: number[] = [];
  private readonly likelihoods: number[] = [];
  private readonly outcomeAt: number[] = [];
  private readonly outcomes: number[] = [];

  begin(question: Question): void {
    this.question = question;
    this.seen = new Map();
  }

  /** The row of these signs; none: of what is usual; `leak`: of a family to which the question does not apply. */
  add(signs: AnswerLikelihoods | undefined | 'leak'): number {
    const key = signs === undefined ? '' : JSON.stringify(signs);
    const known = this.seen.get(key);
    if (known !== undefined) return known;
    if (this.question === null) throw new Error('rows: begin a question before adding rows to it');
    const leaks = signs === 'leak';
    const row = leaks ? leakRow(this.question, rowOf(this.question, undefined)) : rowOf(this.question, signs);
    this.likelihoodAt.push(this.likelihoods.length);
    for (const p of row) this.likelihoods.push(p);
    this.outcomeAt.push(this.outcomes.length);
    for (const p of outcomesOf(this.question, row, leaks)) this.outcomes.push(p);
    this.seen.set(key, this.count);
    this.count += 1;
    return this.count - 1;
  }

  table(): RowTable {
    return {
      likelihoodAt: Int32Array.from(this.likelihoodAt),
      likelihoods: Float64Array.from(this.likelihoods),
      outcomeAt: Int32Array.from(this.outcomeAt),
      outcomes: Float64Array.from(this.outcomes),
      outcomeLogs: Float64Array.from(this.outcomes, (p) => (p > 0 ? p * Math.log2(p) : 0)),
    };
  }
}
