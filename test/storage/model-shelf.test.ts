import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { train } from '../../src/core/classifier/train.ts';
import { openModelShelf } from '../../src/storage/model-shelf.ts';

const MODEL = train([
  { text: 'the key does not turn', label: 'lock' },
  { text: 'the card is not read', label: 'reader' },
]);

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'keyturn-models-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

async function keep(folder: string, keys: readonly string[]): Promise<void> {
  const { shelf, save } = await openModelShelf(folder);
  for (const key of keys) shelf.set(key, MODEL);
  await save();
}

/** The folder of this trainer, below that of all models. */
async function ownFolder(folder: string): Promise<string> {
  return join(folder, (await readdir(folder))[0] ?? '');
}

describe('a shelf of models', () => {
  it('gives back what an earlier process trained', async () => {
    const folder = await emptyFolder();
    await keep(folder, ['one']);
    const { shelf } = await openModelShelf(folder);
    expect(shelf.get('one')).toEqual(MODEL);
    expect(shelf.get('two')).toBeUndefined();
  });

  it('trains anew what it cannot read', async () => {
    const folder = await emptyFolder();
    await keep(folder, ['one']);
    await writeFile(join(await ownFolder(folder), 'one.model'), 'half a mod');
    expect((await openModelShelf(folder)).shelf.get('one')).toBeUndefined();
  });

  it('keeps nothing, and fails nothing, where it cannot write', async () => {
    const file = join(await emptyFolder(), 'file');
    await writeFile(file, '');
    const { shelf, save } = await openModelShelf(file);
    shelf.set('one', MODEL);
    await save();
    expect(shelf.get('one')).toBe(MODEL);
  });

  it('drops of more than 400 models those that were not used for the longest time', async () => {
    const folder = await emptyFolder();
    await keep(folder, ['used', 'unused', ...Array.from({ length: 398 }, (_, at) => `later-${at}`)]);
    const own = await ownFolder(folder);
    for (const name of ['used', 'unused']) await utimes(join(own, `${name}.model`), 1, 1);
    const { shelf, save } = await openModelShelf(folder);
    shelf.get('used');
    shelf.set('newest', MODEL);
    await save();
    const names = await readdir(own);
    expect(names).toHaveLength(400);
    expect(names).toEqual(expect.arrayContaining(['used.model', 'newest.model']));
    expect(names).not.toContain('unused.model');
  });
});
