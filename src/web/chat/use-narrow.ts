/** How much room the chat has. */

import { useEffect, useState } from 'preact/hooks';

/** Up to here the steps of a remedy are folded, all but the one to do now: phones and the widget's frame. */
const NARROW = '(max-width: 36rem)';

/** True where the chat is narrow, which a turned phone changes. */
export function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    // Safari knows the event here only since 14; until then a turned phone is seen at the next load.
    const query = matchMedia(NARROW);
    const look = (): void => setNarrow(query.matches);
    query.addEventListener?.('change', look);
    return () => query.removeEventListener?.('change', look);
  }, []);
  return isNarrow;
}
