/**
 * `npm run --silent bench:reading -- [--messages FILE] [--replies FILE] [--turns FILE] [--off-path FILE]`: how well the
 * shipped base hears what people write. JSON Lines in, one JSON object out; shares in 0..1. Without files the shipped
 * examples are read in five folds, each by a reader that was taught the others.
 */

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readKnowledge } from '../../src/core/knowledge/parse.ts';
import { prepareWithModels } from '../../src/storage/knowledge-base.ts';
import { readKnowledgeFolder } from '../../src/storage/knowledge-folder.ts';
import { foldsOf } from './reading/folds.ts';
import { measureMessages, messageLine } from './reading/messages.ts';
import { measureReplies, replyLine } from './reading/replies.ts';
import { sumUp } from './reading/sums.ts';

const { values } = parseArgs({
  options: {
    messages: { type: 'string' },
    replies: { type: 'string' },
    turns: { type: 'string' },
    'off-path': { type: 'string' },
    folds: { type: 'string', default: '5' },
  },
});

const linesOf = (path: string): unknown[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line));

const { files, hash } = await readKnowledgeFolder('knowledge');
const { kb } = readKnowledge(files);
if (kb === null) throw new Error('the shipped knowledge base has errors: run "keyturn check"');

if (values.messages === undefined && values.replies === undefined) {
  const folds = foldsOf(kb, Number(values.folds));
  const messages = [];
  const replies = [];
  for (const fold of folds) {
    const prepared = await prepareWithModels(fold.taught, hash);
    messages.push(...measureMessages(prepared, fold.messages));
    replies.push(...measureReplies(prepared, fold.replies));
  }
  print(sumUp({ messages, replies }));
} else {
  const prepared = await prepareWithModels(kb, hash);
  print(
    sumUp({
      messages:
        values.messages === undefined
          ? []
          : measureMessages(
              prepared,
              linesOf(values.messages).map((line) => messageLine.parse(line)),
            ),
      replies:
        values.replies === undefined
          ? []
          : measureReplies(
              prepared,
              linesOf(values.replies).map((line) => replyLine.parse(line)),
            ),
    }),
  );
}

function print(figures: object): void {
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
}
