/** Words to numbers. */

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

/** Question → answer → likelihood, as numbers. */
export function signs(written: Readonly<Record<Id, Readonly<Record<Id, LikelihoodWord | number>>>>): Signs {
  return mapValues(written, likelihoods);
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
