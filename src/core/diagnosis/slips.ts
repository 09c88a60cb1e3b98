/** How large the share of slips among answers is, and how sure that is. */

/** The noise of a question is never above this, as in what authors write, 0..0.5. */
export const MOST_NOISE = 0.5;

/** Below this, noise is none: nobody can count it, 0..0.5. */
export const LEAST_NOISE = 1e-6;

/** Counting ends where no round moves the noise by more than this, or after so many rounds. */
const SETTLED = 1e-6;
const MOST_ROUNDS = 200;

/** Answers that were seen `times` times: how likely each is if it is no slip, and if it is one, 0..1. */
export interface Seen {
  readonly meant: number;
  readonly slipped: number;
  readonly times: number;
}

/** From low to high, 0..0.5. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** The likeliest share of slips among answers, where `expected` (0..0.5) counts for `weight` answers more. */
export function shareOfSlips(answers: readonly Seen[], expected: number, weight: number): number {
  const count = answers.reduce((sum, { times }) => sum + times, 0);
  let noise = Math.max(expected, LEAST_NOISE);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let slips = 0;
    for (const { meant, slipped, times } of answers)
      slips += (times * (noise * slipped)) / (noise * slipped + (1 - noise) * meant);
    const next = Math.min(MOST_NOISE, (slips + weight * expected) / Math.max(1, count + weight));
    if (Math.abs(next - noise) < SETTLED) return next;
    noise = next;
  }
  return noise;
}

/** Into so many parts 0..0.5 is cut to find the range: finer than anybody writes a noise. */
const PARTS = 1000;

/** How much probability lies outside the range, half of it on either side. */
const OUTSIDE = 0.05;

/**
 * The share of slips with 95 % probability: the equal-tailed interval of its posterior, with the Beta prior that
 * `expected` counting for `weight` answers stands for.
 */
export function noiseRange(answers: readonly Seen[], expected: number, weight: number): Range {
  const noises = Array.from({ length: PARTS }, (_, part) => ((part + 0.5) / PARTS) * MOST_NOISE);
  const logs = noises.map((noise) => logDensity(noise, answers, expected, weight));
  const highest = Math.max(...logs);
  const densities = logs.map((log) => Math.exp(log - highest));
  const total = densities.reduce((sum, density) => sum + density, 0);
  const upTo = (share: number): number => {
    let left = share * total;
    const part = densities.findIndex((density) => {
      left -= density;
      return left <= 0;
    });
    return noises[part] ?? MOST_NOISE;
  };
  return { low: upTo(OUTSIDE / 2), high: upTo(1 - OUTSIDE / 2) };
}

function logDensity(noise: number, answers: readonly Seen[], expected: number, weight: number): number {
  const prior = weight * (expected * Math.log(noise) + (1 - expected) * Math.log(1 - noise));
  return answers.reduce(
    (sum, { meant, slipped, times }) => sum + times * Math.log(noise * slipped + (1 - noise) * meant),
    prior,
  );
}
