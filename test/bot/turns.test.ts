/** What the shell promises of one turn: once, in order, all or nothing. */

import { describe, expect, it } from 'vitest';
import { newConversation, type UserTurn } from '../../src/core/conversation.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { gate } from '../gate.ts';
import { echo } from '../server/tiny-bot.ts';
import { repliesOf } from '../storage/store-contract.ts';
import { shell, textsOf } from './shell.ts';

const texts = (answered: { readonly replies: readonly { readonly text: string }[] }) =>
  answered.replies.map((reply) => reply.text);

describe('a turn', () => {
  it('is answered from the state that the last one left', async () => {
    const { say } = shell();
    expect(texts(await say('c', 'a', 'hello'))).toEqual(['1: hello']);
    expect(texts(await say('c', 'b', 'again'))).toEqual(['2: again']);
    expect(texts(await say('d', 'a', 'hello'))).toEqual(['1: hello']);
  });

  it('is kept as a history where clients read it themselves: what was said, masked as the core says, then each reply', async () => {
    const { bot, store } = shell({
      respond: (kb, state, turn) => ({
        ...echo(kb, state, turn),
        said: turn.kind === 'joined' ? '' : 'masked',
      }),
    });
    const of = { kind: 'question', id: 'q', turn: 1 } as const;
    const hear = (turn: UserTurn) =>
      bot.hear({ conversation: 'c', address: null, history: true, locale: 'en', turn });
    await hear({ kind: 'joined', id: 'j', at: 1 });
    await hear({ kind: 'said', id: 's', at: 2, text: 'PIN 1234', messageId: null, attachments: 0 });
    await hear({ kind: 'chose', id: 'p', at: 3, of, choice: 'a' });
    expect((await store.history('c', 0, 10)).map(({ line }) => line)).toEqual([
      { from: 'bot', id: 'c/j/0', reply: expect.objectContaining({ text: '1: joined' }) },
      { from: 'person', id: 's', text: 'masked', pressed: null },
      { from: 'bot', id: 'c/s/0', reply: expect.objectContaining({ kind: 'smalltalk' }) },
      { from: 'person', id: 'p', text: 'masked', pressed: { of, choice: 'a' } },
      { from: 'bot', id: 'c/p/0', reply: expect.objectContaining({ text: '3: chose' }) },
    ]);
  });

  it('leaves no history where nobody reads one', async () => {
    const { say, store } = shell();
    await say('c', 'a', 'hello');
    expect(await store.history('c', 0, 10)).toEqual([]);
  });

  it('is answered once where it comes five times at once', async () => {
    const { say, store } = shell();
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => say('c', 'a', 'hello', null)));
    expect(answers.map(texts)).toEqual(Array(5).fill(['1: hello']));
    expect(answers.filter((answer) => !answer.repeated)).toHaveLength(1);
    expect(await store.load('c')).toMatchObject({ version: 1 });
  });

  it('is answered once where two processes get it at the same time', async () => {
    const store = createMemoryStore();
    const [one, two] = [shell({ store }), shell({ store })];
    const answers = await Promise.all(
      [one, two, one, two, one].map((each) => each.say('c', 'a', 'hello', null)),
    );
    expect(answers.map(texts)).toEqual(Array(5).fill(['1: hello']));
    expect(answers.filter((answer) => !answer.repeated)).toHaveLength(1);
  });

  it('is answered anew where another process was faster', async () => {
    const store = createMemoryStore();
    const [one, two] = [shell({ store }), shell({ store })];
    await Promise.all(
      Array.from({ length: 40 }, (_, index) => (index % 2 ? one : two).say('c', `t${index}`)),
    );
    expect(await store.load('c')).toMatchObject({ version: 40, state: expect.stringContaining('"turn":40') });
  });

  it('is given up with an error where every commit is a conflict', async () => {
    const store = { ...createMemoryStore(), commit: async () => ({ kind: 'conflict' }) as const };
    await expect(shell({ store }).say('c', 'a')).rejects.toThrow('conflicting commits');
  });

  it('leaves nothing behind and harms no later turn where its answer throws', async () => {
    const { say, store } = shell({
      respond: (kb, state, turn) => {
        if (turn.id === 'bad') throw new Error('no');
        return echo(kb, state, turn);
      },
    });
    const results = await Promise.allSettled([say('c', 'a'), say('c', 'bad'), say('c', 'b')]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await store.load('c')).toMatchObject({ state: expect.stringContaining('"turn":2') });
    expect(await repliesOf(store, 'c', 'bad')).toBeNull();
  });

  it('of a state that a newer program wrote is refused, and the state stays', async () => {
    const store = createMemoryStore();
    const newer = JSON.stringify({ ...newConversation(), version: 7, turn: 5 });
    await store.commit({
      conversation: 'c',
      turnId: 'x',
      expectedVersion: 0,
      state: newer,
      replies: [],
      effects: [],
      address: null,
      at: 0,
    });
    await expect(shell({ store }).say('c', 'a')).rejects.toThrow('state version 7');
    expect(await store.load('c')).toEqual({ state: newer, version: 1 });
  });

  it('waits for the turn before it in its conversation, and for no other', async () => {
    const held = gate();
    const memory = createMemoryStore();
    const store = {
      ...memory,
      load: async (conversation: string) => {
        if (conversation === 'slow') await held.opened;
        return await memory.load(conversation);
      },
    };
    const { say, bot } = shell({ store });
    const slow = [say('slow', 'a'), say('slow', 'b')];
    expect(texts(await say('quick', 'a'))).toEqual(['1: a']);
    held.open();
    expect((await Promise.all(slow)).map(texts)).toEqual([['1: a'], ['2: b']]);
    await bot.stop();
    await expect(say('quick', 'late')).rejects.toThrow('shutting down');
  });

  it('of two senders who each wait for their answer comes in order, and so do the replies', async () => {
    const { say, sent, bot } = shell();
    const sender = async (name: string) => {
      for (let number = 0; number < 200; number++) await say('c', `${name}${number}`);
    };
    await Promise.all([sender('a'), sender('b')]);
    await expect.poll(() => sent.length).toBe(400);
    await bot.stop();
    const said = textsOf(sent).map((text) => text.split(': '));
    expect(said.map(([count]) => Number(count))).toEqual(
      Array.from({ length: 400 }, (_, index) => index + 1),
    );
    for (const name of ['a', 'b']) {
      const own = said.map(([, word = '']) => word).filter((word) => word.startsWith(name));
      expect(own).toEqual(Array.from({ length: 200 }, (_, index) => `${name}${index}`));
    }
  });
});
