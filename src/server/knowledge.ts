/** The knowledge that is served. */

import type { Prepared } from '../core/prepare.ts';
import { loadPrepared } from '../storage/knowledge-base.ts';

/** What everybody beside the core needs of a knowledge base. Plain data. */
export interface KnowledgeShown {
  readonly title: string;
  readonly hash: string;
  /** Role → what it is called. */
  readonly roleLabels: ReadonlyMap<string, string>;
}

/** What is answered with. */
export interface ServedKnowledge extends KnowledgeShown {
  readonly prepared: Prepared;
}

/**
 * The knowledge of a folder, or what an earlier start kept of it in `cacheFolder` (null: nothing is kept). Rejects,
 * with what to do, where the folder cannot be read or has errors.
 */
export async function loadKnowledge(folder: string, cacheFolder: string | null): Promise<ServedKnowledge> {
  return served(await loadPrepared(folder, cacheFolder));
}

/** Knowledge as it is served. */
export function served(prepared: Prepared): ServedKnowledge {
  const { title, roles } = prepared.dialogue;
  const roleLabels = new Map([...roles].map(([id, role]) => [id, role.label]));
  return { prepared, title, hash: prepared.hash, roleLabels };
}
