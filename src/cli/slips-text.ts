/** The report of people who slip, for a reader. */

import type { Report } from '../simulate/figures.ts';
import { percent } from './simulation-text.ts';
import { alignedText } from './table.ts';

/** Pairs that are named of those that were not always reached; the JSON has all. */
const MISSED_NAMED = 20;

/** A line per family and the total, then who did not get there. */
export function slipsText(report: Report): string {
  const head = ['kind of device', 'runs', 'reached', 'mean questions', 'worst', 'expected', 'expected cost'];
  const rows = [...Object.entries(report.families), ['total', report.total] as const].map(
    ([name, figures]) => [
      name,
      String(figures.runs),
      percent(figures.reached),
      figures.meanQuestions.toFixed(2),
      String(figures.worstQuestions),
      figures.expectedQuestions.toFixed(2),
      `${Math.round(figures.expectedCostSeconds)} s`,
    ],
  );
  const missed = report.missed
    .slice(0, MISSED_NAMED)
    .map(
      ({ family, problem, reached, path }) =>
        `    ${family}/${problem}: ${percent(reached)}, once by ${path.join(', ')}\n`,
    );
  const left = report.missed.length - missed.length;
  const more = left > 0 ? `    and ${left} more; --json has them all\n` : '';
  const title = 'People who see what is written as often as is written, and slip now and then\n';
  return `${title}${alignedText([head, ...rows])}${missed.length > 0 ? `  not always reached:\n${missed.join('')}${more}` : ''}`;
}
