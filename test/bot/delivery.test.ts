/** What the shell promises of replies and effects: at least once, in order, and nobody waits for somebody else's trouble. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeliveryFailed, type OutboxItem } from '../../src/ports.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { gate } from '../gate.ts';
import { repliesOf } from '../storage/store-contract.ts';
import { shell, textsOf, withEffect } from './shell.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => void vi.useRealTimers());

/** Lets everything happen that is due now, and nothing later. */
const settle = () => vi.advanceTimersByTimeAsync(0);

/** A sender that fails so many times per reply. */
function failing(times: number, error: () => Error = () => new Error('down')) {
  const tries = new Map<string, number>();
  return async (item: OutboxItem) => {
    const before = tries.get(item.id) ?? 0;
    tries.set(item.id, before + 1);
    if (before < times) throw error();
  };
}

describe('a reply', () => {
  it('is sent after it was saved, and then waits no longer', async () => {
    const store = createMemoryStore();
    const { say, sent } = shell({
      store,
      send: async (item) => {
        expect(await repliesOf(store, 'c', 'a')).toEqual([item.reply]);
      },
    });
    await say('c', 'a');
    await settle();
    expect(sent).toMatchObject([{ id: 'c/a/0', conversation: 'c', reply: { text: '1: a' } }]);
    expect(await store.waiting()).toEqual([]);
  });

  it('is not sent to an outbox where the caller takes it', async () => {
    const { say, sent } = shell();
    await say('c', 'a', 'a', null);
    await settle();
    expect(sent).toEqual([]);
  });

  it('is tried again with the same id, each time after a longer wait, and later ones wait for it', async () => {
    const ids: string[] = [];
    const fail = failing(2);
    const { say, sent } = shell({
      limits: { firstRetryMs: 1_000 },
      send: async (item) => {
        ids.push(item.id);
        await fail(item);
      },
    });
    await say('c', 'a');
    await say('c', 'b');
    await settle();
    expect(ids).toEqual(['c/a/0']);
    // Waits are a fifth longer or shorter by chance: the first ends by 1,200 ms, the second 1,600 ms later at the earliest.
    await vi.advanceTimersByTimeAsync(1_200);
    expect(ids).toEqual(['c/a/0', 'c/a/0']);
    await vi.advanceTimersByTimeAsync(1_100);
    expect(ids).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(textsOf(sent)).toEqual(['1: a', '2: b']);
    expect(ids.slice(0, 3)).toEqual(['c/a/0', 'c/a/0', 'c/a/0']);
  });

  it('waits as long as its receiver asks for', async () => {
    const { say, sent } = shell({
      send: failing(1, () => new DeliveryFailed('busy', { retryAfterMs: 30_000 })),
    });
    await say('c', 'a');
    await vi.advanceTimersByTimeAsync(29_900);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(sent).toHaveLength(1);
  });

  it('is given up with an error in the log when it is a day old, and the next one goes out', async () => {
    const { say, sent, log, store } = shell({
      send: async (item) => {
        if (item.id === 'c/a/0') throw new Error('down');
      },
    });
    await say('c', 'a');
    await say('c', 'b');
    await vi.advanceTimersByTimeAsync(23 * 60 * 60_000);
    expect([sent, log.filter((line) => line.level === 'error')]).toEqual([[], []]);
    await vi.advanceTimersByTimeAsync(2 * 60 * 60_000);
    expect(textsOf(sent)).toEqual(['2: b']);
    expect(log.filter((line) => line.level === 'error')).toMatchObject([{ fields: { id: 'c/a/0' } }]);
    expect(await store.waiting()).toEqual([]);
  });

  it('is given up at once where it can never arrive', async () => {
    const { say, sent, log } = shell({
      send: failing(1, () => new DeliveryFailed('gone', { permanent: true })),
    });
    await say('c', 'a');
    await settle();
    expect(sent).toEqual([]);
    expect(log).toMatchObject([{ level: 'error', fields: { id: 'c/a/0', reason: 'gone' } }]);
  });

  it('of a conversation that cannot be reached holds up no other', async () => {
    const { say, sent } = shell({
      limits: { concurrency: 1 },
      send: async (item) => {
        if (item.conversation === 'broken') throw new Error('down');
      },
    });
    await say('broken', 'a');
    for (const conversation of ['c', 'd', 'e']) await say(conversation, 'a');
    await settle();
    expect(sent.map((item) => item.conversation)).toEqual(['c', 'd', 'e']);
  });

  it('goes to at most so many conversations at once', async () => {
    const held = gate();
    let now = 0;
    let most = 0;
    const { say, sent } = shell({
      limits: { concurrency: 3 },
      send: async () => {
        most = Math.max(most, ++now);
        await held.opened;
        now--;
      },
    });
    await Promise.all(Array.from({ length: 10 }, (_, index) => say(`c${index}`, 'a')));
    await settle();
    held.open();
    await settle();
    expect([most, sent.length]).toEqual([3, 10]);
  });

  it('never reaches the log with its words', async () => {
    const { say, log } = shell({ send: failing(1, () => new Error('could not send "my PIN is 4711"')) });
    await say('c', 'a', 'my PIN is 4711');
    await settle();
    expect(log).toHaveLength(1);
    expect(JSON.stringify(log)).not.toContain('4711');
  });
});

describe('after a restart', () => {
  it('what waits goes out, in order', async () => {
    const store = createMemoryStore();
    const before = shell({ store, send: failing(1_000) });
    await before.say('c', 'a');
    await before.say('c', 'b');
    await settle();
    await before.bot.stop();
    const after = shell({ store });
    await after.bot.resume();
    await settle();
    expect(textsOf(after.sent)).toEqual(['1: a', '2: b']);
  });

  it('what a process that died was sending goes out once its time is over', async () => {
    const store = createMemoryStore();
    const dead = shell({ store, send: () => new Promise(() => {}) });
    await dead.say('c', 'a');
    await settle();
    const after = shell({ store });
    await after.bot.resume();
    await vi.advanceTimersByTimeAsync(19_000);
    expect(after.sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(after.sent.map((item) => item.id)).toEqual(['c/a/0']);
  });

  it('what a process that stopped was sending in vain goes out at once', async () => {
    const store = createMemoryStore();
    const stopped = shell({ store, send: () => new Promise(() => {}), limits: { stopMs: 2_000 } });
    await stopped.say('c', 'a');
    await settle();
    const stop = stopped.bot.stop();
    await vi.advanceTimersByTimeAsync(2_000);
    await stop;
    const after = shell({ store });
    await after.bot.resume();
    await settle();
    expect(after.sent.map((item) => item.id)).toEqual(['c/a/0']);
  });
});

describe('two processes on one store', () => {
  it('send the replies of a conversation in the order of commits, each once', async () => {
    const store = createMemoryStore();
    const received: OutboxItem[] = [];
    const send = async (item: OutboxItem) => {
      await Promise.resolve();
      received.push(item);
    };
    const [one, two] = [shell({ store, send }), shell({ store, send })];
    await Promise.all(
      Array.from({ length: 200 }, (_, index) => (index % 2 ? one : two).say('c', `t${index}`)),
    );
    await vi.advanceTimersByTimeAsync(10_000);
    expect(received.map((item) => item.sequence)).toEqual(
      Array.from({ length: 200 }, (_, index) => index + 1),
    );
  });
});

describe('an effect', () => {
  const note = { kind: 'add-to-ticket', id: 'e1', text: 'more' } as const;

  it('is done after the turn was saved, once', async () => {
    const store = createMemoryStore();
    const { say, done } = shell({
      store,
      respond: withEffect(note),
      perform: async () => {
        expect(await repliesOf(store, 'c', 'a')).not.toBeNull();
      },
    });
    await say('c', 'a');
    await say('c', 'a');
    await settle();
    expect(done).toMatchObject([{ id: 'c/e1', effect: note }]);
  });

  it('is tried again while the help desk is down, and no reply waits for it', async () => {
    let down = true;
    const { say, done, sent } = shell({
      respond: withEffect(note),
      perform: async () => {
        if (down) throw new Error('desk down');
      },
    });
    await say('c', 'a');
    await settle();
    expect([done.length, sent.length]).toEqual([0, 1]);
    down = false;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(done).toHaveLength(1);
  });
});
