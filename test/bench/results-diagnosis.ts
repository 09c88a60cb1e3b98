/** How many questions it takes to find a cause: ours beside the references that `bench:diagnosis` brings. */

import { join } from 'node:path';
import { z } from 'zod';
import { namesIn } from './peers/files.ts';
import { OURS, ourProgram, run } from './results-runs.ts';
import { decimals, percent, type Row, table } from './results-table.ts';

const Found = z.object({
  meanQuestions: z.number(),
  top1: z.number(),
  meanConfidence: z.number(),
  msPerQuestion: z.number(),
});
const DiagnosisFigures = z.record(z.string(), Found.extend({ random: Found, greedyReference: Found }));

/** Figures of one table of causes, by the share of wrong answers. */
export interface DiagnosisResult {
  readonly causes: string;
  readonly byNoise: z.infer<typeof DiagnosisFigures>;
}

/** Shares of wrong answers, 0..1. */
const NOISE = '0,0.05,0.1';

/** Every table of causes in the data, once. */
export async function measureDiagnosis(data: string): Promise<DiagnosisResult[]> {
  const program = ourProgram('bench:diagnosis');
  if (program === null) return [];
  const results: DiagnosisResult[] = [];
  for (const file of namesIn(data, 'diagnosis')) {
    const argv = [...program, '--table', join(data, 'diagnosis', file), '--noise', NOISE];
    const [printed] = await run(`${file}: ${OURS} and its references`, argv);
    if (printed === undefined) continue;
    results.push({ causes: file.replace(/\.json$/, ''), byNoise: DiagnosisFigures.parse(printed) });
  }
  return results;
}

/** The tables of what was measured. */
export function diagnosisMarkdown(results: readonly DiagnosisResult[]): string {
  const lines = results.flatMap(({ causes, byNoise }) =>
    Object.entries(byNoise).map(([noise, found]) => ({
      name: `${causes}, ${(Number(noise) * 100).toFixed(0)} % wrong answers`,
      found: [found, found.greedyReference, found.random],
    })),
  );
  const heads = (figure: string): string[] => [
    figure,
    OURS,
    'greedy exact Bayes, right noise',
    'random order',
  ];
  const rows = (figure: keyof z.infer<typeof Found>, shown: Row['shown']): Row[] =>
    lines.map(({ name, found }) => ({ name, values: found.map((one) => one[figure]), shown }));
  return [
    'The same people answer all three, from one seed; each asks until it is sure by 0.9.',
    '',
    table(heads('mean questions'), rows('meanQuestions', decimals(2))),
    '',
    table(heads('right, %'), rows('top1', percent)),
    '',
    table(heads('mean confidence, %'), rows('meanConfidence', percent)),
    '',
    table(heads('ms a question'), rows('msPerQuestion', decimals(3))),
  ].join('\n');
}
