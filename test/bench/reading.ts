/**
 * `npm run --silent bench:reading -- [--messages FILE] [--replies FILE] [--turns FILE] [--off-path FILE]
 * [--steps FILE]`: how well the shipped base hears what people write. JSON Lines in, one JSON object out; shares in 0..1.
 * Without files the shipped examples are read in five folds, each by a reader that was taught the others.
 */

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import type { KnowledgeBase } from '../../src/core/knowledge/model.ts';
import { readKnowledge } from '../../src/core/knowledge/parse.ts';
import { prepareWithModels } from '../../src/storage/knowledge-base.ts';
import { readKnowledgeFolder } from '../../src/storage/knowledge-folder.ts';
import { foldsOf } from './reading/folds.ts';
import { measureMessages, messageLine } from './reading/messages.ts';
import { measureOffPath, offPathLine } from './reading/off-path.ts';
import { measureReplies, measureToldElsewhere, replyLine } from './reading/replies.ts';
import { measureSteps, stepLine } from './reading/steps.ts';
import { type Measured, sumUp } from './reading/sums.ts';
import { measureTurns, turnLine } from './reading/turns.ts';

const { values } = parseArgs({
  options: {
    messages: { type: 'string' },
    replies: { type: 'string' },
    turns: { type: 'string' },
    'off-path': { type: 'string' },
    steps: { type: 'string' },
    folds: { type: 'string', default: '5' },
  },
});

const jsonLines = (path: string): unknown[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line));

const { files, hash } = await readKnowledgeFolder('knowledge');
const { kb } = readKnowledge(files);
if (kb === null) throw new Error('the shipped knowledge base has errors: run "keyturn check"');

const isAsked = [values.messages, values.replies, values.turns, values['off-path'], values.steps].some(
  (path) => path !== undefined,
);
print(sumUp(isAsked ? await measureFiles(kb) : await measureFolds(kb)));

/** What each file says, read by the shipped base. */
async function measureFiles(base: KnowledgeBase): Promise<Measured> {
  const prepared = await prepareWithModels(base, hash);
  const linesOf = <Line>(path: string | undefined, line: z.ZodType<Line>): Line[] =>
    path === undefined ? [] : jsonLines(path).map((each) => line.parse(each));
  return {
    messages: measureMessages(prepared, linesOf(values.messages, messageLine)),
    replies: measureReplies(prepared, linesOf(values.replies, replyLine)),
    toldElsewhere: measureToldElsewhere(prepared, linesOf(values.replies, replyLine)),
    turns: measureTurns(prepared, linesOf(values.turns, turnLine)),
    offPath: measureOffPath(prepared, linesOf(values['off-path'], offPathLine)),
    steps: measureSteps(prepared, linesOf(values.steps, stepLine)),
  };
}

/** The shipped examples, each read by a base that was taught the other folds. */
async function measureFolds(base: KnowledgeBase): Promise<Measured> {
  const measured: Measured[] = [];
  for (const fold of foldsOf(base, Number(values.folds))) {
    const prepared = await prepareWithModels(fold.taught, hash);
    measured.push({
      messages: measureMessages(prepared, fold.messages),
      replies: measureReplies(prepared, fold.replies),
      toldElsewhere: measureToldElsewhere(prepared, fold.replies),
      turns: measureTurns(prepared, fold.turns),
      offPath: measureOffPath(prepared, fold.offPath),
      steps: [],
    });
  }
  return {
    messages: measured.flatMap(({ messages }) => messages),
    replies: measured.flatMap(({ replies }) => replies),
    toldElsewhere: measured.flatMap(({ toldElsewhere }) => toldElsewhere),
    turns: measured.flatMap(({ turns }) => turns),
    offPath: measured.flatMap(({ offPath }) => offPath),
    steps: [],
  };
}

function print(figures: object): void {
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
}
