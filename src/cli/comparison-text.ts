/** What a change of the knowledge made better and worse, for a reader. */

import type { Style } from '../channels/console/style.ts';
import type { Change, Comparison, Pair, Verdict } from '../simulate/compare.ts';
import { percent, type Reports, titleOf } from './simulation-text.ts';
import { alignedText } from './table.ts';

/** Changes that are named of each kind that is not clear; the JSON has all. */
const LITTLE_NAMED = 10;

/** Does the base do clearly worse by any problem? */
export function isClearlyWorse({ changes }: Comparison): boolean {
  return changes.some(({ verdict }) => verdict === 'clearly-worse');
}

/** The totals before and after, then problem by problem what changed, the worst first. */
export function comparisonText(
  comparison: Comparison,
  reports: { readonly before: Reports; readonly after: Reports },
  { strong, caution }: Style,
): string {
  const { changes, added, removed } = comparison;
  const of = (verdict: Verdict): readonly Change[] => changes.filter((each) => each.verdict === verdict);
  const same = of('same').length;
  return [
    `${strong('All kinds of device')}\n`,
    totalsText(reports.before, reports.after),
    changesText(caution('Clearly worse'), of('clearly-worse'), changes.length),
    changesText(strong('Clearly better'), of('clearly-better'), changes.length),
    changesText(strong('A little worse, within what chance does'), of('worse'), LITTLE_NAMED),
    changesText(strong('A little better, within what chance does'), of('better'), LITTLE_NAMED),
    pairsText(strong('New'), added),
    pairsText(strong('Gone'), removed),
    `\n${verdictLine(of('clearly-worse').length)} ${same} of ${changes.length} problems go exactly as before.\n`,
  ].join('');
}

function verdictLine(worse: number): string {
  if (worse === 0) return 'Nothing got clearly worse.';
  return `${worse} ${worse === 1 ? 'problem' : 'problems'} got clearly worse.`;
}

function totalsText(before: Reports, after: Reports): string {
  const rows = [...after].flatMap(([experiment, { total }]) => {
    const old = before.get(experiment)?.total;
    if (old === undefined) return [];
    return [
      [
        titleOf(experiment),
        arrow(percent(old.reached), percent(total.reached)),
        arrow(old.meanQuestions.toFixed(2), total.meanQuestions.toFixed(2)),
      ],
    ];
  });
  return alignedText([['people', 'reached', 'mean questions'], ...rows]);
}

const arrow = (before: string, after: string): string => `${before} -> ${after}`;

function changesText(title: string, changes: readonly Change[], named: number): string {
  if (changes.length === 0) return '';
  const head = [
    'problem',
    'reached',
    'truthful',
    'mean questions',
    'reached per 1,000',
    'questions per 1,000',
  ];
  const rows = changes
    .slice(0, named)
    .map(({ family, problem, before, after, reachedPer1000, questionsPer1000 }) => [
      `${family}/${problem}`,
      arrow(percent(before.reached), percent(after.reached)),
      arrow(percent(before.truthfulReached), percent(after.truthfulReached)),
      arrow(before.meanQuestions.toFixed(1), after.meanQuestions.toFixed(1)),
      signed(reachedPer1000),
      signed(questionsPer1000),
    ]);
  const more = changes.length > named ? `  and ${changes.length - named} more; --json has them all\n` : '';
  return `\n${title}\n${alignedText([head, ...rows])}${more}`;
}

const signed = (value: number): string => `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(1)}`;

function pairsText(title: string, pairs: readonly Pair[]): string {
  if (pairs.length === 0) return '';
  return `\n${title}\n${pairs.map(({ family, problem }) => `  ${family}/${problem}\n`).join('')}`;
}
