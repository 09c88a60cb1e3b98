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
 * Milliseconds for which the first write of a group waits for others. Range 0..20, default 1: nobody notices it, and
 * while many talk at once a wait for the disk is shared by several; at 20 they would wait for each other.
 */
const GATHER_MS = 1;

/**
 * Gathers for a moment, or until the group is full, then writes. `transaction` runs its
 * argument all or nothing. Where a group fails, each of its writes is tried alone, so that one that cannot be
 * written spoils no other.
 */
export function createGroupCommit(transaction: (work: () => void) => void): GroupCommit {
  const waiting: Job[] = [];
  let gathering: NodeJS.Timeout | undefined;

  function flush(): void {
    clearTimeout(gathering);
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
      else if (waiting.length === 1) gathering = setTimeout(flush, GATHER_MS);
    });
}
