/** What a browser gives the connection to live with. */

import type { Happening, StorageLike, Surroundings } from './parts.ts';

/** A browser's own. Storage that the browser's settings forbid is null. */
export function browserSurroundings(): Surroundings {
  return {
    fetch: (url, init) => fetch(url, init),
    openSocket: (url) => new WebSocket(url),
    now: () => Date.now(),
    after(ms, callback) {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
    random: () => Math.random(),
    newId,
    on: listen,
    storage: allowedStorage(),
  };
}

/** 128 random bits. Not `randomUUID`, which pages without https do not have. */
function newId(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}

/** Even naming the storage throws where cookies are forbidden. */
function allowedStorage(): StorageLike | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

const events: Readonly<Record<Happening, string>> = {
  online: 'online',
  offline: 'offline',
  stored: 'storage',
  visible: 'visibilitychange',
};

function listen(happening: Happening, listener: () => void): () => void {
  const target = happening === 'visible' ? document : window;
  const heard = (): void => {
    if (target === window || document.visibilityState === 'visible') listener();
  };
  target.addEventListener(events[happening], heard);
  return () => target.removeEventListener(events[happening], heard);
}
