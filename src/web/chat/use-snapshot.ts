/** The conversation as it stands, on the screen. */

import { useEffect, useState } from 'preact/hooks';
import type { Connection } from './connection/connection.ts';
import type { Snapshot } from './connection/snapshot.ts';

/** The snapshot of now; draws anew at each change. */
export function useSnapshot(connection: Connection): Snapshot {
  const [snapshot, setSnapshot] = useState(connection.snapshot());
  useEffect(() => {
    const update = (): void => setSnapshot(connection.snapshot());
    update();
    return connection.subscribe(update);
  }, [connection]);
  return snapshot;
}
