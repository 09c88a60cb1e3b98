import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Prepared } from '../../src/core/prepare.ts';
import { cachedPrepared, programVersion } from '../../src/storage/prepared-cache.ts';
import { foreignBase } from '../foreign-base.ts';

const { prepared } = await foreignBase();
const key = { knowledgeHash: prepared.hash, programVersion: 'one' };
let folder: string;
let built: number;

const build = (): Prepared => {
  built += 1;
  return prepared;
};

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'keyturn-')), 'cache');
  built = 0;
});

afterEach(() => rm(join(folder, '..'), { recursive: true }));

/** Changes the bytes of the only entry. */
async function spoil(change: (bytes: Buffer) => Uint8Array): Promise<void> {
  const [name = ''] = await readdir(folder);
  await writeFile(join(folder, name), change(await readFile(join(folder, name))));
}

test('what is kept is what was prepared', async () => {
  await cachedPrepared(folder, key, build);
  expect(await cachedPrepared(folder, key, build)).toEqual(prepared);
  expect(built).toBe(1);
});

test('another knowledge base or another program is prepared anew', async () => {
  await cachedPrepared(folder, key, build);
  await cachedPrepared(folder, { ...key, programVersion: 'two' }, build);
  await cachedPrepared(folder, { ...key, knowledgeHash: 'other' }, () => ({ ...build(), hash: 'other' }));
  expect(built).toBe(3);
});

describe('an entry that cannot be trusted is made anew without a word', () => {
  test.each([
    { what: 'cut off', change: (bytes: Buffer) => bytes.subarray(0, bytes.length - 1) },
    { what: 'empty', change: () => Buffer.alloc(0) },
    { what: 'shorter than its digest', change: (bytes: Buffer) => bytes.subarray(0, 10) },
    {
      what: 'altered by a bit',
      change: (bytes: Buffer) => {
        bytes[bytes.length >> 1]! ^= 1;
        return bytes;
      },
    },
    { what: 'something else altogether', change: () => Buffer.from('{"hash":"x"}') },
  ])('$what', async ({ change }) => {
    await cachedPrepared(folder, key, build);
    await spoil(change);
    expect(await cachedPrepared(folder, key, build)).toEqual(prepared);
    expect(built).toBe(2);
    await cachedPrepared(folder, key, build);
    expect(built, 'the new entry is kept').toBe(2);
  });

  test('of another base under this name', async () => {
    await cachedPrepared(folder, key, () => ({ ...prepared, hash: 'other' }));
    expect((await cachedPrepared(folder, key, build)).hash).toBe(prepared.hash);
  });
});

test('a folder that cannot be made costs time, not answers', async () => {
  await writeFile(folder, 'a file stands here');
  expect(await cachedPrepared(folder, key, build)).toBe(prepared);
});

test('a base with errors is not kept', async () => {
  const fail = () => {
    throw new Error('errors');
  };
  await expect(cachedPrepared(folder, key, fail)).rejects.toThrow('errors');
  expect(await readdir(folder).catch(() => [])).toEqual([]);
});

test('several starts at once all get it, and nothing half-written stays', async () => {
  const all = await Promise.all(Array.from({ length: 5 }, () => cachedPrepared(folder, key, build)));
  for (const one of all) expect(one).toEqual(prepared);
  expect(await readdir(folder)).toHaveLength(1);
});

test('old entries are forgotten', async () => {
  for (let i = 0; i < 7; i += 1) await cachedPrepared(folder, { ...key, programVersion: `${i}` }, build);
  expect(await readdir(folder)).toHaveLength(4);
});

test('the version of the program changes with its code, and with nothing else', async () => {
  await mkdir(join(folder, 'inner'), { recursive: true });
  await writeFile(join(folder, 'inner/a.js'), 'one');
  const first = await programVersion(folder);
  await writeFile(join(folder, 'notes.md'), 'x');
  expect(await programVersion(folder)).toBe(first);
  await writeFile(join(folder, 'inner/a.js'), 'two');
  expect(await programVersion(folder)).not.toBe(first);
});
