/** A knowledge base from its folder, ready to answer with. */

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { KnowledgeBase } from '../core/knowledge/model.ts';
import type { Prepared } from '../core/prepare.ts';
import { type KnowledgeFolder, KnowledgeRefused, readKnowledgeFolder } from './knowledge-folder.ts';
import { openModelShelf } from './model-shelf.ts';
import { cachedPrepared, programVersion } from './prepared-cache.ts';

/** A knowledge base, as its authors see it and as `respond` needs it. */
export interface LoadedKnowledge {
  readonly kb: KnowledgeBase;
  readonly prepared: Prepared;
}

/** The code that prepares knowledge: what it makes is kept for as long as it stays the same. */
const CORE = fileURLToPath(new URL('../core', import.meta.url));

/**
 * Reads and prepares a folder.
 * @throws KnowledgeFolderError where it cannot be read; KnowledgeRefused where it has errors
 */
export async function loadKnowledge(folder: string): Promise<LoadedKnowledge> {
  return await made(folder, await readKnowledgeFolder(folder), null);
}

/**
 * What `respond` needs of a folder: what an earlier call kept in `cacheFolder`, where nothing has changed since.
 * @param cacheFolder null: nothing is kept
 * @throws KnowledgeFolderError where the folder cannot be read; KnowledgeRefused where it has errors
 */
export async function loadPrepared(folder: string, cacheFolder: string | null): Promise<Prepared> {
  return await prepareFolder(folder, await readKnowledgeFolder(folder), cacheFolder);
}

/**
 * The same of a folder that was read already.
 * @throws KnowledgeRefused
 */
export async function prepareFolder(
  folder: string,
  read: KnowledgeFolder,
  cacheFolder: string | null,
): Promise<Prepared> {
  const build = async (): Promise<Prepared> => (await made(folder, read, cacheFolder)).prepared;
  if (cacheFolder === null) return await build();
  const key = { knowledgeHash: read.hash, programVersion: await programVersion(CORE) };
  return await cachedPrepared(cacheFolder, key, build);
}

/** Models are kept beside what else is; `cacheFolder` null: beside those that the build trained. */
async function made(
  folder: string,
  read: KnowledgeFolder,
  cacheFolder: string | null,
): Promise<LoadedKnowledge> {
  const kb = await parsed(folder, read);
  return { kb, prepared: await prepareWithModels(kb, read.hash, cacheFolder) };
}

/**
 * A folder as its authors see it, and the hash of its files, where nobody answers with it as it stands.
 * @throws KnowledgeFolderError where it cannot be read; KnowledgeRefused where it has errors
 */
export async function readBase(
  folder: string,
): Promise<{ readonly kb: KnowledgeBase; readonly hash: string }> {
  const read = await readKnowledgeFolder(folder);
  return { kb: await parsed(folder, read), hash: read.hash };
}

async function parsed(folder: string, { files }: KnowledgeFolder): Promise<KnowledgeBase> {
  // What reads and prepares a base takes longer to load than a prepared one.
  const { formatComplaint, readKnowledge } = await import('../core/knowledge/parse.ts');
  const { kb, complaints } = readKnowledge(files);
  if (kb !== null) return kb;
  throw new KnowledgeRefused(
    folder,
    complaints
      .filter(({ severity }) => severity === 'error')
      // Without the line of the file and the caret: lines are kept apart here.
      .map((complaint) => formatComplaint({ ...complaint, source: '' }, '')),
  );
}

/** What `respond` needs of a base; models that were trained before are taken from disk, and new ones kept there. */
export async function prepareWithModels(
  kb: KnowledgeBase,
  hash: string,
  cacheFolder: string | null = null,
): Promise<Prepared> {
  const { prepare } = await import('../core/prepare.ts');
  const models = await openModelShelf(cacheFolder === null ? undefined : join(cacheFolder, 'models'));
  const prepared = prepare(kb, hash, models.shelf);
  await models.save();
  return prepared;
}
