/** Writes that are ready at the same time share one transaction, and so one wait for the disk. */

/** Runs `work` inside a transaction with others; resolves with its result once that transaction is durable. */
export type GroupCommit = <T>(work: () => T) => Promise<T>;

interface Job {
  readonly run: () => void;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Most writes in one transaction. Range 1..10,000, default 200: 1 waits for the disk at each turn; thousands keep
 * everything else in the process waiting while they are written.
 */
const MAX_GROUP = 200;

/**
 * Gathers until the event loop has read what came in, then writes. `transaction` runs its argument all or nothing.
 * Where a group fails, each of its writes is tried alone, so that one that cannot be written spoils no other.
 */
export function createGroupCommit(transaction: (work: () => void) => void): GroupCommit {
  const waiting: Job[] = [];

  function flush(): void {
    const group = waiting.splice(0, MAX_GROUP);
    if (waiting.length > 0) setImmediate(flush);
    try {
      transaction(() => {
        for (const job of group) job.run();
      });
    } catch (error) {
      if (group.length === 1) for (const job of group) job.reject(error);
      else for (const job of group) alone(job);
      return;
    }
    for (const job of group) job.resolve();
  }

  function alone(job: Job): void {
    try {
      transaction(job.run);
      job.resolve();
    } catch (error) {
      job.reject(error);
    }
  }

  return (work) =>
    new Promise((resolve, reject) => {
      let result: { readonly value: ReturnType<typeof work> } | null = null;
      waiting.push({
        run: () => {
          result = { value: work() };
        },
        resolve: () => {
          if (result === null) reject(new Error('A write was acknowledged that never ran.'));
          else resolve(result.value);
        },
        reject,
      });
      if (waiting.length === 1) setImmediate(flush);
    });
}
