/** Trained models kept on disk, each by what taught it, so that a base is trained once and an edit trains what it changed. */

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { Model } from '../core/classifier/model.ts';
import type { ModelShelf } from '../core/language/reading/heads.ts';

/** Models in memory, and the way back to the disk. */
export interface OpenShelf {
  readonly shelf: ModelShelf;
  /** Keeps what was trained since it was opened; where the folder cannot be written, nothing is kept. */
  save(): Promise<void>;
}

/** Ends the name of every file that is ours. */
const SUFFIX = '.model';

/** Most models that are kept. Range from 100, three times what one base has; the oldest go first. */
const KEPT = 400;

/** The top of the checkout or the installation, from `src/storage` and from `dist/storage` alike. */
const TOP = fileURLToPath(new URL('../..', import.meta.url));

/** Where the models of the shipped base are kept: the build trains them. */
export const BUILT_MODELS = join(TOP, 'dist', 'models');

/** What trains: another classifier makes other models of the same examples. */
const TRAINER = [
  'core/classifier',
  'core/language/words.ts',
  'core/language/tokens.ts',
  'core/language/english.ts',
];

/** Opens a folder; one that is missing is an empty one. An entry that cannot be read is trained anew. */
export async function openModelShelf(folder: string = BUILT_MODELS): Promise<OpenShelf> {
  const own = join(folder, await trainerVersion());
  const names = (await readdir(own).catch(() => [])).filter((name) => name.endsWith(SUFFIX));
  const read = await Promise.all(
    names.map(async (name) => [keyOf(name), await modelIn(join(own, name))] as const),
  );
  const shelf: ModelShelf = new Map();
  for (const [key, model] of read) if (model !== null) shelf.set(key, model);
  const before = new Set(shelf.keys());
  return {
    shelf,
    async save() {
      const fresh = [...shelf].filter(([key]) => !before.has(key));
      if (fresh.length === 0) return;
      await keep(own, fresh).catch(() => undefined);
      for (const [key] of fresh) before.add(key);
    },
  };
}

const keyOf = (name: string): string => name.slice(0, -SUFFIX.length);

async function modelIn(path: string): Promise<Model | null> {
  try {
    const model: Model = deserialize(await readFile(path));
    return model;
  } catch {
    return null;
  }
}

/** Writes beside and renames, so that another process finds all of a model or nothing. */
async function keep(folder: string, models: readonly (readonly [string, Model])[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [key, model] of models) {
    const beside = join(folder, `${key}.${process.pid}.part`);
    await writeFile(beside, serialize(model), { mode: 0o600 });
    await rename(beside, join(folder, key + SUFFIX));
  }
  await forgetOld(folder);
}

async function forgetOld(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(SUFFIX));
  if (names.length <= KEPT) return;
  const dated = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })),
  );
  const old = dated.sort((a, b) => b.at - a.at).slice(KEPT);
  await Promise.all(old.map(({ name }) => rm(join(folder, name), { force: true })));
}

/** Where the build writes which trainer made its models, for an installation without the sources. */
const VERSION = join(BUILT_MODELS, 'trainer');

async function trainerVersion(): Promise<string> {
  const sources = join(TOP, 'src');
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
