/** Words to numbers. */

import type { AuthoredKinds } from '../authored.ts';
import {
  type AnswerLikelihoods,
  FREQUENCIES,
  type FrequencyWord,
  type Id,
  LIKELIHOODS,
  type LikelihoodWord,
  type Signs,
} from '../model.ts';

/** A likelihood as written, in 0..1. A number is taken as it is: whoever writes one has measured. */
export function likelihood(written: LikelihoodWord | number): number {
  return typeof written === 'number' ? written : LIKELIHOODS[written];
}

/** A frequency as written, as a weight above 0. Weights mean something only beside each other. */
export function frequency(written: FrequencyWord | number): number {
  return typeof written === 'number' ? written : FREQUENCIES[written];
}

/**
 * Question → answer → likelihood, as numbers. Where answers exclude each other and what is listed sums to more than
 * 1, because words are rounded, it is scaled down to 1; the answers that are not listed share what is left.
 * `exclusive`: the questions of which one answer is chosen.
 */
export function signs(
  written: Readonly<Record<Id, Readonly<Record<Id, LikelihoodWord | number>>>>,
  exclusive: ReadonlySet<Id>,
): Signs {
  return Object.fromEntries(
    Object.entries(written).map(([question, answers]) => {
      const numbers = likelihoods(answers);
      const sum = Object.values(numbers).reduce((all, each) => all + each, 0);
      return [question, exclusive.has(question) && sum > 1 ? scaled(numbers, 1) : numbers];
    }),
  );
}

/** The questions whose answers exclude each other. */
export function exclusiveOf(questions: readonly AuthoredKinds['question'][]): ReadonlySet<Id> {
  return new Set(questions.filter(({ choose }) => choose === 'one').map(({ id }) => id));
}

/** Answer → likelihood, as numbers. */
export function likelihoods(written: Readonly<Record<Id, LikelihoodWord | number>>): AnswerLikelihoods {
  return mapValues(written, likelihood);
}

const SECONDS = { s: 1, min: 60, h: 3600 } as const;

/** `"5 min"` → 300. The schema has seen the text; another one counts as no time. */
export function seconds(written: string): number {
  const [amount = '', unit = ''] = written.split(' ');
  const perUnit = Object.entries(SECONDS).find(([name]) => name === unit)?.[1] ?? 0;
  return Number(amount) * perUnit;
}

/** Scales weights so that they sum to `total`. Weights of nothing are shared evenly. */
export function scaled(weights: Readonly<Record<Id, number>>, total: number): Readonly<Record<Id, number>> {
  const entries = Object.entries(weights);
  const sum = entries.reduce((all, [, weight]) => all + weight, 0);
  return Object.fromEntries(
    entries.map(([id, weight]) => [id, sum > 0 ? (weight / sum) * total : total / entries.length]),
  );
}

/** The same keys with other values. */
export function mapValues<A, B>(
  record: Readonly<Record<string, A>>,
  change: (value: A) => B,
): Readonly<Record<string, B>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
