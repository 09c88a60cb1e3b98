/**
 * `npm run --silent bench:intent -- --train FILE --test FILE [--out-of-scope FILE]`: how well the classifier that the
 * bot uses learns the intents of one file and tells those of another. One JSON object on stdout.
 */

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { serialize } from 'node:v8';
import { z } from 'zod';
import { classify } from '../../src/core/classifier/classify.ts';
import { train } from '../../src/core/classifier/train.ts';
import { percentiles, round } from './percentiles.ts';
import { auroc, calibrationError, type Guess } from './reliability.ts';

const LABELLED = z.object({ text: z.string(), intent: z.string() });
const UNLABELLED = z.object({ text: z.string() });
const USAGE = 'usage: npm run --silent bench:intent -- --train FILE --test FILE [--out-of-scope FILE]\n';

/** One JSON value a line. */
function readLines<T>(file: string, shape: z.ZodType<T>): T[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => shape.parse(JSON.parse(line)));
}

/** Four decimals. */
const four = (share: number): number => Math.round(share * 1e4) / 1e4;

const { values } = parseArgs({
  options: { train: { type: 'string' }, test: { type: 'string' }, 'out-of-scope': { type: 'string' } },
});
if (values.train === undefined || values.test === undefined) {
  process.stderr.write(USAGE);
  process.exit(2);
}

const examples = readLines(values.train, LABELLED).map(({ text, intent }) => ({ text, label: intent }));
const begun = performance.now();
const model = train(examples);
const trainMs = performance.now() - begun;

const tests = readLines(values.test, LABELLED);
for (const { text } of tests.slice(0, 500)) classify(model, text);
const timesMs: number[] = [];
const nones: number[] = [];
const guesses = tests.map(({ text, intent }): Guess => {
  const from = performance.now();
  const { ranked, none } = classify(model, text);
  timesMs.push(performance.now() - from);
  nones.push(none);
  return { right: ranked[0]?.label === intent, probability: ranked[0]?.probability ?? 0 };
});
const outside = values['out-of-scope'];
const times = percentiles(timesMs);
const result = {
  accuracy: four(guesses.filter(({ right }) => right).length / Math.max(1, guesses.length)),
  ece: four(calibrationError(guesses)),
  modelBytes: serialize(model).byteLength,
  trainMs: round(trainMs),
  p50Ms: times.p50Ms,
  p99Ms: times.p99Ms,
  ...(outside === undefined
    ? {}
    : {
        auroc: four(
          auroc(
            readLines(outside, UNLABELLED).map(({ text }) => classify(model, text).none),
            nones,
          ),
        ),
      }),
};
process.stdout.write(`${JSON.stringify(result)}\n`);
