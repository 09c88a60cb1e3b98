/** The knowledge that is served. */

import type { Prepared } from '../core/prepare.ts';
import { loadPrepared } from '../storage/knowledge-base.ts';

/** What the server knows of its knowledge base. */
export interface ServedKnowledge {
  readonly prepared: Prepared;
  readonly title: string;
  readonly hash: string;
  readonly roleLabel: (role: string) => string;
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
  return { prepared, title, hash: prepared.hash, roleLabel: (role) => roles.get(role)?.label ?? role };
}
