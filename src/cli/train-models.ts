/** Trains what reads messages for the shipped base, so that no start waits for it. `npm run build` runs it. */

import { readKnowledge } from '../core/knowledge/parse.ts';
import { grammarOf } from '../core/language/grammar.ts';
import { learnHeads } from '../core/language/reading/heads.ts';
import { lessonsOf } from '../core/language/reading/lessons.ts';
import { readKnowledgeFolder } from '../storage/knowledge-folder.ts';
import { noteTrainer, openModelShelf } from '../storage/model-shelf.ts';

const { shelf, save } = await openModelShelf();
const { kb } = readKnowledge((await readKnowledgeFolder('knowledge')).files);
// A base with errors is what `keyturn check` tells of; the build goes on without models.
if (kb !== null) {
  learnHeads(grammarOf(kb.language).stems, lessonsOf(kb), shelf);
  await save();
}
await noteTrainer();
