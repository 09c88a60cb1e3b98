/** Tells replies that come from those that were there before. */

import { useEffect, useRef, useState } from 'preact/hooks';
import type { BotLine, Line, Snapshot } from './connection/snapshot.ts';

/**
 * Calls back for each reply that arrives after the conversation was loaded, or that answers something said before it was.
 * Gives whether lines that come are to be read out: not the old ones that a conversation is loaded with.
 */
export function useArrivals(snapshot: Snapshot, arrived: (lines: readonly BotLine[]) => void): boolean {
  const { lines, status, isNew } = snapshot;
  const [isLoaded, setLoaded] = useState(false);
  const known = useRef<ReadonlySet<string>>(new Set());
  const isKnownWord = ({ from, id }: Line): boolean => from === 'person' && known.current.has(id);
  // Somebody who writes before the conversation has begun is not somebody who comes back.
  const isFresh =
    status !== 'connecting' &&
    lines.every((line) => line.from === 'bot' || isUnsent(line) || isKnownWord(line));

  useEffect(() => {
    const begin = isLoaded ? 0 : lines.findIndex(isKnownWord);
    const fresh: BotLine[] = [];
    for (const line of begin < 0 ? [] : lines.slice(begin))
      if (line.from === 'bot' && !known.current.has(line.id)) fresh.push(line);
    known.current = new Set([...known.current, ...lines.map(({ id }) => id)]);
    if (fresh.length > 0) arrived(fresh);
    // The line is open before the first lines have come; every conversation has some.
    if (status !== 'connecting' && lines.some(({ from }) => from === 'bot')) setLoaded(true);
  }, [lines, status]);

  return isNew || isLoaded || isFresh;
}

const isUnsent = (line: Line): boolean => line.from === 'person' && line.delivery !== 'sent';
