/**
 * How fast and how big: every tool in turn with the others, several rounds, so that a machine that others use too slows
 * all alike; medians over the rounds.
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { generatedDocuments } from './generated-documents.ts';
import { examplesIn } from './peers/files.ts';
import { biggestSet, INTENT_PEERS, intentSets, runIntent } from './results-intent.ts';
import { type Figures, medians, OURS, ourProgram, run, tell } from './results-runs.ts';
import { type Collection, runSearch, SEARCH_PEERS } from './results-search.ts';

const DOCUMENTS = 50_000;
const QUERIES = 300;
/** Messages of the test file that are classified, spread over the whole of it. */
const MOST_MESSAGES = 1_000;
/** The figures of a classifier and of a search that say how fast and how big it is. */
const INTENT_SPEED = ['trainMs', 'p50Ms', 'p99Ms', 'modelBytes'];
const SEARCH_SPEED = ['buildMs', 'heapMb', 'p50Ms', 'p99Ms', 'throws'];

/** What `bench:turns` prints of one side. */
export const Turns = z.object({ turnsPerSecond: z.number(), p50Ms: z.number(), p99Ms: z.number() });
/** What `bench:turns` prints. */
export const TurnsFigures = z.object({ bot: Turns, echo: Turns, ratio: Turns });

/** Medians of each tool, and what our own commands print of whole turns. */
export interface SpeedResult {
  readonly rounds: number;
  readonly classifiers: {
    readonly set: string;
    readonly messages: number;
    readonly tools: Readonly<Record<string, Figures>>;
  };
  readonly searches: { readonly documents: number; readonly tools: Readonly<Record<string, Figures>> };
  readonly turns: z.infer<typeof TurnsFigures> | null;
  readonly scale: unknown;
}

/** All of it, the parts where tools take turns `rounds` times. */
export async function measureSpeed(data: string, rounds: number): Promise<SpeedResult> {
  const [turns] = await runOurs('bench:turns');
  const [scale] = await runOurs('bench:scale');
  return {
    rounds,
    turns: turns === undefined ? null : TurnsFigures.parse(turns),
    scale: scale ?? null,
    searches: { documents: DOCUMENTS, tools: await searches(rounds) },
    classifiers: await classifiers(data, rounds),
  };
}

function runOurs(command: string): Promise<unknown[]> {
  const program = ourProgram(command);
  return program === null ? Promise.resolve([]) : run(command, program);
}

async function classifiers(data: string, rounds: number): Promise<SpeedResult['classifiers']> {
  const set = biggestSet(intentSets(data));
  if (set === undefined) return { set: '', messages: 0, tools: {} };
  const all = set.tests.slice(0, 1).flatMap(({ file }) => examplesIn(file));
  const every = Math.max(1, Math.ceil(all.length / MOST_MESSAGES));
  const some = all.filter((_, index) => index % every === 0);
  return withFolder(async (folder) => {
    const tests = [{ messages: set.name, file: writeLines(folder, 'test.jsonl', some.map(asJson)) }];
    const alone = { ...set, outOfScope: null };
    const once = async (tool: string): Promise<Figures> => (await runIntent(tool, alone, tests))[0] ?? {};
    const tools = await inTurn([OURS, ...INTENT_PEERS], rounds, INTENT_SPEED, once);
    return { set: set.name, messages: some.length, tools };
  });
}

function searches(rounds: number): Promise<SpeedResult['searches']['tools']> {
  return withFolder((folder) => {
    const { documents, queries, right } = generatedDocuments(DOCUMENTS, QUERIES);
    const pairs = queries.map(({ id }, index) => `${id}\t${right[index]}`);
    const files: Collection = {
      docs: writeLines(folder, 'docs.jsonl', documents.map(asJson)),
      queries: writeLines(folder, 'queries.jsonl', queries.map(asJson)),
      qrels: writeLines(folder, 'qrels.tsv', pairs),
    };
    const once = (tool: string): Promise<Figures> => runSearch(`${DOCUMENTS} documents`, tool, files);
    return inTurn([OURS, ...SEARCH_PEERS], rounds, SEARCH_SPEED, once);
  });
}

/** Does something with a folder that is gone afterwards. */
async function withFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-bench-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const asJson = (value: object): string => JSON.stringify(value);

function writeLines(folder: string, name: string, lines: readonly string[]): string {
  writeFileSync(join(folder, name), lines.join('\n'));
  return join(folder, name);
}

/** Each tool once a round, and of each the medians of the figures that `names` says. */
async function inTurn(
  tools: readonly string[],
  rounds: number,
  names: readonly string[],
  once: (tool: string) => Promise<Figures>,
): Promise<Record<string, Figures>> {
  const runs = new Map<string, Figures[]>(tools.map((tool) => [tool, []]));
  for (let round = 1; round <= rounds; round += 1) {
    tell(`round ${round} of ${rounds}`);
    for (const tool of tools) {
      const figures = await once(tool);
      if (Object.keys(figures).length > 0) runs.get(tool)?.push(figures);
    }
  }
  return Object.fromEntries(
    [...runs].map(([tool, all]) => {
      const found = medians(all);
      return [tool, Object.fromEntries(names.map((name) => [name, found[name] ?? null]))];
    }),
  );
}
