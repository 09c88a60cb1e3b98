/** What every store must do, whichever it is. Run by a test file per store. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../src/core/conversation.ts';
import type { Commit, ConversationStore, HistoryLine, Store } from '../../src/ports.ts';

export type AnyStore = Store;

/** Opens a store; a second call before `dispose` opens the same data again, as another process would. */
export interface StoreUnderTest {
  open(): AnyStore;
  dispose(): void;
}

/** A state as the shell hands it over: text that a store does not look into. */
export const stateText = (turns: number): string => JSON.stringify({ version: 1, turn: turns, odd: 'ß"\n✓' });

export const said = (text: string): Reply => ({ kind: 'smalltalk', id: 'thanks', text });
const address = { channel: 'test', to: 'somewhere' };

/** A commit of one turn with one reply. */
export function turn(turnId: string, change: Partial<Commit> = {}): Commit {
  return {
    conversation: 'c',
    turnId,
    expectedVersion: 0,
    state: stateText(1),
    replies: [said(turnId)],
    effects: [],
    address,
    at: 1_000,
    ...change,
  };
}

/** The replies of a turn that was committed; null where it was not: a commit that nothing allows tells. */
export async function repliesOf(
  store: ConversationStore,
  conversation: string,
  turnId: string,
): Promise<readonly Reply[] | null> {
  const told = await store.commit(turn(turnId, { conversation, expectedVersion: -1 }));
  return told.kind === 'duplicate' ? told.replies : null;
}

export function storeContract(name: string, make: () => StoreUnderTest): void {
  describe(`the store contract: ${name}`, () => {
    let place: StoreUnderTest;
    let store: AnyStore;
    beforeEach(() => {
      place = make();
      store = place.open();
    });
    afterEach(async () => {
      await store.close();
      place.dispose();
    });

    it('knows nothing of a conversation that nobody began', async () => {
      expect(await store.load('c')).toEqual({ state: null, version: 0 });
      expect(await repliesOf(store, 'c', 't1')).toBeNull();
      expect(await store.waiting()).toEqual([]);
    });

    it('keeps state, replies, outbox and effects of a turn together', async () => {
      const effect = { kind: 'add-to-ticket', id: 'e1', text: 'more' } as const;
      expect(await store.commit(turn('t1', { effects: [effect] }))).toEqual({ kind: 'stored' });
      expect(await store.load('c')).toEqual({ state: stateText(1), version: 1 });
      expect(await repliesOf(store, 'c', 't1')).toEqual([said('t1')]);
      expect(await store.unsent(10)).toMatchObject([
        { id: 'c/t1/0', conversation: 'c', address, reply: said('t1'), at: 1_000 },
      ]);
      expect(await store.undone(10)).toMatchObject([{ id: 'c/e1', conversation: 'c', effect, at: 1_000 }]);
      expect(await store.waiting()).toEqual(['c']);
    });

    it('leaves nothing of a commit that is a conflict', async () => {
      await store.commit(turn('t1'));
      for (const expectedVersion of [0, 2]) {
        const late = turn('t2', { expectedVersion, state: stateText(9) });
        expect(await store.commit(late)).toEqual({ kind: 'conflict' });
      }
      expect(await store.load('c')).toEqual({ state: stateText(1), version: 1 });
      expect(await repliesOf(store, 'c', 't2')).toBeNull();
      expect(await store.unsent(10)).toHaveLength(1);
    });

    it('answers a turn that was committed before with its replies, and changes nothing', async () => {
      await store.commit(turn('t1'));
      const again = await store.commit(turn('t1', { expectedVersion: 1, replies: [said('something else')] }));
      expect(again).toEqual({ kind: 'duplicate', replies: [said('t1')] });
      expect(await store.load('c')).toMatchObject({ version: 1 });
      expect(await store.unsent(10)).toHaveLength(1);
    });

    it('keeps turns of the same id in two conversations apart', async () => {
      await store.commit(turn('t1'));
      expect(await store.commit(turn('t1', { conversation: 'd' }))).toEqual({ kind: 'stored' });
      expect(await store.waiting()).toEqual(expect.arrayContaining(['c', 'd']));
    });

    it('keeps ids apart that look alike when they are put together', async () => {
      await store.commit(turn('b/c', { conversation: 'a' }));
      expect(await repliesOf(store, 'a/b', 'c')).toBeNull();
    });

    it('puts replies that the caller takes into no outbox', async () => {
      await store.commit(turn('t1', { address: null }));
      expect(await store.unsent(10)).toEqual([]);
      expect(await repliesOf(store, 'c', 't1')).toEqual([said('t1')]);
    });

    it('keeps the neighbours of a commit that cannot be written', async () => {
      const circle: Record<string, unknown> = {};
      circle.self = circle;
      const broken = turn('t1', { conversation: 'x', replies: [{ ...said('x'), ...circle }] });
      const results = await Promise.allSettled([
        store.commit(turn('t1')),
        store.commit(broken),
        store.commit(turn('t1', { conversation: 'd' })),
      ]);
      expect(results[0]).toEqual({ status: 'fulfilled', value: { kind: 'stored' } });
      expect(results[2]).toEqual({ status: 'fulfilled', value: { kind: 'stored' } });
    });

    it('loses no update of two writers', async () => {
      const other = place.open();
      const count = async (writer: AnyStore, name: string) => {
        for (let done = 0; done < 50; ) {
          const { state, version } = await writer.load('c');
          const next = String(Number(state ?? 0) + 1);
          const result = await writer.commit(
            turn(`${name}${done}`, { expectedVersion: version, state: next }),
          );
          if (result.kind === 'stored') done++;
        }
      };
      await Promise.all([count(store, 'a'), count(other, 'b')]);
      const after = place.open();
      expect(await after.load('c')).toEqual({ state: '100', version: 100 });
      expect(await after.unsent(200)).toHaveLength(100);
      for (const more of [other, after]) if (more !== store) await more.close();
    });

    it('lists what waits in the order of commits, until it is marked', async () => {
      for (const [index, id] of ['z', 'a', 'm'].entries()) {
        await store.commit(turn(id, { expectedVersion: index, replies: [said(`${id}0`), said(`${id}1`)] }));
      }
      await store.commit(turn('q', { conversation: 'd' }));
      const ids = async (conversation?: string) =>
        (await store.unsent(100, conversation)).map((item) => item.id);
      expect(await ids('c')).toEqual(['c/z/0', 'c/z/1', 'c/a/0', 'c/a/1', 'c/m/0', 'c/m/1']);
      expect((await store.unsent(2)).map((item) => item.id)).toEqual(['c/z/0', 'c/z/1']);
      await store.markSent(['c/z/0', 'c/a/1']);
      expect(await ids('c')).toEqual(['c/z/1', 'c/a/0', 'c/m/0', 'c/m/1']);
      expect(await ids('d')).toEqual(['d/q/0']);
      const sequences = (await store.unsent(100)).map((item) => item.sequence);
      expect(sequences).toEqual([...sequences].sort((a, b) => a - b));
    });

    it('does an effect of one id once, even where a later turn brings it again', async () => {
      const effects = [{ kind: 'add-to-ticket', id: 'e1', text: 'more' }] as const;
      await store.commit(turn('t1', { effects }));
      await store.commit(turn('t2', { effects, expectedVersion: 1 }));
      expect(await store.undone(10)).toHaveLength(1);
      await store.markDone(['c/e1']);
      await store.commit(turn('t3', { effects, expectedVersion: 2 }));
      expect(await store.undone(10)).toEqual([]);
      await store.commit(turn('t1', { effects, conversation: 'd' }));
      expect(await store.undone(10, 'd')).toHaveLength(1);
    });

    it('lets what was given up wait no longer', async () => {
      await store.commit(turn('t1', { effects: [{ kind: 'add-to-ticket', id: 'e1', text: 'more' }] }));
      await store.giveUp(['c/t1/0', 'c/e1'], 2_000);
      expect(await store.waiting()).toEqual([]);
      expect([await store.unsent(10), await store.undone(10)]).toEqual([[], []]);
      expect(await repliesOf(store, 'c', 't1')).toEqual([said('t1')]);
    });

    it('lets one owner at a time send for a conversation, until it releases or its time is over', async () => {
      expect(await store.claim('c', 'one', 0, 100)).toBe(true);
      expect(await store.claim('c', 'two', 50, 150)).toBe(false);
      expect(await store.claim('d', 'two', 50, 150)).toBe(true);
      expect(await store.claim('c', 'one', 60, 160)).toBe(true);
      expect(await store.claim('c', 'two', 160, 260)).toBe(true);
      await store.release('c', 'one');
      expect(await store.claim('c', 'one', 200, 300)).toBe(false);
      await store.release('c', 'two');
      expect(await store.claim('c', 'one', 200, 300)).toBe(true);
    });

    it('keeps what was said as a history that is read from any line on', async () => {
      const line = (id: string): HistoryLine => ({ from: 'bot', id, reply: said(id) });
      const mine: HistoryLine = { from: 'person', id: 't1', text: 'ß"\n✓', pressed: null };
      const pressed = { of: { kind: 'question', id: 'q', turn: 1 }, choice: 'a' } as const;
      const chosen: HistoryLine = { from: 'person', id: 't2', text: 'A', pressed };
      expect(await store.history('c', 0, 10)).toEqual([]);
      await store.commit(turn('t1', { lines: [mine, line('a')] }));
      await store.commit(
        turn('t2', { expectedVersion: 1, lines: [chosen, line('b'), line('c')], at: 2_000 }),
      );
      await store.commit(turn('t1', { conversation: 'd', lines: [line('z')] }));
      expect(await store.history('c', 0, 10)).toEqual(
        [mine, line('a'), chosen, line('b'), line('c')].map((each, index) => ({
          sequence: index + 1,
          at: index < 2 ? 1_000 : 2_000,
          line: each,
        })),
      );
      const sequences = async (after: number, limit: number) =>
        (await store.history('c', after, limit)).map(({ sequence }) => sequence);
      expect(await sequences(1, 2)).toEqual([2, 3]);
      expect(await sequences(5, 10)).toEqual([]);
      expect(await store.history('d', 0, 10)).toHaveLength(1);
    });

    it('adds no line for a turn that comes twice or is a conflict', async () => {
      const lines: readonly HistoryLine[] = [{ from: 'bot', id: 'a', reply: said('a') }];
      await store.commit(turn('t1', { lines }));
      await store.commit(turn('t1', { expectedVersion: 1, lines }));
      await store.commit(turn('t2', { expectedVersion: 7, lines }));
      expect(await store.history('c', 0, 10)).toHaveLength(1);
    });

    it('opens one ticket per effect, and adds a note once, to the latest ticket of its conversation', async () => {
      const summary = {
        facts: [],
        model: null,
        family: null,
        likely: [],
        tried: [],
        transcript: [],
        person: { role: null, locale: 'en' },
      };
      expect(await store.addToTicket('n0', 'c', 'too early', 1)).toBeNull();
      const first = await store.openTicket('e1', 'c', summary, 1);
      const second = await store.openTicket('e2', 'c', summary, 2);
      expect(second).toBeGreaterThan(first);
      expect(await store.openTicket('e1', 'c', summary, 3)).toBe(first);
      for (const _ of [1, 2]) expect(await store.addToTicket('n1', 'c', 'it beeps', 4)).toBe(second);
      expect(await store.tickets(10)).toEqual([
        { id: second, conversation: 'c', summary, notes: ['it beeps'], openedAt: 2 },
        { id: first, conversation: 'c', summary, notes: [], openedAt: 1 },
      ]);
    });

    it('keeps a question without an answer once, and lists them newest first', async () => {
      const question = { text: 'is it loud', beside: 'noise', family: null };
      const other = { text: 'is it hot', beside: null, family: 'grinder' };
      await store.keepUnanswered('q1', question, 1);
      await store.keepUnanswered('q2', other, 2);
      await store.keepUnanswered('q1', other, 3);
      expect(await store.unanswered(10)).toEqual([
        { ...other, at: 2 },
        { ...question, at: 1 },
      ]);
      expect(await store.unanswered(1)).toEqual([{ ...other, at: 2 }]);
    });

    it('says that it can be reached', async () => {
      await expect(store.ping()).resolves.toBeUndefined();
    });
  });
}
