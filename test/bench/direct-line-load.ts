/** Many people at once, each with a conversation of their own. */

import { setTimeout as wait } from 'node:timers/promises';
import type { Sent } from './conversations.ts';
import type { Come } from './direct-line-people.ts';
import { percentiles, round } from './percentiles.ts';

/** What one crowd found. */
export interface LoadFigures {
  readonly messagesPerSecond: number;
  /** From sending to the answer. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Conversations that were opened, each with its welcome, before anybody spoke. */
  readonly openedPerSecond: number;
}

/** Somebody's pause before each message, in milliseconds; 0: as soon as the last answer is there. */
export type PauseMs = number;

/**
 * As many people come as there are scripts and, once all are there, each says what stands in theirs, one message
 * after the answer to the last. With a pause they begin spread over it, for people do not type in step.
 */
export async function crowd(
  come: Come,
  url: string,
  scripts: readonly (readonly Sent[])[],
  pauseMs: PauseMs = 0,
): Promise<LoadFigures> {
  const opening = performance.now();
  const talkers = await Promise.all(scripts.map(() => come(url)));
  const openedPerSecond = perSecond(scripts.length, opening);
  const timesMs: number[] = [];
  const begun = performance.now();
  await Promise.all(
    talkers.map(async (talker, index) => {
      if (pauseMs > 0) await wait((pauseMs * index) / talkers.length);
      for (const sent of scripts[index] ?? []) {
        const ms = await talker.say(sent);
        timesMs.push(ms);
        if (pauseMs > 0) await wait(Math.max(0, pauseMs - ms));
      }
    }),
  );
  const messagesPerSecond = perSecond(timesMs.length, begun);
  await Promise.all(talkers.map((talker) => talker.leave()));
  const { p50Ms, p99Ms } = percentiles(timesMs);
  return { messagesPerSecond, p50Ms, p99Ms, openedPerSecond };
}

const perSecond = (count: number, sinceMs: number): number =>
  round((count * 1_000) / (performance.now() - sinceMs));
