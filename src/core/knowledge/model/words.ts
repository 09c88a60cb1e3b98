/** The closed lists of words that a knowledge base is written with, and what they mean. */

/** An id: lower-case words joined by hyphens. Digits alone are ids too (`28841105`). */
export type Id = string;

/**
 * What a likelihood word means. The scale is roughly even in log-odds, so that moving a word by one step moves
 * a diagnosis by about one bit; `always` and `never` stop short of 1 and 0 because people err and misread.
 */
export const LIKELIHOODS = {
  always: 0.99,
  'almost-always': 0.95,
  usually: 0.8,
  often: 0.6,
  sometimes: 0.3,
  rarely: 0.1,
  'almost-never': 0.03,
  never: 0.005,
} as const;

/** A likelihood word, from `always` to `never`. */
export type LikelihoodWord = keyof typeof LIKELIHOODS;

/** What a frequency word weighs inside one family; weights are scaled so that a family sums to 1. */
export const FREQUENCIES = { 'very-common': 0.4, common: 0.2, occasional: 0.1, rare: 0.04 } as const;

/** A frequency word, from `very-common` to `rare`. */
export type FrequencyWord = keyof typeof FREQUENCIES;

/** What a question (and so a fact) is about. */
export const ABOUT = ['device', 'context', 'recent-action', 'already-tried', 'check', 'role'] as const;
export type About = (typeof ABOUT)[number];

/** What may go wrong when a step is done; priced in `costs.yaml`. */
export const RISKS = ['none', 'loses-entry', 'loses-data', 'rights', 'hazard'] as const;
export type Risk = (typeof RISKS)[number];

/** What people do with words besides reporting; the keys of `acts.yaml`. */
export const SPEECH = [
  'greeting',
  'thanks',
  'why',
  'back',
  'restart',
  'human',
  'fixed',
  'still-there',
  'cannot',
  'not-sure',
  'yes',
  'no',
  'correct',
  'out-of-scope',
] as const;
export type Speech = (typeof SPEECH)[number];

/** When a second problem is taken up: after this one, at once, or never, because it is the same. */
export const SECOND_CASES = ['later', 'now', 'same'] as const;
export type SecondCase = (typeof SECOND_CASES)[number];
