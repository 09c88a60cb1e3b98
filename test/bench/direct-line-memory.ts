/** What a conversation that is open costs the server: its socket, its stream and what is remembered of it. */

import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Sent } from './conversations.ts';
import type { Come, Talker } from './direct-line-people.ts';
import type { Program } from './program.ts';

const Usage = z.object({ rss: z.number(), heapUsed: z.number(), external: z.number() });

/** Of the server's process after garbage collection, in bytes; `heap`: of its main thread, with buffers. */
export interface Memory {
  readonly rss: number;
  readonly heap: number;
}

/** Memory with some conversations open, and what one more takes. */
export interface MemoryFigures {
  /** By the number of conversations that are open. */
  readonly open: Readonly<Record<string, Memory>>;
  /** After all have been closed again. */
  readonly afterwards: Memory;
  /** Bytes of one conversation: between the last two numbers. */
  readonly each: Memory;
}

/** How many come at a time, so that the server is not flooded; not measured. */
const AT_ONCE = 50;
/** Time for what was closed to be let go, in milliseconds. */
const SETTLE_MS = 500;

/**
 * Opens conversations in steps up to the last of `counts` (ascending, at least two); in each the person says one thing.
 * Memory that a process once had it keeps, so those before the last are opened and closed once first, for what is
 * compiled and kept for good, and the last come to a process that never had as many.
 */
export async function memoryOfConversations(
  program: Program,
  come: Come,
  counts: readonly number[],
  scripts: readonly (readonly Sent[])[],
): Promise<MemoryFigures> {
  const there: Talker[] = [];
  const comeUpTo = async (count: number): Promise<void> => {
    while (there.length < count) {
      const some = Array.from({ length: Math.min(AT_ONCE, count - there.length) }, async (_, index) => {
        const talker = await come(program.url);
        const [first] = scripts[(there.length + index) % scripts.length] ?? [];
        if (first !== undefined) await talker.say(first);
        return talker;
      });
      there.push(...(await Promise.all(some)));
    }
  };
  const leave = (): Promise<unknown> => Promise.all(there.splice(0).map((talker) => talker.leave()));

  const [fewer, most] = [counts.at(-2) ?? 0, counts.at(-1) ?? 0];
  await comeUpTo(fewer);
  await leave();
  const open: Record<string, Memory> = {};
  for (const count of counts) {
    await comeUpTo(count);
    open[count] = await memoryOf(program);
  }
  await leave();
  const each = (figure: keyof Memory): number =>
    Math.round(((open[most]?.[figure] ?? 0) - (open[fewer]?.[figure] ?? 0)) / Math.max(1, most - fewer));
  return { open, afterwards: await memoryOf(program), each: { rss: each('rss'), heap: each('heap') } };
}

async function memoryOf({ child }: Program): Promise<Memory> {
  await wait(SETTLE_MS);
  // The first collection lets finalizers run; what those held goes with the second.
  await askMemory(child);
  await wait(SETTLE_MS);
  return askMemory(child);
}

async function askMemory(child: Program['child']): Promise<Memory> {
  const answered = once(child, 'message');
  child.send('memory');
  const { rss, heapUsed, external } = Usage.parse((await answered)[0]);
  return { rss, heap: heapUsed + external };
}
