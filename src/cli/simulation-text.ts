/** The report of `keyturn simulate` for a reader. */

import type { Figures, Missed, Report } from '../simulate/figures.ts';

/** Pairs that are named of those that were not always reached; the JSON has all. */
const MISSED_NAMED = 20;

/** A table of one experiment: a line per family and the total, then who did not get there. */
export function experimentText(title: string, report: Report): string {
  const rows = [...Object.entries(report.families), ['total', report.total] as const];
  const width = Math.max(...rows.map(([name]) => name.length));
  const head = `${title}\n  ${''.padEnd(width)}   runs  reached  questions: mean  worst  expected   expected cost\n`;
  const lines = rows.map(([name, figures]) => `  ${name.padEnd(width)} ${row(figures)}\n`);
  return `${head}${lines.join('')}${missedText(report.missed)}`;
}

function row(figures: Figures): string {
  return [
    String(figures.runs).padStart(6),
    `${(figures.reached * 100).toFixed(1)} %`.padStart(9),
    figures.meanQuestions.toFixed(2).padStart(16),
    String(figures.worstQuestions).padStart(7),
    figures.expectedQuestions.toFixed(2).padStart(10),
    `${Math.round(figures.expectedCostSeconds)} s`.padStart(16),
  ].join('');
}

function missedText(missed: readonly Missed[]): string {
  if (missed.length === 0) return '';
  const lines = missed
    .slice(0, MISSED_NAMED)
    .map(
      ({ family, problem, reached, path }) =>
        `    ${family}/${problem}: ${(reached * 100).toFixed(0)} %, once by ${path.join(', ')}\n`,
    );
  const more =
    missed.length > MISSED_NAMED ? `    and ${missed.length - MISSED_NAMED} more; --json has them all\n` : '';
  return `  not always reached:\n${lines.join('')}${more}`;
}
