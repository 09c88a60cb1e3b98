/** A bot on a thread of its own is a bot like any other, and outlives its thread. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// The threads run our sources by it, and its native code does not survive that the last thread with it ends.
import '@swc/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bot, Incoming } from '../../src/bot.ts';
import { DeliveryFailed, type OutboxItem } from '../../src/ports.ts';
import { readConfig } from '../../src/server/config.ts';
import type { OpenBot } from '../../src/server/open-bot.ts';
import { openConfigured } from '../../src/server/open-configured.ts';
import { CONFIGURED_BOT, openBotOnThread } from '../../src/server/thread/bot-outside.ts';
import type { TinyThread } from './tiny-thread.ts';

/** Starting a thread takes a second or two while everything else runs. */
const PATIENCE = { timeout: 30_000 };

let folder: string;
let lines: { readonly level: string; readonly fields: object; readonly message: string }[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-thread-'));
  lines = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const note = (level: string) => (fields: object, message: string) =>
  void lines.push({ level, fields, message });
const log = { info: note('info'), warn: note('warn'), error: note('error') };

/** Opens a thread that runs one of our programs as it was written. */
const open = (program: URL, data: object): Promise<OpenBot> =>
  openBotOnThread({
    program: new URL('./typescript-thread.mjs', import.meta.url),
    data: { ...data, program: program.href },
    log,
  });

const openTiny = (change: Partial<TinyThread> = {}): Promise<OpenBot> =>
  open(new URL('./tiny-thread.ts', import.meta.url), {
    file: join(folder, 'keyturn.db'),
    broken: false,
    ...change,
  });

const turn = (id: string, text: string, conversation = 'c'): Incoming => ({
  conversation,
  address: { channel: 'test', to: 'there' },
  locale: 'en',
  turn: { kind: 'said', id, at: Date.now(), text, messageId: id, attachments: 0 },
});

const words = async (answered: ReturnType<Bot['hear']>) =>
  (await answered).replies.map((reply) => reply.text);

describe('a bot on a thread', () => {
  let opened: OpenBot;
  let bot: Bot;
  let sent: OutboxItem[];
  let refusals: Error[];
  beforeEach(async () => {
    sent = [];
    refusals = [];
    opened = await openTiny();
    const send = async (item: OutboxItem) => {
      const refusal = refusals.shift();
      if (refusal !== undefined) throw refusal;
      sent.push(item);
    };
    bot = opened.connect([{ channel: 'test', send }]);
  });
  afterEach(async () => {
    await bot.stop();
    await opened.close();
  });

  it('tells what its channels need of the knowledge', () => {
    expect(opened.knowledge).toEqual({
      title: 'Nothing',
      hash: '0'.repeat(64),
      roleLabels: new Map([['cashier', 'Cashier']]),
    });
  });

  it('answers, and sends through the channels', async () => {
    expect(await words(bot.hear(turn('a', 'hello')))).toEqual(['1: hello']);
    expect(await bot.hear(turn('a', 'hello'))).toMatchObject({ repeated: true });
    await expect.poll(() => sent, PATIENCE).toMatchObject([{ id: 'c/a/0', reply: { text: '1: hello' } }]);
  });

  it('passes on what a channel says of trying again', async () => {
    refusals.push(
      new DeliveryFailed('full', { retryAfterMs: 5 }),
      new DeliveryFailed('gone', { permanent: true }),
    );
    await bot.hear(turn('a', 'hello'));
    await expect
      .poll(() => lines.map((line) => line.message), PATIENCE)
      .toEqual(['Not delivered; trying again.', 'Given up: this could not be delivered.']);
    expect(lines).toMatchObject([{ fields: { waitMs: 5, reason: 'full' } }, { level: 'error' }]);
  });

  it('passes errors on by their names, and goes on', async () => {
    await expect(bot.hear(turn('a', 'fail'))).rejects.toMatchObject({
      name: 'RangeError',
      message: 'no answer',
    });
    expect(await words(bot.hear(turn('b', 'complain')))).toEqual(['1: complain']);
    expect(lines).toEqual([{ level: 'warn', fields: { turn: 'b' }, message: 'A complaint.' }]);
  });

  it('comes back where its thread dies, and gives up a turn that killed two threads', async () => {
    expect(await words(bot.hear(turn('a', 'hello')))).toEqual(['1: hello']);
    await expect(bot.hear(turn('b', 'die'))).rejects.toThrow('has ended');
    expect(await words(bot.hear(turn('c', 'again')))).toEqual(['2: again']);
  });

  it('comes back after an accident between turns, which the log names', async () => {
    await opened.ping().catch(() => undefined);
    await expect
      .poll(() => lines, PATIENCE)
      .toContainEqual({
        level: 'error',
        fields: { error: 'SyntaxError' },
        message: 'The thread of the bot failed.',
      });
    expect(await words(bot.hear(turn('a', 'hello')))).toEqual(['1: hello']);
    expect(lines.at(-1)?.message).toBe('The thread of the bot was replaced.');
  });
});

describe('opening', () => {
  it('rejects as opening on this thread does', async () => {
    await expect(openTiny({ broken: true })).rejects.toThrow('the knowledge base has 3 errors');
    const { knowledge, storeFile } = readConfig({ knowledge: folder }, { KEYTURN_STORE: 'memory:' });
    const config = { knowledge, storeFile };
    const said = await openConfigured(config, log).catch((error: Error) => error.message);
    await expect(open(CONFIGURED_BOT, config)).rejects.toThrow(String(said));
  });
});
