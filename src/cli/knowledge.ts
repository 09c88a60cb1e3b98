/** Loads the knowledge that a command works with. */

import { join } from 'node:path';
import type { KnowledgeBase } from '../core/knowledge/model.ts';
import type { Prepared } from '../core/prepare.ts';
import * as storage from '../storage/knowledge-base.ts';
import { KnowledgeFolderError } from '../storage/knowledge-folder.ts';
import { BadInput } from './faults.ts';
import type { Streams } from './streams.ts';

/** What `respond` needs of a folder. Throws `BadInput` where it cannot be read or has errors. */
export async function loadPrepared(dir: string, env: Streams['env']): Promise<Prepared> {
  return await storage.loadPrepared(dir, cacheFolder(env)).catch(asBadInput);
}

/** A folder as its authors see it, too. Throws `BadInput` where it cannot be read or has errors. */
export async function loadKnowledge(dir: string): Promise<storage.LoadedKnowledge> {
  return await storage.loadKnowledge(dir).catch(asBadInput);
}

/** A folder as its authors see it, and its hash. Throws `BadInput` where it cannot be read or has errors. */
export async function readBase(dir: string): Promise<{ readonly kb: KnowledgeBase; readonly hash: string }> {
  return await storage.readBase(dir).catch(asBadInput);
}

/** What `respond` needs of a base that stands in no folder; the models that it trains are kept for the next time. */
export async function prepareBase(kb: KnowledgeBase, hash: string, env: Streams['env']): Promise<Prepared> {
  return await storage.prepareWithModels(kb, hash, cacheFolder(env));
}

/**
 * Where prepared knowledge is kept between commands: the user's own cache, which nobody else can write to, as the
 * XDG Base Directory Specification and Windows name it. Null: the user has none.
 */
function cacheFolder(env: Streams['env']): string | null {
  const home = env.HOME ?? '';
  const caches = [env.XDG_CACHE_HOME ?? '', env.LOCALAPPDATA ?? '', home === '' ? '' : join(home, '.cache')];
  const cache = caches.find((folder) => folder !== '');
  return cache === undefined ? null : join(cache, 'keyturn');
}

function asBadInput(error: unknown): never {
  if (error instanceof KnowledgeFolderError) throw new BadInput(`${error.message}.`);
  throw error;
}
