/** The knowledge that is served: read, checked, prepared. */

import { readKnowledge } from '../core/knowledge/parse.ts';
import { type Prepared, prepare } from '../core/prepare.ts';
import { readKnowledgeFolder } from '../storage/knowledge-folder.ts';

/** What the server knows of its knowledge base. */
export interface ServedKnowledge {
  readonly prepared: Prepared;
  readonly title: string;
  readonly hash: string;
  readonly roleLabel: (role: string) => string;
}

/** Rejects, with what to do, where the folder cannot be read or has errors. */
export async function loadKnowledge(folder: string): Promise<ServedKnowledge> {
  const { files, hash } = await readKnowledgeFolder(folder);
  const { kb, complaints } = readKnowledge(files);
  if (kb === null) {
    const errors = complaints.filter((complaint) => complaint.severity === 'error').length;
    throw new Error(
      `The knowledge base ${folder} has ${errors} errors; "keyturn check ${folder}" shows them.`,
    );
  }
  return served(prepare(kb, hash));
}

/** Knowledge as it is served. */
export function served(prepared: Prepared): ServedKnowledge {
  const { title, roles } = prepared.dialogue;
  return { prepared, title, hash: prepared.hash, roleLabel: (role) => roles.get(role)?.label ?? role };
}
