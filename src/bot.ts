/** The shell: lock → load → respond → save → send → effects. Everything that can fail is out here. */

import { randomUUID } from 'node:crypto';
import type { Reply, UserTurn } from './core/conversation.ts';
import { createDelivery, type DeliveryLimits } from './delivery.ts';
import {
  type Address,
  type Answer,
  type Clock,
  type ConversationStore,
  type HelpDesk,
  type HistoryLine,
  type Log,
  type Responder,
  replyId,
  type Sender,
} from './ports.ts';
import { createTurnOrder } from './turn-order.ts';

/** What one person did, and where the replies go. */
export interface Incoming {
  /** Key of the state: channel, conversation, thread and sender. */
  readonly conversation: string;
  readonly turn: UserTurn;
  /** Null: the caller takes the replies from `hear` (expectReplies, console) or from the history. */
  readonly address: Address | null;
  /** True: what is said on both sides is kept as a history that clients read themselves. */
  readonly history?: boolean;
  /** Language tag for a conversation that begins with this turn. */
  readonly locale: string;
}

/** What was said back. */
export interface Answered {
  readonly replies: readonly Reply[];
  /** True where the turn had been answered before; these are the replies of that time. */
  readonly repeated: boolean;
}

export interface Bot {
  /** Resolves once the turn is durable. Rejects where it is not: then nothing of it is kept. */
  hear(incoming: Incoming): Promise<Answered>;
  /** Sends and does what an earlier process has left behind. */
  resume(): Promise<void>;
  /** Finishes the turns that run, and the sendings that do not take long; what then still waits stays in the store. */
  stop(): Promise<void>;
}

/** What the shell is made of. */
export interface BotParts {
  readonly responder: Responder;
  readonly store: ConversationStore;
  readonly desk: HelpDesk;
  readonly senders: readonly Sender[];
  readonly clock: Clock;
  readonly log: Log;
  readonly limits?: Partial<DeliveryLimits>;
}

/**
 * How often a turn is answered anew because another process has answered in the same conversation meanwhile.
 * Range 1..100, default 20: each conflict means that somebody else got on, so this is reached only by a store
 * that is broken. 1 would fail turns of two busy processes; 100 would hide such a fault for long.
 */
const MAX_ATTEMPTS = 20;

/** What a turn adds to the history: what the person said, where they said something, and each reply. */
function linesOf(conversation: string, turn: UserTurn, { said, replies }: Answer): readonly HistoryLine[] {
  const pressed = turn.kind === 'chose' ? { of: turn.of, choice: turn.choice } : null;
  // A file without words was sent all the same, and its client waits to see that.
  const isNothing = said === '' && !(turn.kind === 'said' && turn.attachments > 0);
  const person: readonly HistoryLine[] = isNothing
    ? []
    : [{ from: 'person', id: turn.id, text: said, pressed }];
  const bot = replies.map(
    (reply, index): HistoryLine => ({ from: 'bot', id: replyId(conversation, turn.id, index), reply }),
  );
  return [...person, ...bot];
}

/** Puts the shell together. Nothing runs before `hear` or `resume` is called. */
export function createBot(parts: BotParts): Bot {
  const { store, responder } = parts;
  const order = createTurnOrder();
  const delivery = createDelivery({ ...parts, owner: randomUUID() });
  let stopping = false;

  async function answerTurn(incoming: Incoming): Promise<Answered> {
    const { conversation, turn, locale, address } = incoming;
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const loaded = await store.load(conversation);
      const answer = await responder.respond({ state: loaded.state, locale, turn });
      const { state, replies, effects } = answer;
      const committed = await store.commit({
        conversation,
        turnId: turn.id,
        expectedVersion: loaded.version,
        state,
        replies,
        effects,
        address,
        ...(incoming.history === true ? { lines: linesOf(conversation, turn, answer) } : {}),
        at: turn.at,
      });
      if (committed.kind === 'duplicate') return { replies: committed.replies, repeated: true };
      if (committed.kind === 'conflict') continue;
      if ((address !== null && replies.length > 0) || effects.length > 0) delivery.wake(conversation);
      return { replies, repeated: false };
    }
    throw new Error(`Turn given up after ${MAX_ATTEMPTS} conflicting commits.`);
  }

  return {
    async hear(incoming) {
      if (stopping) throw new Error('The bot is shutting down; send the message again.');
      return await order.run(incoming.conversation, () => answerTurn(incoming));
    },
    async resume() {
      for (const conversation of await store.waiting()) delivery.wake(conversation);
    },
    async stop() {
      stopping = true;
      await order.idle();
      await delivery.stop();
    },
  };
}
