/** A folder that is edited while the bot serves it: real files, a real thread, real HTTP. */

import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// The threads run our sources by it, and its native code does not survive that the last thread with it ends.
import '@swc/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/server/config.ts';
import { openBot } from '../../src/server/open-bot.ts';
import { type Serving, serve } from '../../src/server/serve.ts';
import { type LearningResponder, openResponderOnThread } from '../../src/server/thread/responder-outside.ts';
import { keepUpToDate, readFolder, type UpToDate } from '../../src/server/up-to-date.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { post } from '../end-to-end/processes.ts';
import { activity } from './tiny-bot.ts';

/** Starting a thread takes a second or two while everything else runs. */
const PATIENCE = { timeout: 30_000 };

let folder: string;
let serving: Serving;
let upToDate: UpToDate;
let lines: { readonly message: string; readonly fields: Readonly<Record<string, unknown>> }[];

beforeEach(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'keyturn-reload-')), 'knowledge');
  cpSync('test/foreign-knowledge', folder, { recursive: true });
  lines = [];
  const note = (fields: Readonly<Record<string, unknown>>, message: string) =>
    void lines.push({ fields, message });
  const log = { info: note, warn: note, error: note };
  const responder: LearningResponder = await openResponderOnThread(
    {
      program: new URL('./typescript-thread.mjs', import.meta.url),
      data: {
        program: new URL('../../src/server/thread/responder-thread.ts', import.meta.url).href,
        cacheFolder: null,
      },
      log,
    },
    readFolder(folder),
  );
  upToDate = keepUpToDate({ folder, responder, log, everyMs: 20 });
  serving = await serve({
    config: readConfig({ port: 0 }, {}),
    opened: openBot({ responder, store: createMemoryStore(), log }),
    refused: upToDate.refused,
    log,
  });
});
afterEach(async () => {
  await upToDate.stop();
  await serving.close();
  rmSync(join(folder, '..'), { recursive: true });
});

/** Saves a file as most editors do: written beside, then renamed. */
function edit(file: string, change: (text: string) => string): void {
  const path = join(folder, file);
  writeFileSync(`${path}.part`, change(readFileSync(path, 'utf8')));
  renameSync(`${path}.part`, path);
}

async function ready(): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${serving.url}/readyz`);
  return { status: response.status, body: await response.json() };
}

/** All that is said back, cards and all. */
const say = async (text: string) => JSON.stringify((await post(serving.url, activity({ text })))?.body);
const messages = () => lines.map(({ message }) => message);

describe('a knowledge folder that is edited while it is served', () => {
  it('is served as it has become, and conversations go on', async () => {
    const before = serving.knowledge.hash;
    expect(await say('no coffee comes out')).toContain('"kind":"question"');
    edit('messages/en.yaml', (text) => text.replace(/^( *thanks:).*$/m, "$1 'A new way to say it.'"));
    await expect.poll(() => serving.knowledge.hash, PATIENCE).not.toBe(before);
    expect(await say('thanks')).toContain('A new way to say it.');
    expect(await ready()).toMatchObject({
      status: 200,
      body: { status: 'ready', knowledge: { hash: serving.knowledge.hash }, refused: null },
    });
    await expect.poll(messages, PATIENCE).toContain('New knowledge is served.');
  });

  it('is not served where it has errors, which the log and /readyz name; mended, it is', async () => {
    const before = serving.knowledge.hash;
    const whole = readFileSync(join(folder, 'families.yaml'), 'utf8');
    edit('families.yaml', (text) => `${text}\nnonsense: [`);
    await expect.poll(() => upToDate.refused(), PATIENCE).not.toBeNull();
    const shown = await ready();
    expect(shown).toMatchObject({
      status: 200,
      body: {
        status: 'ready',
        knowledge: { hash: before },
        refused: { errors: [expect.stringMatching(/^families\.yaml:\d+:\d+ /)] },
      },
    });
    expect(JSON.stringify(shown.body)).not.toMatch(/\bat .*\.[jt]s:/);
    expect(await say('no coffee comes out')).toContain('"kind":"question"');
    edit('families.yaml', () => whole);
    await expect.poll(() => upToDate.refused(), PATIENCE).toBeNull();
    expect(serving.knowledge.hash).toBe(before);
    expect(messages()).toEqual([
      'New knowledge is not served; the bot goes on with what it has.',
      'The knowledge is again what is served.',
    ]);
  });

  it('is missed where it goes away, and found again', async () => {
    renameSync(folder, `${folder}-away`);
    await expect.poll(() => lines.at(-1)?.fields.why, PATIENCE).toBe(`there is no folder ${folder}`);
    expect(JSON.stringify(await ready())).not.toContain(folder);
    expect(await say('no coffee comes out')).toContain('"kind":"question"');
    renameSync(`${folder}-away`, folder);
    await expect.poll(() => upToDate.refused(), PATIENCE).toBeNull();
  });
});
