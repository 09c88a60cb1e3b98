import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MAX_FILE_BYTES } from '../../src/core/knowledge/files.ts';
import { KnowledgeFolderError, readKnowledgeFolder } from '../../src/storage/knowledge-folder.ts';

let folder: string;

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'keyturn-')), 'base');
  await put({ 'families.yaml': 'f', 'problems/scale/a.yaml': 'a', 'steps/b.yaml': 'b' });
});

afterEach(() => rm(dirname(folder), { recursive: true }));

async function put(files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** Without the language of the shipped base, which a folder has that brings none. */
const filesRead = async () =>
  (await readKnowledgeFolder(folder)).files.filter(({ path }) => !path.startsWith('language/'));
const pathsRead = async () => (await filesRead()).map(({ path }) => path);
const hashRead = async () => (await readKnowledgeFolder(folder)).hash;

test('files are read with their paths, in order', async () => {
  const files = await filesRead();
  expect(files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)])).toEqual([
    ['families.yaml', 'f'],
    ['problems/scale/a.yaml', 'a'],
    ['steps/b.yaml', 'b'],
  ]);
});

test('a folder without a language has that of the shipped base, and its own where it brings one', async () => {
  const languageRead = async () =>
    (await readKnowledgeFolder(folder)).files.filter(({ path }) => path.startsWith('language/'));
  const shipped = await languageRead();
  expect(shipped.map(({ path }) => path)).toContain('language/en.yaml');
  expect(new TextDecoder().decode(shipped[0]?.bytes)).toContain('negations:');
  await put({ 'language/de.yaml': 'd' });
  expect((await languageRead()).map(({ path }) => path)).toEqual(['language/de.yaml']);
});

test('what is generated, hidden or for people is no part of the base', async () => {
  const before = await hashRead();
  await put({
    'schema/step.schema.json': '{}',
    'README.md': 'x',
    'steps/README.md': 'x',
    '.git/config': 'x',
    'steps/.b.yaml.swp': 'x',
  });
  expect(await pathsRead()).toEqual(['families.yaml', 'problems/scale/a.yaml', 'steps/b.yaml']);
  expect(await hashRead()).toBe(before);
});

test('what does not belong there is read, so that it can be complained of', async () => {
  await put({ 'steps/b.yml': 'x', 'notes.txt': 'x', 'problems/schema/c.yaml': 'x' });
  expect(await pathsRead()).toEqual(
    expect.arrayContaining(['steps/b.yml', 'notes.txt', 'problems/schema/c.yaml']),
  );
});

describe('the hash', () => {
  test('is the same for the same base in another place', async () => {
    const before = await hashRead();
    await rm(folder, { recursive: true });
    await put({ 'steps/b.yaml': 'b', 'problems/scale/a.yaml': 'a', 'families.yaml': 'f' });
    expect(await hashRead()).toBe(before);
    expect(before).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    { what: 'one letter', files: { 'steps/b.yaml': 'B' } },
    { what: 'another file', files: { 'steps/c.yaml': '' } },
    {
      what: 'a letter from one file to the next',
      files: { 'families.yaml': 'fa', 'problems/scale/a.yaml': '' },
    },
  ])('changes with $what', async ({ files }) => {
    const before = await hashRead();
    await put(files as Record<string, string>);
    expect(await hashRead()).not.toBe(before);
  });
});

test('of a huge file only so much is read that it can be refused', async () => {
  await truncate(join(folder, 'steps/b.yaml'), 3 * MAX_FILE_BYTES);
  const { files } = await readKnowledgeFolder(folder);
  expect(files.find(({ path }) => path === 'steps/b.yaml')!.bytes).toHaveLength(MAX_FILE_BYTES + 1);
});

test('a link to a file of the same folder is that file', async () => {
  await symlink('b.yaml', join(folder, 'steps/c.yaml'));
  const { files } = await readKnowledgeFolder(folder);
  expect(new TextDecoder().decode(files.find(({ path }) => path === 'steps/c.yaml')!.bytes)).toBe('b');
});

describe('refused, with what to do', () => {
  test.each([
    {
      what: 'a missing folder',
      make: async () => rm(folder, { recursive: true }),
      says: /there is no folder/,
    },
    {
      what: 'a file instead of a folder',
      make: async () => {
        await rm(folder, { recursive: true });
        await writeFile(folder, '');
      },
      says: /is not a folder/,
    },
    {
      what: 'a link that leads out',
      make: async () => {
        await writeFile(join(folder, '../secret'), 's');
        await symlink('../../secret', join(folder, 'steps/s.yaml'));
      },
      says: /steps\/s\.yaml is a link that leads out of the folder: copy the file instead/,
    },
    {
      what: 'a link to a folder beside it whose name begins alike',
      make: async () => {
        await mkdir(`${folder}-2`);
        await writeFile(`${folder}-2/s`, 's');
        await symlink('../../base-2/s', join(folder, 'steps/s.yaml'));
      },
      says: /leads out of the folder/,
    },
    {
      what: 'a link to nothing',
      make: () => symlink('none', join(folder, 'steps/s.yaml')),
      says: /leads to no file/,
    },
    {
      what: 'a link in a circle',
      make: () => symlink('..', join(folder, 'steps/up')),
      says: /leads to no file/,
    },
    {
      what: 'a pipe, which would be waited for',
      make: async () => {
        execFileSync('mkfifo', [join(folder, 'steps/p.yaml')]);
      },
      says: /neither a file nor a folder/,
    },
  ])('$what', async ({ make, says }) => {
    await make();
    const read = readKnowledgeFolder(folder);
    await expect(read).rejects.toThrow(KnowledgeFolderError);
    await expect(read).rejects.toThrow(says);
  });
});
