/**
 * One peer among the classifiers, measured as `bench:intent` measures ours:
 * `--peer NAME --train FILE --test FILE [--test FILE] [--out-of-scope FILE]`. One JSON object a line for each test file.
 */

import { parseArgs } from 'node:util';
import { percentiles } from '../percentiles.ts';
import { auroc, calibrationError, type Guess as Judged } from '../reliability.ts';
import { type Example, examplesIn, foreignIn, peerNamed } from './files.ts';

/** What a peer takes a message for, and how sure it is, 0..1. */
interface Guess {
  readonly intent: string;
  readonly confidence: number;
}

/** What each program of a peer opens. */
interface IntentPeer {
  readonly train: (examples: readonly Example[]) => void | Promise<void>;
  readonly classify: (text: string) => Guess | Promise<Guess>;
  /** Of what the peer itself would save to be loaded again. */
  readonly modelBytes: () => number;
}

/** Messages that are classified before the first is timed, as in `bench:intent`. */
const WARM_UP_MESSAGES = 500;

const { values } = parseArgs({
  options: {
    peer: { type: 'string', default: '' },
    train: { type: 'string', default: '' },
    test: { type: 'string', multiple: true, default: [] },
    'out-of-scope': { type: 'string' },
  },
});

const peer = (await peerNamed<() => IntentPeer>(values.peer))();
const examples = examplesIn(values.train);
const begun = performance.now();
await peer.train(examples);
const trainMs = Math.round(performance.now() - begun);
const modelBytes = peer.modelBytes();
const outOfScope = values['out-of-scope'] === undefined ? [] : foreignIn(values['out-of-scope']);

for (const file of values.test) {
  const tests = examplesIn(file);
  for (const { text } of tests.slice(0, WARM_UP_MESSAGES)) await peer.classify(text);
  const { judged, timesMs } = await classified(tests);
  const { p50Ms, p99Ms } = percentiles(timesMs);
  const accuracy = judged.filter(({ right }) => right).length / Math.max(1, judged.length);
  const figures = { accuracy, ece: calibrationError(judged), modelBytes, trainMs, p50Ms, p99Ms };
  process.stdout.write(`${JSON.stringify({ ...figures, ...(await scoped(judged)) })}\n`);
}

async function classified(tests: readonly Example[]): Promise<{ judged: Judged[]; timesMs: number[] }> {
  const judged: Judged[] = [];
  const timesMs: number[] = [];
  for (const { text, intent } of tests) {
    const asked = performance.now();
    const guess = await peer.classify(text);
    timesMs.push(performance.now() - asked);
    judged.push({ right: guess.intent === intent, probability: guess.confidence });
  }
  return { judged, timesMs };
}

/** How well the confidence tells what is in scope from what is not. */
async function scoped(judged: readonly Judged[]): Promise<{ auroc?: number }> {
  if (outOfScope.length === 0) return {};
  const foreign: number[] = [];
  for (const { text } of outOfScope) foreign.push((await peer.classify(text)).confidence);
  const known = judged.map(({ probability }) => probability);
  return { auroc: auroc(known, foreign) };
}
