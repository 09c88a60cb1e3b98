/** Runs what belongs to one key one after the other, and different keys side by side. */
export interface TurnOrder {
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** Resolves once nothing runs or waits. */
  idle(): Promise<void>;
  /** How many keys have work. */
  readonly size: number;
}

/** A chain of promises per key; a key without work costs nothing. */
export function createTurnOrder(): TurnOrder {
  const tails = new Map<string, Promise<unknown>>();
  return {
    get size() {
      return tails.size;
    },
    run(key, work) {
      const before = tails.get(key);
      // A turn that failed must not stop the next one of the same conversation.
      const result = before === undefined ? work() : before.then(work, work);
      const tail = result.then(ignore, ignore).finally(() => {
        if (tails.get(key) === tail) tails.delete(key);
      });
      tails.set(key, tail);
      return result;
    },
    async idle() {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
}

function ignore(): void {}
