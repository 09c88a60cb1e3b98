/** A responder on a thread of its own is a responder like any other, and outlives its thread. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// The threads run our sources by it, and its native code does not survive that the last thread with it ends.
import '@swc/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/server/knowledge.ts';
import type { KnowingResponder } from '../../src/server/open-bot.ts';
import { openResponderOnThread, RESPONDER } from '../../src/server/thread/responder-outside.ts';
import type { ResponderData } from '../../src/server/thread/responder-thread.ts';
import type { TinyThread } from './tiny-thread.ts';

/** Starting a thread takes a second or two while everything else runs. */
const PATIENCE = { timeout: 30_000 };

let lines: { readonly level: string; readonly fields: object; readonly message: string }[];
beforeEach(() => {
  lines = [];
});

const note = (level: string) => (fields: object, message: string) =>
  void lines.push({ level, fields, message });
const log = { info: note('info'), warn: note('warn'), error: note('error') };

/** Opens a thread that runs one of our programs as it was written. */
const open = (program: URL, data: object): Promise<KnowingResponder> =>
  openResponderOnThread({
    program: new URL('./typescript-thread.mjs', import.meta.url),
    data: { ...data, program: program.href },
    log,
  });

const openTiny = (change: Partial<TinyThread> = {}): Promise<KnowingResponder> =>
  open(new URL('./tiny-thread.ts', import.meta.url), { broken: false, ...change });

describe('a responder on a thread', () => {
  let responder: KnowingResponder;
  let state: string | null;
  beforeEach(async () => {
    state = null;
    responder = await openTiny();
  });
  afterEach(() => responder.close());

  /** Says this where the conversation stands, and what is said back. */
  async function say(text: string): Promise<readonly string[]> {
    const answer = await responder.respond({
      state,
      locale: 'en',
      turn: { kind: 'said', id: text, at: 0, text, messageId: text, attachments: 0 },
    });
    state = answer.state;
    return answer.replies.map((reply) => reply.text);
  }

  it('tells what everybody else needs of the knowledge', () => {
    expect(responder.knowledge).toEqual({
      title: 'Nothing',
      hash: '0'.repeat(64),
      roleLabels: new Map([['cashier', 'Cashier']]),
    });
  });

  it('answers from the state that it is given, whoever else is answered meanwhile', async () => {
    expect(await say('hello')).toEqual(['1: hello']);
    const before = state;
    expect(await Promise.all([say('one'), say('two')])).toEqual([['2: one'], ['2: two']]);
    state = before;
    expect(await say('three')).toEqual(['2: three']);
  });

  it('passes errors on by their names, and goes on', async () => {
    await expect(say('fail')).rejects.toMatchObject({ name: 'RangeError', message: 'no answer' });
    expect(await say('hello')).toEqual(['1: hello']);
  });

  it('says which state it cannot read, and quotes nothing of it', async () => {
    state = 'my secret {';
    await expect(say('hello')).rejects.toMatchObject({
      name: 'UnreadableState',
      message: expect.not.stringContaining('secret'),
    });
    state = '{"version":7}';
    await expect(say('hello')).rejects.toMatchObject({ name: 'UnknownStateVersion' });
  });

  it('comes back where its thread dies, and gives up a turn that killed two threads', async () => {
    expect(await say('hello')).toEqual(['1: hello']);
    await expect(say('die')).rejects.toThrow('has ended');
    expect(await say('again')).toEqual(['2: again']);
  });

  it('comes back after an accident between turns, which the log names', async () => {
    expect(await say('stumble')).toEqual(['1: stumble']);
    await expect
      .poll(() => lines.map(({ message }) => message), PATIENCE)
      .toContain('The thread that thinks was replaced.');
    expect(lines).toContainEqual({
      level: 'error',
      fields: { error: 'SyntaxError' },
      message: 'The thread that thinks failed.',
    });
    expect(await say('hello')).toEqual(['2: hello']);
  });
});

describe('opening', () => {
  it('rejects as reading the knowledge on this thread does', async () => {
    await expect(openTiny({ broken: true })).rejects.toThrow('the knowledge base has 3 errors');
    const folder = mkdtempSync(join(tmpdir(), 'keyturn-thread-'));
    const said = await loadKnowledge(folder, null).catch((error: Error) => error.message);
    const data: ResponderData = { knowledge: folder, cacheFolder: null };
    await expect(open(RESPONDER, data)).rejects.toThrow(String(said));
    rmSync(folder, { recursive: true });
  });
});
