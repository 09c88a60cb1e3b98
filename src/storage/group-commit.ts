/** Writes that are ready at the same time share one transaction, and so one wait for the disk. */

/** Runs `work` inside a transaction with others; resolves with its result once that transaction is durable. */
export type GroupCommit = <T>(work: () => T) => Promise<T>;

interface Job {
  readonly run: () => void;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Most writes in one transaction. Range 1..10,000, default 8: 1 waits for the disk at each turn; with hundreds the
 * first to be heard waits until all that came in has been thought through, and whoever reads and sends stands idle.
 */
const MAX_GROUP = 8;

/**
 * Gathers until the event loop has read what came in, or the group is full, then writes. `transaction` runs its
 * argument all or nothing. Where a group fails, each of its writes is tried alone, so that one that cannot be
 * written spoils no other.
 */
export function createGroupCommit(transaction: (work: () => void) => void): GroupCommit {
  const waiting: Job[] = [];

  function flush(): void {
    const group = waiting.splice(0);
    if (group.length === 0) return;
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
      if (waiting.length === MAX_GROUP) flush();
      else if (waiting.length === 1) setImmediate(flush);
    });
}
