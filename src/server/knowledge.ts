/** The knowledge that is served. */

import type { Sayings } from '../core/dialogue/slice.ts';
import type { Prepared } from '../core/prepare.ts';
import { prepareFolder } from '../storage/knowledge-base.ts';
import type { KnowledgeFolder } from '../storage/knowledge-folder.ts';

/** What everybody beside the core needs of a knowledge base. Plain data. */
export interface KnowledgeShown {
  readonly title: string;
  readonly hash: string;
  /** Role → what it is called. */
  readonly roleLabels: ReadonlyMap<string, string>;
  /** What a button says for the person who presses it. */
  readonly sayings: Sayings;
}

/** What is answered with. */
export interface ServedKnowledge extends KnowledgeShown {
  readonly prepared: Prepared;
}

/** A folder as it was read at one moment. */
export interface KnowledgeRead extends KnowledgeFolder {
  /** Where it lies, for whoever must mend it. */
  readonly folder: string;
}

/**
 * The knowledge that was read, or what an earlier start kept of it in `cacheFolder` (null: nothing is kept).
 * @throws KnowledgeRefused where it has errors
 */
export async function loadKnowledge(
  read: KnowledgeRead,
  cacheFolder: string | null,
): Promise<ServedKnowledge> {
  return served(await prepareFolder(read.folder, read, cacheFolder));
}

/** Knowledge as it is served. */
export function served(prepared: Prepared): ServedKnowledge {
  const { title, roles, sayings } = prepared.dialogue;
  const roleLabels = new Map([...roles].map(([id, role]) => [id, role.label]));
  return { prepared, title, hash: prepared.hash, roleLabels, sayings };
}
