/** A bot with its knowledge, its store and its help desk, wherever it runs. */

import { type Bot, type BotParts, createBot } from '../bot.ts';
import type { DeliveryLimits } from '../delivery.ts';
import { createTicketDesk } from '../escalation/tickets.ts';
import type { ConversationStore, Log, Sender, TicketBook } from '../ports.ts';
import type { KnowledgeShown, ServedKnowledge } from './knowledge.ts';

/** A bot that has everything but the channels through which it speaks. */
export interface OpenBot {
  readonly knowledge: KnowledgeShown;
  /** The bot, which sends through these. */
  connect(senders: readonly Sender[]): Bot;
  /** Rejects where the store cannot be reached. */
  ping(): Promise<void>;
  /** Closes the store; a bot that was connected must have stopped. */
  close(): Promise<void>;
}

/** What a bot is opened with. */
export interface OpenParts {
  readonly knowledge: ServedKnowledge;
  readonly store: ConversationStore & TicketBook;
  readonly respond: BotParts['respond'];
  readonly log: Log;
  readonly limits?: Partial<DeliveryLimits>;
}

/** Opens a bot on this thread. */
export function openBot({ knowledge, store, respond, log, limits }: OpenParts): OpenBot {
  return {
    knowledge,
    connect: (senders) =>
      createBot({
        respond,
        prepared: () => knowledge.prepared,
        store,
        desk: createTicketDesk(store, log),
        senders,
        clock: () => Date.now(),
        log,
        ...(limits === undefined ? {} : { limits }),
      }),
    ping: () => store.ping(),
    close: () => store.close(),
  };
}
