/** A store that forgets at exit: for the console, for tests, and as the shortest statement of what a store does. */

import type { Reply } from '../core/conversation.ts';
import type {
  Commit,
  Committed,
  EffectItem,
  KeptLine,
  KeptQuestion,
  OutboxItem,
  Store,
  Ticket,
} from '../ports.ts';
import { effectId, replyId } from '../ports.ts';

interface Lease {
  readonly owner: string;
  readonly until: number;
}

/** Everything in maps; each method is one step, so all of a commit or nothing of it happens. */
export function createMemoryStore(): Store {
  const conversations = new Map<string, { state: string; version: number }>();
  const turns = new Map<string, readonly Reply[]>();
  const outbox = new Map<string, OutboxItem>();
  const histories = new Map<string, KeptLine[]>();
  const effects = new Map<string, EffectItem>();
  const done = new Set<string>();
  const leases = new Map<string, Lease>();
  const tickets = new Map<string, Ticket>();
  const noted = new Map<string, number | null>();
  const questions = new Map<string, KeptQuestion>();
  let sequence = 0;

  const turnKey = (conversation: string, turnId: string) => JSON.stringify([conversation, turnId]);

  function commit(change: Commit): Committed {
    const { conversation, turnId, address, at } = change;
    const before = turns.get(turnKey(conversation, turnId));
    if (before !== undefined) return { kind: 'duplicate', replies: before };
    const version = conversations.get(conversation)?.version ?? 0;
    if (version !== change.expectedVersion) return { kind: 'conflict' };
    conversations.set(conversation, { state: change.state, version: version + 1 });
    turns.set(turnKey(conversation, turnId), change.replies);
    if (address !== null) {
      for (const [index, reply] of change.replies.entries()) {
        const id = replyId(conversation, turnId, index);
        outbox.set(id, { id, conversation, address, reply, sequence: ++sequence, at });
      }
    }
    const history = histories.get(conversation) ?? [];
    for (const line of change.lines ?? []) history.push({ sequence: history.length + 1, at, line });
    if (history.length > 0) histories.set(conversation, history);
    for (const effect of change.effects) {
      const id = effectId(conversation, effect);
      if (done.has(id) || effects.has(id)) continue;
      effects.set(id, { id, conversation, effect, sequence: ++sequence, at });
    }
    return { kind: 'stored' };
  }

  function waitingIn<T extends { conversation: string }>(
    items: Map<string, T>,
    limit: number,
    conversation?: string,
  ): T[] {
    const all = [...items.values()];
    return (
      conversation === undefined ? all : all.filter((item) => item.conversation === conversation)
    ).slice(0, limit);
  }

  return {
    async load(conversation) {
      return conversations.get(conversation) ?? { state: null, version: 0 };
    },
    async commit(change) {
      return commit(change);
    },
    async history(conversation, after, limit) {
      return (histories.get(conversation) ?? []).slice(after, after + limit);
    },
    async waiting() {
      return [...new Set([...outbox.values(), ...effects.values()].map((item) => item.conversation))];
    },
    async unsent(limit, conversation) {
      return waitingIn(outbox, limit, conversation);
    },
    async markSent(ids) {
      for (const id of ids) outbox.delete(id);
    },
    async undone(limit, conversation) {
      return waitingIn(effects, limit, conversation);
    },
    async markDone(ids) {
      for (const id of ids) {
        effects.delete(id);
        done.add(id);
      }
    },
    async giveUp(ids) {
      for (const id of ids) {
        outbox.delete(id);
        if (effects.delete(id)) done.add(id);
      }
    },
    async claim(conversation, owner, at, until) {
      const lease = leases.get(conversation);
      if (lease !== undefined && lease.owner !== owner && lease.until > at) return false;
      leases.set(conversation, { owner, until });
      return true;
    },
    async release(conversation, owner) {
      if (leases.get(conversation)?.owner === owner) leases.delete(conversation);
    },
    async openTicket(effectId, conversation, summary, at) {
      const ticket = tickets.get(effectId) ?? {
        id: tickets.size + 1,
        conversation,
        summary,
        notes: [],
        openedAt: at,
      };
      tickets.set(effectId, ticket);
      return ticket.id;
    },
    async addToTicket(effectId, conversation, text) {
      const before = noted.get(effectId);
      if (before !== undefined) return before;
      const [key, ticket] = [...tickets].filter(([, one]) => one.conversation === conversation).at(-1) ?? [
        null,
        null,
      ];
      if (ticket !== null) tickets.set(key, { ...ticket, notes: [...ticket.notes, text] });
      noted.set(effectId, ticket?.id ?? null);
      return ticket?.id ?? null;
    },
    async tickets(limit) {
      return [...tickets.values()].reverse().slice(0, limit);
    },
    async keepUnanswered(effectId, question, at) {
      if (!questions.has(effectId)) questions.set(effectId, { ...question, at });
    },
    async unanswered(limit) {
      return [...questions.values()].reverse().slice(0, limit);
    },
    async ping() {},
    async close() {},
  };
}
