/**
 * `npm run --silent bench:words [-- --people N] [-- --role ROLE]`: conversations in words with the shipped base. Each
 * person opens with an example message, answers in example replies and tells the outcome in example turns, all of a fold
 * of five that the reader was not taught. Buttons are never pressed. One JSON object out: figures of truthful people, and
 * of those who forget, are mistaken, or say little or much.
 */

import { parseArgs } from 'node:util';
import { readKnowledge } from '../../src/core/knowledge/parse.ts';
import { openingsOf } from '../../src/simulate/words/cast.ts';
import { wordsReport } from '../../src/simulate/words/figures.ts';
import { withoutFold } from '../../src/simulate/words/hold-out.ts';
import { MANNERS, type Manner } from '../../src/simulate/words/manner.ts';
import { wordsPerson } from '../../src/simulate/words/person.ts';
import { type Talk, talk } from '../../src/simulate/words/talk.ts';
import { prepareWithModels } from '../../src/storage/knowledge-base.ts';
import { readKnowledgeFolder } from '../../src/storage/knowledge-folder.ts';

const FOLDS = 5;

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '400' },
    role: { type: 'string', default: 'technician' },
  },
});

const { files, hash } = await readKnowledgeFolder('knowledge');
const { kb } = readKnowledge(files);
if (kb === null) throw new Error('the shipped knowledge base has errors: run "keyturn check"');
const role = kb.roles.find(({ id }) => id === values.role);
if (role === undefined) throw new Error(`the base has no role "${values.role}"`);
const { taught, held } = withoutFold(kb, FOLDS, 0);
const prepared = await prepareWithModels(taught, hash);
const played = (manner: Manner): readonly Talk[] =>
  openingsOf(kb, held, role, Number(values.people), manner).map((opening) =>
    talk(prepared, wordsPerson(kb, held, opening), opening.sufferer),
  );
const others = MANNERS.filter((manner) => manner !== 'truthful').map((manner) => {
  const { byFamily: _, ...figures } = wordsReport(played(manner));
  return [manner, figures] as const;
});
const report = { ...wordsReport(played('truthful')), byManner: Object.fromEntries(others) };
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
