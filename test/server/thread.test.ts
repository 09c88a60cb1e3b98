/** A responder on a thread of its own is a responder like any other, and outlives its thread. */

// The threads run our sources by it, and its native code does not survive that the last thread with it ends.
import '@swc/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LearningResponder, openResponderOnThread } from '../../src/server/thread/responder-outside.ts';
import { nothingRead } from './tiny-bot.ts';

/** Starting a thread takes a second or two while everything else runs. */
const PATIENCE = { timeout: 30_000 };

let lines: { readonly level: string; readonly fields: object; readonly message: string }[];
beforeEach(() => {
  lines = [];
});

const note = (level: string) => (fields: object, message: string) =>
  void lines.push({ level, fields, message });
const log = { info: note('info'), warn: note('warn'), error: note('error') };

/** Opens a thread that runs the tiny program as it was written. */
const open = (folder = 'nowhere', stuckAfterMs = 5_000): Promise<LearningResponder> =>
  openResponderOnThread(
    {
      program: new URL('./typescript-thread.mjs', import.meta.url),
      data: { program: new URL('./tiny-thread.ts', import.meta.url).href },
      log,
      stuckAfterMs,
    },
    Promise.resolve({ ...nothingRead, folder }),
  );

describe('a responder on a thread', () => {
  let responder: LearningResponder;
  let state: string | null;
  beforeEach(async () => {
    state = null;
    responder = await open();
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
      sayings: { restart: 'start over', human: 'a human, please' },
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

  it('is ended where it broods over a turn for ever, and others are answered', async () => {
    const brooding = await open('nowhere', 100);
    const ask = (text: string) =>
      brooding.respond({
        state: null,
        locale: 'en',
        turn: { kind: 'said', id: text, at: 0, text, messageId: text, attachments: 0 },
      });
    await expect(ask('brood')).rejects.toThrow('has ended');
    expect((await ask('hello')).replies).toMatchObject([{ text: '1: hello' }]);
    const stuck = 'The thread that thinks is stuck; it is ended.';
    const told = lines.map(({ message }) => message);
    expect(told[0]).toBe(stuck);
    // One that takes long to end is not ended a second time.
    expect(told.filter((message, at) => message === stuck && told[at - 1] === stuck)).toEqual([]);
    await brooding.close();
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

  describe('that is to learn', () => {
    const newer = { ...nothingRead, hash: 'f'.repeat(64) };

    it('answers with what it has learned, and with what it knew what it was asked before', async () => {
      const asked = say('work');
      await responder.learn(newer);
      expect(responder.knowledge.hash).toBe(newer.hash);
      expect(await asked).toEqual(['1: work']);
      expect(await say('hello')).toEqual(['2: hello']);
    });

    it('keeps what it has where that is refused', async () => {
      await expect(responder.learn({ ...newer, folder: 'broken' })).rejects.toMatchObject({
        name: 'KnowledgeRefused',
        errors: ['a.yaml:1:1 K100 no'],
      });
      expect(responder.knowledge.hash).toBe(nothingRead.hash);
      expect(await say('hello')).toEqual(['1: hello']);
    });

    it('still has it after its thread died', async () => {
      await responder.learn(newer);
      await expect(say('die')).rejects.toThrow('has ended');
      expect(await say('hello')).toEqual(['1: hello']);
      expect(responder.knowledge.hash).toBe(newer.hash);
    });
  });
});

describe('opening', () => {
  it('says why the knowledge cannot be had', async () => {
    await expect(open('broken')).rejects.toThrow('the knowledge base broken has 1 error: run "keyturn check');
    await expect(open('fatal')).rejects.toMatchObject({ name: 'RangeError', message: 'no knowledge' });
  });
});
