/** How fast and how big, as tables. */

import type { z } from 'zod';
import { round } from './percentiles.ts';
import { type Figures, OURS } from './results-runs.ts';
import type { SpeedResult, Turns, TurnsFigures } from './results-speed.ts';
import { decimals, type Row, table } from './results-table.ts';

/** The tables of what was measured. */
export function speedMarkdown({
  rounds,
  classifiers: learned,
  searches: found,
  turns,
  scale,
}: SpeedResult): string {
  const size: Row['shown'] = (bytes) => (bytes / 1_000_000).toFixed(2);
  return [
    `Medians; rounds in which every tool runs once after the other: ${rounds}.`,
    '',
    byTool(`${learned.set}, ${learned.messages} test messages`, learned.tools, [
      ['training, s', 'trainMs', (ms) => (ms / 1000).toFixed(1)],
      ['one message, p50 ms', 'p50Ms', decimals(3)],
      ['one message, p99 ms', 'p99Ms', decimals(3)],
      ['model as saved, MB', 'modelBytes', size],
    ]),
    '',
    byTool(`${found.documents} generated documents, half of the queries with a typo`, found.tools, [
      ['one query, p50 ms', 'p50Ms', decimals(2)],
      ['one query, p99 ms', 'p99Ms', decimals(2)],
      ['build, s', 'buildMs', (ms) => (ms / 1000).toFixed(1)],
      ['heap of the index, MB', 'heapMb', decimals(0)],
      ['throws', 'throws', decimals(0)],
    ]),
    ...(turns === null ? [] : ['', turnsTable(turns)]),
    ...(scale === null ? [] : ['', scaleTable(scale)]),
  ].join('\n');
}

function byTool(
  head: string,
  tools: Readonly<Record<string, Figures>>,
  lines: readonly (readonly [string, string, Row['shown']])[],
): string {
  const names = Object.keys(tools);
  return table(
    [head, ...names],
    lines.map(([name, figure, shown]) => ({
      name,
      values: names.map((tool) => tools[tool]?.[figure]),
      shown,
      best: 'lowest',
    })),
  );
}

function turnsTable({ bot, echo, ratio }: z.infer<typeof TurnsFigures>): string {
  const of = (figure: keyof z.infer<typeof Turns>): number[] => [bot[figure], echo[figure], ratio[figure]];
  return table(
    ['the whole bot with its store (`bench:turns`)', OURS, 'echo bot', 'median ratio of pairs'],
    [
      { name: 'turns a second', values: of('turnsPerSecond'), shown: decimals(2) },
      { name: 'one turn, p50 ms', values: of('p50Ms'), shown: decimals(2) },
      { name: 'one turn, p99 ms', values: of('p99Ms'), shown: decimals(2) },
    ],
  );
}

/** Every number that `bench:scale` prints, under the path to it. */
function scaleTable(scale: unknown): string {
  const lines = numbersIn(scale, []).map(([name, value]) => ({
    name,
    values: [value],
    shown: (number: number) => String(round(number)),
  }));
  return table(['as things grow (`bench:scale`)', OURS], lines);
}

function numbersIn(value: unknown, path: readonly string[]): [string, number][] {
  if (typeof value === 'number') return [[path.join(' '), value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => numbersIn(inner, [...path, name]));
}
