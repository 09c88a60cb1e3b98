/** How much one address and one conversation may ask for. Counted in memory, for this process alone. */

/** A bucket of permits: it holds `burst` at most, and fills by `perSecond`. */
export interface Rate {
  /** From 1. */
  readonly burst: number;
  /** From 0, which never fills again. */
  readonly perSecond: number;
}

/** Everything that is limited. */
export interface LimitRates {
  readonly opening: Rate;
  readonly conversationMessages: Rate;
  readonly addressMessages: Rate;
  readonly conversationReads: Rate;
  readonly addressReads: Rate;
  /** Most streams that are open at once. */
  readonly conversationSockets: number;
  readonly addressSockets: number;
  /** Most addresses, and most conversations, that are remembered. */
  readonly remembered: number;
}

/**
 * What applies where nothing else is said.
 * - `opening`: new conversations and tokens of an address. Burst 1..1,000, default 30 and one each 2 s: a shop with
 *   thirty tills behind one address opens all of them at once in the morning; with 1 a reload is refused, with 1,000
 *   one stranger fills the store.
 * - `conversationMessages`: burst 1..1,000, default 20 and 2/s: nobody types faster, while a device that was offline
 *   sends what waited in one go. With 1 a double press is refused, with 1,000 one person keeps a core busy.
 * - `addressMessages`: burst 1..100,000, default 300 and 100/s: a company may stand behind one address; the bot answers
 *   some thousand a second, so the rest is left to everybody else.
 * - `conversationReads`: burst 1..1,000, default 60 and 15/s: five tabs that ask because WebSockets are blocked, each
 *   two or three times a second while an answer is near. With 1 nobody can ask while an answer is near; at 1,000 one
 *   person keeps the bot busy with reading a long conversation over and over.
 * - `addressReads`: burst 1..100,000, default 1,000 and 200/s, streams that are opened too: after a restart three hundred
 *   tills behind one address come back within a second.
 * - `conversationSockets`: 1..100, default 5: tabs and devices of one person. With 1 a second tab has no stream.
 * - `addressSockets`: 1..10,000, default 300, each of which takes some kilobytes.
 * - `remembered`: 100..10,000,000, default 20,000, some 200 bytes each. Where more are busy at once the one that was
 *   seen least recently starts with a full bucket again.
 */
export const DEFAULT_RATES: LimitRates = {
  opening: { burst: 30, perSecond: 0.5 },
  conversationMessages: { burst: 20, perSecond: 2 },
  addressMessages: { burst: 300, perSecond: 100 },
  conversationReads: { burst: 60, perSecond: 15 },
  addressReads: { burst: 1_000, perSecond: 200 },
  conversationSockets: 5,
  addressSockets: 300,
  remembered: 20_000,
};

/** Whether something may be done now; where not, in how many milliseconds it may be tried again, from 1. */
export type Permit =
  | { readonly kind: 'granted' }
  | { readonly kind: 'refused'; readonly retryAfterMs: number };

/** Whether a stream may be opened; `release` must be called once when it is closed. */
export type SocketPermit =
  | { readonly kind: 'granted'; readonly release: () => void }
  | { readonly kind: 'refused'; readonly retryAfterMs: number };

/** Counts. Each call takes a permit where there is one; `at` in milliseconds of any clock. */
export interface Limits {
  opening(address: string, at: number): Permit;
  message(address: string, conversation: string, at: number): Permit;
  /** Reading what was said, by asking or over a stream that is opened. */
  read(address: string, conversation: string, at: number): Permit;
  /** Anything else that costs as much as a message; counted with those of its address. */
  request(address: string, at: number): Permit;
  socket(address: string, conversation: string): SocketPermit;
}

/** Starts to count, with full buckets. */
export function createLimits(rates: Partial<LimitRates> = {}): Limits {
  const all: LimitRates = { ...DEFAULT_RATES, ...rates };
  const openings = buckets(all.opening, all.remembered);
  const ofConversation = buckets(all.conversationMessages, all.remembered);
  const ofAddress = buckets(all.addressMessages, all.remembered);
  const readsOfConversation = buckets(all.conversationReads, all.remembered);
  const readsOfAddress = buckets(all.addressReads, all.remembered);
  const socketsOfConversation = places(all.conversationSockets);
  const socketsOfAddress = places(all.addressSockets);

  return {
    opening: (address, at) => openings.take(address, at),
    message: (address, conversation, at) => both(ofConversation, conversation, ofAddress, address, at),
    read: (address, conversation, at) => both(readsOfConversation, conversation, readsOfAddress, address, at),
    request: (address, at) => ofAddress.take(address, at),
    socket(address, conversation) {
      if (!socketsOfConversation.enter(conversation)) return NO_PLACE;
      if (!socketsOfAddress.enter(address)) {
        socketsOfConversation.leave(conversation);
        return NO_PLACE;
      }
      let open = true;
      const release = (): void => {
        if (!open) return;
        open = false;
        socketsOfConversation.leave(conversation);
        socketsOfAddress.leave(address);
      };
      return { kind: 'granted', release };
    },
  };
}

/** A conversation that is over its own limit takes nothing from the others behind its address. */
function both(own: Buckets, conversation: string, shared: Buckets, address: string, at: number): Permit {
  const permit = own.take(conversation, at);
  return permit.kind === 'refused' ? permit : shared.take(address, at);
}

/**
 * What a client without a place is told to wait, in milliseconds. Range 1,000..60,000, default 5,000: nobody can know
 * when another tab is closed, and clients read without a stream meanwhile.
 */
const NO_PLACE = { kind: 'refused', retryAfterMs: 5_000 } as const;

interface Buckets {
  take(key: string, at: number): Permit;
}

interface Bucket {
  readonly permits: number;
  readonly at: number;
}

/** A bucket for each key; of more than `remembered` keys the one that was used least recently is forgotten. */
function buckets({ burst, perSecond }: Rate, remembered: number): Buckets {
  const kept = new Map<string, Bucket>();
  return {
    take(key, at) {
      const before = kept.get(key) ?? { permits: burst, at };
      // A clock that was set back takes nothing away.
      const passedMs = Math.max(0, at - before.at);
      const permits = Math.min(burst, before.permits + (passedMs / 1_000) * perSecond);
      const granted = permits >= 1;
      kept.delete(key);
      kept.set(key, { permits: granted ? permits - 1 : permits, at });
      const [oldest] = kept.keys();
      if (kept.size > remembered && oldest !== undefined) kept.delete(oldest);
      if (granted) return { kind: 'granted' };
      return { kind: 'refused', retryAfterMs: perSecond > 0 ? waitMs(1 - permits, perSecond) : FOR_LONG_MS };
    },
  };
}

/** What is said where a bucket never fills: an hour. */
const FOR_LONG_MS = 3_600_000;

const waitMs = (missing: number, perSecond: number): number =>
  Math.max(1, Math.ceil((missing / perSecond) * 1_000));

/** Counts what is open at once, for each key. */
function places(most: number) {
  const taken = new Map<string, number>();
  return {
    enter(key: string): boolean {
      const count = taken.get(key) ?? 0;
      if (count >= most) return false;
      taken.set(key, count + 1);
      return true;
    },
    leave(key: string): void {
      const count = taken.get(key) ?? 0;
      if (count <= 1) taken.delete(key);
      else taken.set(key, count - 1);
    },
  };
}
