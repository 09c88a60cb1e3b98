/** A lane brings what waits in the store to where it belongs: in order within a conversation, conversations side by side. */

import type { Clock, Log } from './ports.ts';
import { DeliveryFailed, loggedError } from './ports.ts';

/** How patiently and how widely things are delivered. */
export interface DeliveryLimits {
  /**
   * Conversations worked on at once in one lane. Range 1..1000, default 64: at 1 a single slow receiver holds up
   * everybody, at 1000 a restart after an outage floods the receiver.
   */
  readonly concurrency: number;
  /** Milliseconds before the first repeat; each further one waits twice as long. Range 1..60,000, default 500. */
  readonly firstRetryMs: number;
  /** Longest wait between repeats. Range 1..3,600,000, default 60,000: more would leave people waiting after an outage. */
  readonly lastRetryMs: number;
  /**
   * Age at which something that always failed is given up, with an error in the log. Range 0..7 days, default one
   * day: 0 gives up at the first failure; a reply that is days old confuses more than it helps.
   */
  readonly giveUpAfterMs: number;
  /**
   * How long one process may send for a conversation without a sign of life. Range 1,000..600,000, default
   * 20,000: less than the longest sending would let two send at once, much more delays what a dead process left.
   */
  readonly leaseMs: number;
  /** Milliseconds until a conversation that another process sends for is looked at again. Range 1..10,000, default 250. */
  readonly claimRetryMs: number;
  /**
   * How long what is being carried may still take once the lane stops, in milliseconds. Range 0..5,000, default 2,000:
   * a container is killed some seconds after it was told to stop; at 0 much would be sent twice.
   */
  readonly stopMs: number;
}

export const DELIVERY_LIMITS: DeliveryLimits = {
  concurrency: 64,
  firstRetryMs: 500,
  lastRetryMs: 60_000,
  giveUpAfterMs: 24 * 60 * 60_000,
  leaseMs: 20_000,
  claimRetryMs: 250,
  stopMs: 2_000,
};

/** Something that waits in the store. */
interface Waiting {
  readonly id: string;
  readonly at: number;
}

/** What one lane carries, and how. */
export interface LaneParts<Item extends Waiting> {
  /** Names the lane in the log. */
  readonly name: string;
  /** What waits of a conversation, oldest first; a bounded number of it. */
  readonly next: (conversation: string) => Promise<readonly Item[]>;
  /** Carries one thing; rejects where that failed. */
  readonly carry: (item: Item) => Promise<void>;
  /** Notes that it arrived. */
  readonly settle: (item: Item) => Promise<void>;
  readonly giveUp: (item: Item) => Promise<void>;
  /** True: this process alone may carry for the conversation until then. */
  readonly claim: (conversation: string, until: number) => Promise<boolean>;
  readonly release: (conversation: string) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits: DeliveryLimits;
}

export interface Lane {
  /** Something of this conversation waits. Returns at once. */
  wake(conversation: string): void;
  /**
   * Begins nothing more and gives what is being carried a moment to arrive. What does not is left to the next start,
   * which may send it at once: nothing is claimed any more.
   */
  stop(): Promise<void>;
}

export function createLane<Item extends Waiting>(parts: LaneParts<Item>): Lane {
  const { limits, clock, log } = parts;
  const ready: string[] = [];
  const running = new Map<string, Promise<void>>();
  /** Conversations that wait for their next try. */
  const timers = new Map<string, NodeJS.Timeout>();
  /** Running or ready conversations to which something was added meanwhile. */
  const again = new Set<string>();
  const failures = new Map<string, number>();
  let stopping = false;
  let abandonAll: () => void = () => undefined;
  /** Resolves when nobody waits any longer for what is being carried. */
  const abandoned = new Promise<'abandoned'>((resolve) => {
    abandonAll = () => resolve('abandoned');
  });

  function wake(conversation: string): void {
    if (stopping || timers.has(conversation)) return;
    if (running.has(conversation)) {
      again.add(conversation);
      return;
    }
    ready.push(conversation);
    startNext();
  }

  function startNext(): void {
    while (!stopping && running.size < limits.concurrency) {
      const conversation = ready.shift();
      if (conversation === undefined) return;
      if (running.has(conversation)) continue;
      const work = drain(conversation)
        .catch((error: unknown) => {
          log.error(
            { lane: parts.name, ...loggedError(error) },
            'The store failed while delivering; trying again.',
          );
          return backoff(conversation, null);
        })
        .then((waitMs) => finished(conversation, waitMs));
      running.set(conversation, work);
    }
  }

  function finished(conversation: string, waitMs: number | null): void {
    running.delete(conversation);
    const more = again.delete(conversation);
    if (waitMs !== null) later(conversation, waitMs);
    else if (more) wake(conversation);
    startNext();
  }

  function later(conversation: string, waitMs: number): void {
    if (stopping) return;
    const timer = setTimeout(() => {
      timers.delete(conversation);
      wake(conversation);
    }, waitMs);
    timers.set(conversation, timer.unref());
  }

  /** Carries all that waits; gives the milliseconds until the next try, or null where nothing is left. */
  async function drain(conversation: string): Promise<number | null> {
    // A claim is a write, and most looks find nothing.
    if ((await parts.next(conversation)).length === 0) return null;
    let until = clock() + limits.leaseMs;
    if (!(await parts.claim(conversation, until))) return limits.claimRetryMs;
    try {
      for (;;) {
        const items = await parts.next(conversation);
        if (items.length === 0) return null;
        for (const item of items) {
          if (stopping) return null;
          if (clock() > until - limits.leaseMs / 2) {
            until = clock() + limits.leaseMs;
            if (!(await parts.claim(conversation, until))) return limits.claimRetryMs;
          }
          const waitMs = await carryOne(conversation, item);
          if (waitMs !== null) return waitMs;
        }
      }
    } finally {
      await parts.release(conversation);
    }
  }

  async function carryOne(conversation: string, item: Item): Promise<number | null> {
    try {
      // It stays in the store: whoever abandons it does not know whether it arrives.
      if ((await Promise.race([parts.carry(item), abandoned])) === 'abandoned') return null;
    } catch (error) {
      return await failed(conversation, item, error);
    }
    await parts.settle(item);
    failures.delete(conversation);
    return null;
  }

  async function failed(conversation: string, item: Item, error: unknown): Promise<number | null> {
    const said = error instanceof DeliveryFailed ? error : null;
    const about = { lane: parts.name, id: item.id, ...loggedError(error), reason: said?.message ?? null };
    if (said?.permanent || clock() - item.at >= limits.giveUpAfterMs) {
      log.error(about, 'Given up: this could not be delivered.');
      await parts.giveUp(item);
      failures.delete(conversation);
      return null;
    }
    const waitMs = backoff(conversation, said?.retryAfterMs ?? null);
    log.warn({ ...about, waitMs }, 'Not delivered; trying again.');
    return waitMs;
  }

  /** What the receiver asked for, or twice as long as the last time; spread by a fifth, so that not all come at once. */
  function backoff(conversation: string, askedMs: number | null): number {
    const count = failures.get(conversation) ?? 0;
    failures.set(conversation, count + 1);
    const ownMs = Math.min(limits.lastRetryMs, limits.firstRetryMs * 2 ** Math.min(count, 30));
    return askedMs ?? Math.round(ownMs * (0.8 + 0.4 * Math.random()));
  }

  return {
    wake,
    async stop() {
      stopping = true;
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
      const late = setTimeout(abandonAll, limits.stopMs);
      await Promise.all(running.values());
      clearTimeout(late);
    },
  };
}
