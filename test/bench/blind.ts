/**
 * `npm run --silent bench:blind [-- --misses]`: how well the shipped base takes first messages that were written by
 * somebody who had not seen its phrases (`test/blind/messages.yaml`). One JSON object on stdout: shares in 0..1, over all
 * and by who writes; with `--misses` also each message whose problem did not come first.
 */

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readKnowledge } from '../../src/core/knowledge/parse.ts';
import { prepare } from '../../src/core/prepare.ts';
import { readKnowledgeFolder } from '../../src/storage/knowledge-folder.ts';
import { type Miss, type Outcome, outcomeOf, readMessages } from './blind-messages.ts';
import { figuresOf } from './recognised.ts';

const MESSAGES = 'test/blind/messages.yaml';

/** Figures for each value of a property, by its name. */
function by(outcomes: readonly Outcome[], property: (outcome: Outcome) => string) {
  const names = [...new Set(outcomes.map(property))].sort();
  return Object.fromEntries(
    names.map((name) => [name, figuresOf(outcomes.filter((each) => property(each) === name))]),
  );
}

/** How often each, the most frequent first. */
function counted(names: readonly string[]): Record<string, number> {
  const counts = [...new Set(names)].map(
    (name) => [name, names.filter((each) => each === name).length] as const,
  );
  return Object.fromEntries(counts.sort(([, a], [, b]) => b - a));
}

const { values } = parseArgs({ options: { misses: { type: 'boolean', default: false } } });
const { files, hash } = await readKnowledgeFolder('knowledge');
const { kb } = readKnowledge(files);
if (kb === null) throw new Error('the shipped knowledge base has errors: run "keyturn check"');
const prepared = prepare(kb, hash);
const outcomes = readMessages(readFileSync(MESSAGES, 'utf8'), kb).map((each) => outcomeOf(prepared, each));
const misses = outcomes.map(({ miss }) => miss).filter((miss): miss is Miss => miss !== null);
const result = {
  ...figuresOf(outcomes),
  by: by(outcomes, ({ message }) => message.by),
  english: by(outcomes, ({ message }) => message.english),
  family: by(outcomes, ({ message }) => message.family),
  missesByKind: counted(misses.map(({ kind }) => kind)),
  ...(values.misses ? { misses } : {}),
};
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
