/** Delivers what commits leave behind: replies to their channel, effects to the help desk. */

import { createLane, DELIVERY_LIMITS, type DeliveryLimits, type Lane } from './lane.ts';
import {
  type Clock,
  type ConversationStore,
  DeliveryFailed,
  type HelpDesk,
  type Log,
  type Sender,
} from './ports.ts';

export type { DeliveryLimits } from './lane.ts';

export interface DeliveryParts {
  readonly store: ConversationStore;
  readonly senders: readonly Sender[];
  readonly desk: HelpDesk;
  readonly clock: Clock;
  readonly log: Log;
  /** Unique per process. */
  readonly owner: string;
  readonly limits?: Partial<DeliveryLimits>;
}

/** How many waiting things are read at once; any number above 0 works, more saves reads after an outage. */
const READ_AHEAD = 20;

/** Two lanes, so that a help desk that is down holds up no reply, and the other way round. */
export function createDelivery(parts: DeliveryParts): Lane {
  const lanes = [replies(parts), effects(parts)];
  return {
    wake(conversation) {
      for (const lane of lanes) lane.wake(conversation);
    },
    async stop() {
      await Promise.all(lanes.map((lane) => lane.stop()));
    },
  };
}

function replies(parts: DeliveryParts): Lane {
  const { store } = parts;
  const senders = new Map(parts.senders.map((sender) => [sender.channel, sender]));
  return createLane({
    ...common(parts, 'replies'),
    next: (conversation) => store.unsent(READ_AHEAD, conversation),
    carry: async (item) => {
      const sender = senders.get(item.address.channel);
      if (sender === undefined)
        throw new DeliveryFailed(`No sender for the channel "${item.address.channel}".`);
      await sender.send(item);
    },
    settle: (item) => store.markSent([item.id]),
  });
}

function effects(parts: DeliveryParts): Lane {
  const { store, desk } = parts;
  return createLane({
    ...common(parts, 'effects'),
    next: (conversation) => store.undone(READ_AHEAD, conversation),
    carry: (item) => desk.perform(item),
    settle: (item) => store.markDone([item.id]),
  });
}

function common(parts: DeliveryParts, name: string) {
  const { store, owner, clock, log } = parts;
  return {
    name,
    clock,
    log,
    limits: { ...DELIVERY_LIMITS, ...parts.limits },
    giveUp: (item: { readonly id: string }) => store.giveUp([item.id], clock()),
    claim: (conversation: string, until: number) =>
      store.claim(`${name}/${conversation}`, owner, clock(), until),
    release: (conversation: string) => store.release(`${name}/${conversation}`, owner),
  };
}
