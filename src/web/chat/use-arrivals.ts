/** Tells replies that come from those that were there before. */

import { useEffect, useRef, useState } from 'preact/hooks';
import type { BotLine, Snapshot } from './connection/snapshot.ts';

/**
 * Calls back for each reply that arrives after the conversation was loaded. Gives whether it is loaded: until then,
 * lines that come are old ones, except in a conversation in which nobody has said anything yet.
 */
export function useArrivals(snapshot: Snapshot, arrived: (lines: readonly BotLine[]) => void): boolean {
  const { lines, status } = snapshot;
  const [isLoaded, setLoaded] = useState(false);
  const known = useRef<ReadonlySet<string>>(new Set());
  const isFresh = status !== 'connecting' && !lines.some(({ from }) => from === 'person');

  useEffect(() => {
    const fresh: BotLine[] = [];
    for (const line of lines) if (line.from === 'bot' && !known.current.has(line.id)) fresh.push(line);
    known.current = new Set([...known.current, ...lines.map(({ id }) => id)]);
    if (isLoaded && fresh.length > 0) arrived(fresh);
    if (status !== 'connecting') setLoaded(true);
  }, [lines, status]);

  return isLoaded || isFresh;
}
