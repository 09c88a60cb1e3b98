/** Which intent a message has: ours beside the classifiers that a Node team would take, on every set of the data. */

import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { namesIn } from './peers/files.ts';
import { type Figures, IntentFigures, OURS, ourProgram, peerProgram, run } from './results-runs.ts';
import { decimals, percent, type Row, table } from './results-table.ts';

/** The peers, by the names of their programs. */
export const INTENT_PEERS = ['natural-bayes', 'node-nlp', 'wink-naive-bayes'];

/** Figures of each tool on one file of messages. */
export interface IntentResult {
  readonly messages: string;
  readonly tools: Readonly<Record<string, Figures>>;
}

/** One set of the data: its folder and the files in it. */
export interface IntentSet {
  readonly name: string;
  readonly train: string;
  /** Messages to classify, by what is said of them in a table. */
  readonly tests: readonly { readonly messages: string; readonly file: string }[];
  readonly outOfScope: string | null;
}

/** The sets in the folder of the data, by name. */
export function intentSets(data: string): IntentSet[] {
  return namesIn(data, 'intent').map((name) => {
    const file = (part: string): string => join(data, 'intent', name, part);
    const tests = [
      { messages: name, file: file('test.jsonl') },
      { messages: `${name}, one typo`, file: file('test-typo.jsonl') },
    ];
    const outOfScope = file('out-of-scope.jsonl');
    return {
      name,
      train: file('train.jsonl'),
      tests: tests.filter(({ file: path }) => existsSync(path)),
      outOfScope: existsSync(outOfScope) ? outOfScope : null,
    };
  });
}

/** The set with the most to learn: where speed is compared. */
export const biggestSet = (sets: readonly IntentSet[]): IntentSet | undefined =>
  [...sets].sort((a, b) => statSync(b.train).size - statSync(a.train).size)[0];

/** One tool on one set: figures for each of its files; nothing where we have no such command yet or it failed. */
export async function runIntent(tool: string, set: IntentSet, tests: IntentSet['tests']): Promise<Figures[]> {
  const scope = set.outOfScope === null ? [] : ['--out-of-scope', set.outOfScope];
  const argv = (files: readonly string[]): readonly string[] => [
    '--train',
    set.train,
    ...files.flatMap((file) => ['--test', file]),
    ...scope,
  ];
  const files = tests.map(({ file }) => file);
  if (tool !== OURS) {
    const printed = await run(`${set.name}: ${tool}`, [...peerProgram('intent', tool), ...argv(files)]);
    return printed.map((value) => IntentFigures.parse(value));
  }
  const program = ourProgram('bench:intent');
  if (program === null) return [];
  const figures: Figures[] = [];
  for (const file of files) {
    const [printed] = await run(`${set.name}: ${tool}`, [...program, ...argv([file])]);
    figures.push(printed === undefined ? {} : IntentFigures.parse(printed));
  }
  return figures;
}

/** Every tool on every set, once: the figures of the tables do not depend on the machine. */
export async function measureIntent(data: string): Promise<IntentResult[]> {
  const results: IntentResult[] = [];
  for (const set of intentSets(data)) {
    const byTool = new Map<string, Figures[]>();
    for (const tool of [OURS, ...INTENT_PEERS]) byTool.set(tool, await runIntent(tool, set, set.tests));
    results.push(
      ...set.tests.map(({ messages }, index) => ({
        messages,
        tools: Object.fromEntries([...byTool].map(([tool, figures]) => [tool, figures[index] ?? {}])),
      })),
    );
  }
  return results;
}

/** The tables of what was measured. */
export function intentMarkdown(results: readonly IntentResult[]): string {
  const tools = [OURS, ...INTENT_PEERS];
  const rows = (figure: string, shown: Row['shown'], best: Row['best']): Row[] =>
    results
      .map(({ messages, tools: figures }) => ({
        name: messages,
        values: tools.map((tool) => figures[tool]?.[figure]),
        shown,
        ...(best === undefined ? {} : { best }),
      }))
      .filter(({ values }) => values.some((value) => typeof value === 'number'));
  return [
    'Learned and classified once: the same files give the same figures on any machine. node-nlp is credited with its',
    'best intent even where it would say "None"; the confidence of natural\'s and wink\'s Bayes is their value of an',
    'intent divided by the sum over all intents.',
    '',
    table(['accuracy, %', ...tools], rows('accuracy', percent, 'highest')),
    '',
    table(['calibration error (ECE, 15 bins)', ...tools], rows('ece', decimals(3), 'lowest')),
    '',
    table(['out of scope told from in scope, AUROC', ...tools], rows('auroc', decimals(3), 'highest')),
  ].join('\n');
}
