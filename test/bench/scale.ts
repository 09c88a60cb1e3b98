/**
 * `npm run --silent bench:scale`: how Keyturn behaves as things grow. One JSON object on stdout.
 * Nothing here is a test: figures of one machine mean something beside other figures of the same run only.
 */

import { readKnowledge } from '../../src/core/knowledge/parse.ts';
import { prepare } from '../../src/core/prepare.ts';
import { readKnowledgeFolder } from '../../src/storage/knowledge-folder.ts';
import { generatedBase } from './generated-base.ts';
import { round } from './percentiles.ts';
import { messagesFor, respondTimes } from './respond-times.ts';
import { searchScale } from './search-scale.ts';
import { startTimes } from './start-times.ts';
import { triageRun } from './triage.ts';
import { usedMb } from './used-memory.ts';

const BIG = { problems: 10_000, questions: 1_000 };
const DOCUMENTS = 10_000;

const { files, hash } = await readKnowledgeFolder('knowledge');
const { kb } = readKnowledge(files);
if (kb === null) throw new Error('the shipped knowledge base has errors: run "keyturn check"');

const shipped = {
  problems: kb.problems.length,
  questions: kb.questions.length,
  ...respondTimes(kb, prepare(kb, hash), 1_000),
};

function generated(): object {
  const base = generatedBase(BIG);
  const before = usedMb();
  const begun = performance.now();
  const prepared = prepare(base, 'generated');
  const prepareMs = round(performance.now() - begun);
  const times = respondTimes(base, prepared, 200);
  const heapMb = round(usedMb());
  return { ...BIG, ...times, prepareMs, heapMb, preparedMb: round(heapMb - before) };
}

const result = {
  node: process.version,
  respond: { shipped, generated: generated() },
  search: searchScale(DOCUMENTS),
  triage: [await triageRun(messagesFor(kb), 1_000), await triageRun(messagesFor(kb), 10_000)],
  startToReady: await startTimes(3),
};
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
