/** Numbers as a person reads them at a glance. */

import { LIKELIHOODS } from '../../core/knowledge/model.ts';

/** From how many seconds on a unit is used, and how many it has. */
const UNITS = [
  { from: 172_800, seconds: 86_400, unit: 'd' },
  { from: 3_600, seconds: 3_600, unit: 'h' },
  { from: 60, seconds: 60, unit: 'min' },
] as const;

/** `90` → `1.5 min`; a day stays `24 h`. */
export function duration(seconds: number): string {
  const fitting = UNITS.find((each) => seconds >= each.from);
  const [size, unit] = fitting === undefined ? [1, 's'] : [fitting.seconds, fitting.unit];
  const amount = seconds / size;
  return `${amount >= 10 || Number.isInteger(amount) ? Math.round(amount) : amount.toFixed(1)} ${unit}`;
}

/** `0.221` → `22 %`; what is more than nothing is never shown as 0. */
export function percent(share: number): string {
  if (share > 0 && share < 0.01) return '< 1 %';
  return `${Math.round(share * 100)} %`;
}

/** `1.234` → `1.2`; never `-0.0`. */
export function bits(amount: number): string {
  return (Math.abs(amount) < 0.05 ? 0 : amount).toFixed(1);
}

/** `1 problem`, `3 problems`. */
export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

const logOdds = (p: number): number => Math.log(p / (1 - p));

/** The likelihood word that comes nearest to a probability, on the scale of the words (even in log-odds). */
export function likelihoodWord(probability: number): string {
  const odds = logOdds(Math.min(0.999, Math.max(0.001, probability)));
  const words = Object.entries(LIKELIHOODS).map(([word, p]) => ({ word, off: Math.abs(logOdds(p) - odds) }));
  return words.reduce((best, each) => (each.off < best.off ? each : best)).word.replace('-', ' ');
}
