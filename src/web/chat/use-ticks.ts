/** The ticks of the steps, on the screen and in the storage. */

import { useState } from 'preact/hooks';
import type { StorageLike } from './connection/parts.ts';
import { keepTicks, readTicks, type Ticks, withTick } from './ticks.ts';

/** Ticks or unticks a step of the reply in this line. */
export type Tick = (line: string, step: string, ticked: boolean) => void;

/** What is ticked, kept under this name over reloads. */
export function useTicks(storage: StorageLike | null, key: string): readonly [Ticks, Tick] {
  const [ticks, setTicks] = useState(() => readTicks(storage, key));
  const tick: Tick = (line, step, ticked) => {
    // Another tab may have ticked meanwhile.
    const next = withTick(storage === null ? ticks : readTicks(storage, key), line, step, ticked);
    keepTicks(storage, key, next);
    setTicks(next);
  };
  return [ticks, tick];
}
