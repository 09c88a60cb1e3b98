/**
 * `npm run --silent bench:recognition [-- --misses]`: how well the shipped base takes the first messages of
 * `test/recognition/`, those that phrases are improved by (`development`) apart from those held out (`heldOut`). One JSON
 * object on stdout: shares in 0..1. With `--misses` also each message of the development half whose problem did not
 * come first; never one that is held out.
 */

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readKnowledge } from '../../src/core/knowledge/parse.ts';
import { prepare } from '../../src/core/prepare.ts';
import { readKnowledgeFolder } from '../../src/storage/knowledge-folder.ts';
import { outcomeOf, readMessages } from './blind-messages.ts';
import { figuresOf } from './recognised.ts';

const { values } = parseArgs({ options: { misses: { type: 'boolean', default: false } } });
const { files, hash } = await readKnowledgeFolder('knowledge');
const { kb } = readKnowledge(files);
if (kb === null) throw new Error('the shipped knowledge base has errors: run "keyturn check"');
const prepared = prepare(kb, hash);
const outcomes = (half: string) =>
  readMessages(readFileSync(`test/recognition/${half}.yaml`, 'utf8'), kb).map((each) =>
    outcomeOf(prepared, each),
  );

const development = outcomes('development');
const misses = development.flatMap(({ miss, message }) =>
  miss === null ? [] : [{ ...miss, text: message.text }],
);
const result = {
  development: figuresOf(development),
  heldOut: figuresOf(outcomes('held-out')),
  ...(values.misses ? { misses } : {}),
};
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
