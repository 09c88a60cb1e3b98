/** Loads the knowledge that a command works with. */

import type { KnowledgeBase } from '../core/knowledge/model.ts';
import { readKnowledge } from '../core/knowledge/parse.ts';
import { type Prepared, prepare } from '../core/prepare.ts';
import { KnowledgeFolderError, readKnowledgeFolder } from '../storage/knowledge-folder.ts';
import { BadInput } from './faults.ts';

/** A knowledge base, as its authors see it and as `respond` needs it. */
export interface LoadedKnowledge {
  readonly kb: KnowledgeBase;
  readonly prepared: Prepared;
}

/** What `respond` needs of a folder. Throws `BadInput` where it cannot be read or has errors. */
export async function loadPrepared(dir: string): Promise<Prepared> {
  return (await loadKnowledge(dir)).prepared;
}

/** Reads and prepares a folder. Throws `BadInput` where it cannot be read or has errors. */
export async function loadKnowledge(dir: string): Promise<LoadedKnowledge> {
  const { files, hash } = await readKnowledgeFolder(dir).catch((error: unknown) => {
    if (error instanceof KnowledgeFolderError)
      throw new BadInput(`${error.message}; --knowledge must name a knowledge base.`);
    throw error;
  });
  const { kb, complaints } = readKnowledge(files);
  if (kb !== null) return { kb, prepared: prepare(kb, hash) };
  const errors = complaints.filter((complaint) => complaint.severity === 'error').length;
  const count = `${errors} ${errors === 1 ? 'error' : 'errors'}`;
  throw new BadInput(`the knowledge base ${dir} has ${count}: run "keyturn check ${dir}".`);
}
