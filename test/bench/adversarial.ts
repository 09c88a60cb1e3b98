/**
 * `npm run --silent bench:adversarial`: how long reading a message takes that means no good: mutated speech, noise,
 * marks of direction, quotes in quotes, pieces that are dear to a regular expression, a megabyte. One JSON object.
 */

import { newConversation } from '../../src/core/conversation.ts';
import { readKnowledge } from '../../src/core/knowledge/parse.ts';
import { prepareLanguage, understand } from '../../src/core/language/understand.ts';
import { readKnowledgeFolder } from '../../src/storage/knowledge-folder.ts';
import { adversarialTexts } from '../core/language/adversarial-text.ts';
import { percentiles } from './percentiles.ts';

const COUNT = 10_000;
const WARM_UP = 500;

const { files } = await readKnowledgeFolder('knowledge');
const { kb } = readKnowledge(files);
if (kb === null) throw new Error('The shipped knowledge base has complaints: run `npx keyturn check`.');
const slice = prepareLanguage(kb);
const phrases = slice.facts.answers.flatMap((answer) => answer.phrases);

function timed(text: string): { ms: number; cpuMs: number; threw: boolean } {
  const turn = { kind: 'said', id: 'turn', at: 0, text, messageId: null, attachments: 0 } as const;
  const cpuBegun = process.cpuUsage();
  const begun = performance.now();
  let threw = false;
  try {
    understand(slice, newConversation(), turn);
  } catch {
    threw = true;
  }
  const ms = performance.now() - begun;
  const { user, system } = process.cpuUsage(cpuBegun);
  return { ms, cpuMs: (user + system) / 1000, threw };
}

/** Texts at a time: so many are made, what making them left behind is cleared up, and only then are they read. */
const BATCH = 500;

function* batches(texts: Iterable<string>): Generator<readonly string[]> {
  let batch: string[] = [];
  for (const text of texts) {
    if (batch.push(text) < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

for (const text of adversarialTexts(WARM_UP, 2, phrases)) timed(text);
let throws = 0;
let slowest = { ms: 0, text: '' };
const times: number[] = [];
const cpuTimes: number[] = [];
for (const batch of batches(adversarialTexts(COUNT, 1, phrases))) {
  globalThis.gc?.();
  for (const text of batch) {
    const { ms, cpuMs, threw } = timed(text);
    if (threw) throws++;
    if (ms > slowest.ms) slowest = { ms, text: text.slice(0, 60) };
    times.push(ms);
    cpuTimes.push(cpuMs);
  }
}
const { p50Ms, p99Ms, maxMs } = percentiles(times);
const cpu = percentiles(cpuTimes);
const over20Ms = times.filter((ms) => ms > 20).length;
process.stdout.write(
  `${JSON.stringify({ count: COUNT, throws, p50Ms, p99Ms, maxMs, over20Ms, cpuMaxMs: cpu.maxMs, slowest: slowest.text })}\n`,
);
