/** Prepared knowledge kept on disk, so that a start need not read and prepare an unchanged base again. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Prepared } from '../core/prepare.ts';

/** What a kept base depends on: another knowledge base, program or engine makes another one. */
export interface CacheKey {
  /** Of the files: `KnowledgeFolder.hash`. */
  readonly knowledgeHash: string;
  /** Changes with every change of the program: `programVersion`. */
  readonly programVersion: string;
}

/** Ends the name of every file that is ours. */
const SUFFIX = '.prepared';

/**
 * How many bases are kept. Range from 1; one is in use, the others are for going back to a former knowledge base
 * or program without a slow start. More only takes room: a base of 10,000 problems is some 50 MB.
 */
const KEPT = 4;

/** Length of a SHA-256, in bytes. */
const DIGEST_BYTES = 32;

/**
 * The prepared knowledge of a key: from the folder where a whole entry is kept there, otherwise from `build`, and
 * then kept. An entry that is cut off, altered, or of another program is built anew without a word; so is one in a
 * folder that cannot be written, only that nothing is kept then.
 * @throws what `build` throws
 */
export async function cachedPrepared(
  folder: string,
  key: CacheKey,
  build: () => Prepared | Promise<Prepared>,
): Promise<Prepared> {
  const name = nameOf(key);
  const kept = await keptIn(join(folder, name), key);
  if (kept !== null) return kept;
  const built = await build();
  await keep(folder, name, built).catch(() => undefined);
  return built;
}

/**
 * Tells one state of the program from another: SHA-256 over the code of a folder, in hexadecimal. The version of
 * the package would do for releases, but not for whoever changes the code between them.
 */
export async function programVersion(codeFolder: string): Promise<string> {
  const names = (await readdir(codeFolder, { recursive: true }))
    .filter((name) => /(?<!\.d)\.[jt]s$/.test(name))
    .sort();
  const hash = createHash('sha256');
  // A start waits for this, and small files are read in a third of the time where nobody is asked to tell when.
  for (const name of names) hash.update(`${name}\n`).update(readFileSync(join(codeFolder, name)));
  return hash.digest('hex');
}

/** The key is in the name, so that an entry of another key is never even opened. */
function nameOf({ knowledgeHash, programVersion: version }: CacheKey): string {
  const parts = JSON.stringify([knowledgeHash, version, process.versions.v8, process.arch]);
  return `${createHash('sha256').update(parts).digest('hex')}${SUFFIX}`;
}

/** An entry is the digest of what follows it; what has that digest is what was written. Null: there is none. */
async function keptIn(path: string, key: CacheKey): Promise<Prepared | null> {
  try {
    const entry = await readFile(path);
    const content = entry.subarray(DIGEST_BYTES);
    if (!digestOf(content).equals(entry.subarray(0, DIGEST_BYTES))) return null;
    const prepared: Prepared = deserialize(content);
    return prepared.hash === key.knowledgeHash ? prepared : null;
  } catch {
    return null;
  }
}

/** Writes beside and renames, so that a reader, or the next start after a power cut, finds all of it or nothing. */
async function keep(folder: string, name: string, prepared: Prepared): Promise<void> {
  await mkdir(folder, { recursive: true });
  const content = serialize(prepared);
  const beside = join(folder, `${name}.${process.pid}.part`);
  try {
    await writeFile(beside, Buffer.concat([digestOf(content), content]), { mode: 0o600 });
    await rename(beside, join(folder, name));
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await forgetOld(folder);
}

function digestOf(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}

/** Leaves the newest entries. */
async function forgetOld(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(SUFFIX));
  const dated = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })),
  );
  const old = dated.sort((a, b) => b.at - a.at).slice(KEPT);
  await Promise.all(old.map(({ name }) => rm(join(folder, name), { force: true })));
}
