/** A bot with its knowledge, its store and its help desk, wherever it runs. */

import { type Bot, createBot } from '../bot.ts';
import type { DeliveryLimits } from '../delivery.ts';
import { createTicketDesk } from '../escalation/tickets.ts';
import type { KeptLine, Log, Responder, Sender, Store } from '../ports.ts';
import type { KnowledgeShown } from './knowledge.ts';

/** A bot that has everything but the channels through which it speaks. */
export interface OpenBot {
  readonly knowledge: KnowledgeShown;
  /** The bot, which sends through these. */
  connect(senders: readonly Sender[]): Bot;
  /** What was said behind `after`, oldest first; for channels whose clients read it themselves. */
  history(conversation: string, after: number, limit: number): Promise<readonly KeptLine[]>;
  /** Rejects where the store cannot be reached. */
  ping(): Promise<void>;
  /** Closes the store and the responder; a bot that was connected must have stopped. */
  close(): Promise<void>;
}

/** A responder with the knowledge that it answers with. */
export interface KnowingResponder extends Responder {
  /** What it answers with at the moment. */
  readonly knowledge: KnowledgeShown;
  close(): Promise<void>;
}

/** What a bot is opened with. */
export interface OpenParts {
  readonly responder: KnowingResponder;
  readonly store: Store;
  readonly log: Log;
  readonly limits?: Partial<DeliveryLimits>;
}

/** Puts a bot together. */
export function openBot({ responder, store, log, limits }: OpenParts): OpenBot {
  return {
    get knowledge() {
      return responder.knowledge;
    },
    connect: (senders) =>
      createBot({
        responder,
        store,
        desk: createTicketDesk(store, log),
        senders,
        clock: () => Date.now(),
        log,
        ...(limits === undefined ? {} : { limits }),
      }),
    history: (conversation, after, limit) => store.history(conversation, after, limit),
    ping: () => store.ping(),
    async close() {
      await store.close();
      await responder.close();
    },
  };
}
