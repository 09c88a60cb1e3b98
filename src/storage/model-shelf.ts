/** Trained models kept on disk, each by what taught it, so that a base is trained once and an edit trains what it changed. */

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, utimesSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { deflateRaw, inflateRawSync } from 'node:zlib';
import type { Model } from '../core/classifier/model.ts';
import type { ModelShelf } from '../core/language/reading/heads.ts';
import { PROGRAM_FOLDER } from './program-folder.ts';

/** Models as they are asked for, and the way back to the disk. */
export interface OpenShelf {
  readonly shelf: ModelShelf;
  /** Keeps what was trained since it was opened; where the folder cannot be written, nothing is kept. */
  save(): Promise<void>;
}

/** Ends the name of every file that is ours. */
const SUFFIX = '.model';

/** Zlib level of the files: 39 MB of models are 24 MB at 1, 23 MB at 6 for twice the time, and take .2 s to read. */
const LEVEL = 1;
const packed = promisify(deflateRaw);

/** Most models that are kept. Range from 200, more than one base has; those not used for the longest time go first. */
const KEPT = 400;

/** Where the models of the shipped base are kept: the build trains them. */
export const BUILT_MODELS = join(PROGRAM_FOLDER, 'dist', 'models');

/** What trains: another classifier makes other models of the same examples. */
const TRAINER = [
  'core/classifier',
  'core/language/tokens.ts',
  'core/language/spelling.ts',
  'core/language/stems.ts',
  'core/language/grammar.ts',
];

/**
 * Opens a folder, where what is trained is kept; one that is missing is an empty one. What it has not is looked for
 * among the models of the build, and what cannot be read is trained anew.
 */
export async function openModelShelf(folder: string = BUILT_MODELS): Promise<OpenShelf> {
  const version = await trainerVersion();
  const own = join(folder, version);
  const folders = [...new Set([own, join(BUILT_MODELS, version)])];
  const fresh = new Map<string, Model>();
  const saved = new Set<string>();
  return {
    shelf: {
      get: (key) => fresh.get(key) ?? keptModel(folders, key),
      set: (key, model) => void fresh.set(key, model),
    },
    async save() {
      const models = [...fresh].filter(([key]) => !saved.has(key));
      if (models.length === 0) return;
      await keep(own, models).catch(() => undefined);
      for (const [key] of models) saved.add(key);
    },
  };
}

function keptModel(folders: readonly string[], key: string): Model | undefined {
  for (const folder of folders) {
    const model = modelIn(join(folder, key + SUFFIX));
    if (model !== undefined) return model;
  }
  return undefined;
}

/** A model is read when a base is made ready, not with a message, so that the process may wait for the disk. */
function modelIn(path: string): Model | undefined {
  try {
    const model: Model = deserialize(inflateRawSync(readFileSync(path)));
    noteUse(path);
    return model;
  } catch {
    return undefined;
  }
}

/** The time of a file is that of its last use; in a folder that is read only none is dropped either. */
function noteUse(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {}
}

/** Writes beside and renames, so that another process finds all of a model or nothing. */
async function keep(folder: string, models: readonly (readonly [string, Model])[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [key, model] of models) {
    const beside = join(folder, `${key}.${process.pid}.part`);
    await writeFile(beside, await packed(serialize(model), { level: LEVEL }), { mode: 0o600 });
    await rename(beside, join(folder, key + SUFFIX));
  }
  await forgetUnused(folder);
}

async function forgetUnused(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(SUFFIX));
  if (names.length <= KEPT) return;
  const dated = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })),
  );
  const unused = dated.sort((a, b) => b.at - a.at).slice(KEPT);
  await Promise.all(unused.map(({ name }) => rm(join(folder, name), { force: true })));
}

/** Where the build writes which trainer made its models, for an installation without the sources. */
const VERSION = join(BUILT_MODELS, 'trainer');

async function trainerVersion(): Promise<string> {
  const sources = join(PROGRAM_FOLDER, 'src');
  if (!existsSync(join(sources, 'core', 'classifier')))
    return await readFile(VERSION, 'utf8').catch(() => 'unknown');
  const hash = createHash('sha256').update(process.versions.v8);
  for (const place of TRAINER) {
    const path = join(sources, place);
    const names = place.includes('.') ? [''] : (await readdir(path)).sort();
    for (const name of names) hash.update(name).update(await readFile(join(path, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

/** Notes which trainer made the models of the build. */
export async function noteTrainer(): Promise<void> {
  await mkdir(BUILT_MODELS, { recursive: true });
  await writeFile(VERSION, await trainerVersion());
}
