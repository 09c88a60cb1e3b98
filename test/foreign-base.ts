/** The small foreign base: a coffee corner. The machinery must work on it as it does on the shipped one. */

import { readKnowledge } from '../src/core/knowledge/parse.ts';
import { prepareWithModels } from '../src/storage/knowledge-base.ts';
import { readKnowledgeFolder } from '../src/storage/knowledge-folder.ts';

/** The coffee corner, read and prepared. */
export const foreignBase = () => baseAt('test/foreign-knowledge');

/** The base that is shipped. */
export const shippedBase = () => baseAt('knowledge');

async function baseAt(folder: string) {
  const { files, hash } = await readKnowledgeFolder(folder);
  const { kb, complaints } = readKnowledge(files);
  if (kb === null)
    throw new Error(
      `${folder}: ${complaints.map((c) => `${c.path}:${c.line} ${c.code} ${c.message}`).join('\n')}`,
    );
  return { kb, prepared: await prepareWithModels(kb, hash) };
}
