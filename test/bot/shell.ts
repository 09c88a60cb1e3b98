/** A bot around a tiny `respond`, with everything that it touches in view of the test. */

import { type Bot, createBot, type Incoming } from '../../src/bot.ts';
import type { Effect } from '../../src/core/conversation.ts';
import type { DeliveryLimits } from '../../src/delivery.ts';
import type { ConversationStore, EffectItem, OutboxItem } from '../../src/ports.ts';
import { createResponder } from '../../src/responder.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { echo, noKnowledge } from '../server/tiny-bot.ts';

/** Where all replies go that wait in the outbox. */
export const ADDRESS = { channel: 'test', to: 'there' };

export interface Shell {
  readonly bot: Bot;
  readonly store: ConversationStore;
  /** What was sent and done, in that order. */
  readonly sent: OutboxItem[];
  readonly done: EffectItem[];
  readonly log: {
    readonly level: string;
    readonly fields: Readonly<Record<string, unknown>>;
    readonly message: string;
  }[];
  say(
    conversation: string,
    id: string,
    text?: string,
    address?: Incoming['address'],
  ): ReturnType<Bot['hear']>;
}

export interface ShellParts {
  readonly store?: ConversationStore;
  readonly respond?: typeof echo;
  /** May fail, or wait; what it lets pass counts as sent. */
  readonly send?: (item: OutboxItem) => Promise<void>;
  readonly perform?: (item: EffectItem) => Promise<void>;
  readonly limits?: Partial<DeliveryLimits>;
  readonly clock?: () => number;
}

export function shell(parts: ShellParts = {}): Shell {
  const store = parts.store ?? createMemoryStore();
  const sent: OutboxItem[] = [];
  const done: EffectItem[] = [];
  const log: Shell['log'] = [];
  const note = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) =>
    void log.push({ level, fields, message });
  const clock = parts.clock ?? (() => Date.now());
  const bot = createBot({
    responder: createResponder(parts.respond ?? echo, () => noKnowledge.prepared),
    store,
    clock,
    senders: [
      {
        channel: 'test',
        send: async (item) => {
          await parts.send?.(item);
          sent.push(item);
        },
      },
    ],
    desk: {
      perform: async (item) => {
        await parts.perform?.(item);
        done.push(item);
      },
    },
    log: { info: note('info'), warn: note('warn'), error: note('error') },
    limits: parts.limits ?? {},
  });
  return {
    bot,
    store,
    sent,
    done,
    log,
    say: (conversation, id, text = id, address = ADDRESS) =>
      bot.hear({
        conversation,
        address,
        locale: 'en',
        turn: { kind: 'said', id, at: clock(), text, messageId: id, attachments: 0 },
      }),
  };
}

/** Like `echo`, and asks for something to be done. */
export const withEffect =
  (effect: Effect): typeof echo =>
  (kb, state, turn) => ({ ...echo(kb, state, turn), effects: [effect] });

export const textsOf = (items: readonly { readonly reply: { readonly text: string } }[]) =>
  items.map((item) => item.reply.text);
