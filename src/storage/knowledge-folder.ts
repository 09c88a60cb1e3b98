/** A knowledge folder on a disk. */

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type FileHandle, open, readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { type KnowledgeFile, MAX_FILE_BYTES, MAX_FILES } from '../core/knowledge/files.ts';
import { PROGRAM_FOLDER } from './program-folder.ts';

/** A folder that cannot be read as a knowledge base at all; the message is for whoever named it. */
export class KnowledgeFolderError extends Error {
  override readonly name: string = 'KnowledgeFolderError';
}

/** A knowledge base with errors in it: nothing can be answered with it. */
export class KnowledgeRefused extends KnowledgeFolderError {
  override readonly name = 'KnowledgeRefused';
  /** One line for each error: `path:line:col CODE what is wrong: what to do`. */
  readonly errors: readonly string[];

  constructor(folder: string, errors: readonly string[]) {
    const count = `${errors.length} ${errors.length === 1 ? 'error' : 'errors'}`;
    super(`the knowledge base ${folder} has ${count}: run "keyturn check ${folder}"`);
    this.errors = errors;
  }
}

/** All that a knowledge base is made of. */
export interface KnowledgeFolder {
  /** By path. */
  readonly files: readonly KnowledgeFile[];
  /** SHA-256 over paths and bytes, in hexadecimal: the same base gives the same hash on every machine. */
  readonly hash: string;
}

/** How many files are open at once. More gains nothing on one disk; a shell allows 1,024. */
const OPEN_AT_ONCE = 32;

/** Generated, and written for people: no part of the base. */
const isIgnored = (name: string, folder: string): boolean =>
  name.startsWith('.') || name === 'README.md' || (folder === '' && name === 'schema');

/**
 * Reads a folder. Of a file that is too big only so much is read that the reader can tell. A folder that says nothing of
 * its language has that of the shipped base, so that secrets are masked whatever base is in use.
 * @throws KnowledgeFolderError where the folder is missing or empty, a link leads out of it, or something in it is no file.
 */
export async function readKnowledgeFolder(folder: string): Promise<KnowledgeFolder> {
  const root = await rootOf(folder);
  const paths = (await pathsIn(folder, root, '')).sort();
  if (paths.length === 0) throw new KnowledgeFolderError(`${folder} is empty`);
  const own = await filesAt(root, paths);
  const isOwnLanguage = paths.some((path) => path.startsWith(`${LANGUAGE}/`));
  const files = isOwnLanguage ? own : [...own, ...(await shippedLanguage())];
  return { files, hash: hashOf(files) };
}

/** The folder of what a base says of its language. */
const LANGUAGE = 'language';

/** Of the base that ships with the program; the build keeps a copy beside the program, for where no base is shipped. */
async function shippedLanguage(): Promise<readonly KnowledgeFile[]> {
  const shipped = join(PROGRAM_FOLDER, 'knowledge');
  const root = existsSync(join(shipped, LANGUAGE)) ? shipped : join(PROGRAM_FOLDER, 'dist');
  return await filesAt(root, (await pathsIn(root, root, LANGUAGE)).sort());
}

async function filesAt(root: string, paths: readonly string[]): Promise<readonly KnowledgeFile[]> {
  const files: KnowledgeFile[] = [];
  for (let at = 0; at < paths.length; at += OPEN_AT_ONCE) {
    const some = paths.slice(at, at + OPEN_AT_ONCE);
    files.push(
      ...(await Promise.all(some.map(async (path) => ({ path, bytes: await bytesOf(join(root, path)) })))),
    );
  }
  return files;
}

/**
 * Tells one state of a folder from another without reading its files: changes whenever one of them is written, comes,
 * goes or is replaced. Paths, sizes, times and file numbers; of no meaning beyond this machine.
 * @throws KnowledgeFolderError as `readKnowledgeFolder` does
 */
export async function stampOf(folder: string): Promise<string> {
  const root = await rootOf(folder);
  const paths = (await pathsIn(folder, root, '')).sort();
  const stamps = await Promise.all(
    paths.map(async (path) => {
      const { size, mtimeMs, ino } = await stat(join(root, path));
      return `${path}:${size}:${mtimeMs}:${ino}`;
    }),
  );
  return stamps.join('\n');
}

async function rootOf(folder: string): Promise<string> {
  const found = await stat(folder).catch(() => null);
  if (found === null) throw new KnowledgeFolderError(`there is no folder ${folder}`);
  if (!found.isDirectory()) throw new KnowledgeFolderError(`${folder} is not a folder`);
  return realpath(folder);
}

/** Paths of all files below `inner`, relative to the folder, with `/`. */
async function pathsIn(folder: string, root: string, inner: string): Promise<string[]> {
  const paths: string[] = [];
  for (const entry of await readdir(join(root, inner), { withFileTypes: true })) {
    if (isIgnored(entry.name, inner)) continue;
    const path = inner === '' ? entry.name : `${inner}/${entry.name}`;
    if (entry.isDirectory()) paths.push(...(await pathsIn(folder, root, path)));
    else if (entry.isFile()) paths.push(path);
    else if (entry.isSymbolicLink()) paths.push(await linkedFile(folder, root, path));
    else throw new KnowledgeFolderError(`${folder}/${path} is neither a file nor a folder: remove it`);
    if (paths.length > MAX_FILES)
      throw new KnowledgeFolderError(`${folder} has more than ${MAX_FILES} files: is it the right folder?`);
  }
  return paths;
}

/** A link is fine where it leads to a file of the same folder; a link to a folder could lead in a circle. */
async function linkedFile(folder: string, root: string, path: string): Promise<string> {
  const target = await realpath(join(root, path)).catch(() => null);
  const found = target === null ? null : await stat(target);
  if (target === null || !found?.isFile())
    throw new KnowledgeFolderError(`${folder}/${path} is a link that leads to no file: remove it`);
  if (!target.startsWith(root + sep))
    throw new KnowledgeFolderError(
      `${folder}/${path} is a link that leads out of the folder: copy the file instead`,
    );
  return path;
}

async function bytesOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    return await beginningOf(file);
  } finally {
    await file.close();
  }
}

/** The whole file, or one byte more than a file may have. */
async function beginningOf(file: FileHandle): Promise<Uint8Array> {
  const { size } = await file.stat();
  if (size <= MAX_FILE_BYTES) return file.readFile();
  const bytes = new Uint8Array(MAX_FILE_BYTES + 1);
  await file.read(bytes, 0, bytes.length, 0);
  return bytes;
}

/** Lengths stand before what they measure, so that no two sets of files run together to the same bytes. */
function hashOf(files: readonly KnowledgeFile[]): string {
  const hash = createHash('sha256');
  for (const { path, bytes } of files) hash.update(`${path.length}:${path}:${bytes.length}:`).update(bytes);
  return hash.digest('hex');
}
