/** Which steps are ticked off: kept over reloads, per reply and step. */

import type { StorageLike } from './connection/parts.ts';

/** Steps that are ticked, by the id of the line that showed them. */
export type Ticks = Readonly<Record<string, readonly string[]>>;

/** Replies whose ticks are kept. Range 1..200, default 20: fewer forgets a remedy scrolled back to, more only fills. */
const MOST_REPLIES = 20;

/** Ticks of these steps with one more or one less. */
export function withTick(ticks: Ticks, line: string, step: string, ticked: boolean): Ticks {
  const others = (ticks[line] ?? []).filter((id) => id !== step);
  const { [line]: _, ...rest } = ticks;
  const kept = Object.entries(rest).slice(1 - MOST_REPLIES);
  return { ...Object.fromEntries(kept), [line]: ticked ? [...others, step] : others };
}

/** What was kept; nothing where the storage is closed to us or holds something else. */
export function readTicks(storage: StorageLike | null, key: string): Ticks {
  try {
    return ticksIn(JSON.parse(storage?.getItem(key) ?? '{}'));
  } catch {
    return {};
  }
}

/** Keeps the ticks; a storage that is full or closed to us loses them at the next reload, and nothing else. */
export function keepTicks(storage: StorageLike | null, key: string, ticks: Ticks): void {
  try {
    storage?.setItem(key, JSON.stringify(ticks));
  } catch {
    // Ticks are a comfort; the conversation goes on without them.
  }
}

function ticksIn(value: unknown): Ticks {
  if (typeof value !== 'object' || value === null) return {};
  const steps = (list: unknown): readonly string[] =>
    Array.isArray(list) ? list.filter((id) => typeof id === 'string') : [];
  return Object.fromEntries(Object.entries(value).map(([line, list]) => [line, steps(list)]));
}
