/** How long things took. */

/** Times of many runs of one thing, in milliseconds. */
export interface Times {
  readonly count: number;
  readonly meanMs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

/** The times summed up; percentiles by nearest rank. */
export function percentiles(timesMs: readonly number[]): Times {
  const sorted = [...timesMs].sort((a, b) => a - b);
  const at = (share: number): number => round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
  const meanMs = round(sorted.reduce((sum, ms) => sum + ms, 0) / Math.max(1, sorted.length));
  return { count: sorted.length, meanMs, p50Ms: at(0.5), p99Ms: at(0.99), maxMs: at(1) };
}

/** Three decimals are more than a clock can tell. */
export const round = (value: number): number => Math.round(value * 1000) / 1000;
