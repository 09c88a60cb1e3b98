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
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Even naming the storage throws where cookies are forbidden. */
function allowedStorage(): StorageLike | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

function listen(happening: Happening, listener: () => void): () => void {
  switch (happening) {
    case 'online':
    case 'offline':
      return listenTo(window, happening, listener);
    case 'stored':
      return listenTo(window, 'storage', listener);
    case 'visible': {
      const looked = listenTo(document, 'visibilitychange', () => {
        if (document.visibilityState === 'visible') listener();
      });
      // A page that comes back out of the browser's memory was never hidden, and its sockets are gone.
      const shown = listenTo(window, 'pageshow', listener);
      return () => {
        looked();
        shown();
      };
    }
  }
}

function listenTo(target: EventTarget, type: string, listener: () => void): () => void {
  target.addEventListener(type, listener);
  return () => target.removeEventListener(type, listener);
}
