/** The bases that most tests are about: the small foreign one, on which the machinery must work too, and the shipped one. */

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { threadId } from 'node:worker_threads';
import type { GoldenConversation } from '../src/core/knowledge/model.ts';
import { readKnowledge } from '../src/core/knowledge/parse.ts';
import { type LoadedKnowledge, prepareWithModels } from '../src/storage/knowledge-base.ts';
import { type KnowledgeFolder, readKnowledgeFolder } from '../src/storage/knowledge-folder.ts';
import { programVersion } from '../src/storage/prepared-cache.ts';

/** Bases of this process by their folder: test files that it runs one after the other share them. */
const bases = new Map<string, Promise<TestedBase>>();

/** Where bases stay between processes, each of which would read and prepare them for some seconds. */
const KEPT = 'node_modules/.cache/keyturn/test-bases';

/** A base as its authors see it, as `respond` needs it, and the conversations that it must hold. */
interface TestedBase extends LoadedKnowledge {
  readonly conversations: readonly GoldenConversation[];
}

/** The coffee corner, read and prepared. */
export const foreignBase = () => sharedBase('test/foreign-knowledge');

/** The base that is shipped. */
export const shippedBase = () => sharedBase('knowledge');

function sharedBase(folder: string): Promise<TestedBase> {
  const base = bases.get(folder) ?? baseAt(folder);
  bases.set(folder, base);
  return base;
}

async function baseAt(folder: string): Promise<TestedBase> {
  const read = await readKnowledgeFolder(folder);
  const others = ['package-lock.json', 'test/foreign-base.ts'].map((path) => readFileSync(path, 'utf8'));
  const key = JSON.stringify([read.hash, await programVersion('src'), process.version, ...others]);
  return keptBase(folder, key) ?? keep(folder, key, await made(folder, read));
}

async function made(folder: string, { files, hash }: KnowledgeFolder): Promise<TestedBase> {
  const { kb, conversations, complaints } = readKnowledge(files);
  if (kb === null)
    throw new Error(
      `${folder}: ${complaints.map((c) => `${c.path}:${c.line} ${c.code} ${c.message}`).join('\n')}`,
    );
  return { kb, conversations, prepared: await prepareWithModels(kb, hash) };
}

/** Null: nothing is kept, or the base, the program, what it runs on or this file has changed since. */
function keptBase(folder: string, key: string): TestedBase | null {
  try {
    const kept = deserialize(readFileSync(join(KEPT, basename(folder))));
    return kept.key === key ? kept.base : null;
  } catch {
    return null;
  }
}

/** Writes beside and renames, so that a test file that runs meanwhile finds all of it or nothing. */
function keep(folder: string, key: string, base: TestedBase): TestedBase {
  mkdirSync(KEPT, { recursive: true });
  const beside = join(KEPT, `${basename(folder)}.${process.pid}.${threadId}`);
  writeFileSync(beside, serialize({ key, base }));
  renameSync(beside, join(KEPT, basename(folder)));
  return base;
}
