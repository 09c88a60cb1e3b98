/** Runs the measured programs one after the other, each in a process of its own, and reads the figures they print. */

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

/** A figure that a program cannot give is null or left out. */
const figure = z.number().nullish();

/** What a classifier prints for one file of messages. */
export const IntentFigures = z.object({
  accuracy: figure,
  ece: figure,
  modelBytes: figure,
  trainMs: figure,
  p50Ms: figure,
  p99Ms: figure,
  auroc: figure,
});
/** What a search prints. */
export const SearchFigures = z.object({
  ndcg10: figure,
  recall10: figure,
  mrr: figure,
  buildMs: figure,
  heapMb: figure,
  p50Ms: figure,
  p99Ms: figure,
  throws: figure,
});
/** Figures by their names. */
export type Figures = Readonly<Record<string, number | null | undefined>>;

/** The name under which our own figures stand in every table. */
export const OURS = 'keyturn';

const Scripts = z.object({ scripts: z.record(z.string(), z.string()) });

/**
 * The program of one of our own commands, without the build before it, which `bench:peers` has made already; null
 * where the project has no such command.
 */
export function ourProgram(command: string): readonly string[] | null {
  const { scripts } = Scripts.parse(JSON.parse(readFileSync('package.json', 'utf8')));
  const program = scripts[command]?.split('&&').at(-1)?.trim().split(/\s+/);
  return program?.[0] === 'node' ? program.slice(1) : null;
}

/** The program that measures one peer of a kind. */
export const peerProgram = (kind: 'intent' | 'search', peer: string): readonly string[] => [
  '--expose-gc',
  `dist/bench/test/bench/peers/${kind}-peer.js`,
  '--peer',
  peer,
];

/** One line for whoever waits. */
export const tell = (line: string): void => void process.stderr.write(`${line}\n`);

/** What went wrong so far; the command ends with 1 where there is something. */
export const failures: string[] = [];

/**
 * Runs a program of Node to its end and reads what it printed: one JSON value, or one in each line. A program that
 * fails is told of and gives nothing; the others are still worth running.
 */
export async function run(what: string, argv: readonly string[]): Promise<unknown[]> {
  const begun = performance.now();
  const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const printed = await text(child.stdout);
  const code = await ended;
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  tell(`${what}: ${code === 0 ? '' : 'failed after '}${seconds} s`);
  if (code === 0) return valuesIn(printed);
  failures.push(what);
  return [];
}

function valuesIn(printed: string): unknown[] {
  try {
    return [JSON.parse(printed)];
  } catch {
    return printed
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  }
}

/** The median of each figure over several runs; null where a run has none. */
export function medians(runs: readonly Figures[]): Figures {
  const names = Object.keys(runs[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, median(runs.map((one) => one[name]))]));
}

function median(values: readonly (number | null | undefined)[]): number | null {
  const sorted = values.filter((value) => typeof value === 'number').sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
