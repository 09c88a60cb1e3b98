/**
 * A storage for a frame to which the browser gives none (a private window, third-party storage blocked): the page around
 * it keeps what is in it, as one text, for as long as its tab. Messages that were not sent stay here: nobody has masked
 * what is secret in them yet.
 */

import { UNSENT } from './connection/kept.ts';
import type { StorageLike } from './connection/parts.ts';

/** `kept`: what the page has, null for nothing; `keep`: gives it all that is in the storage, after each change. */
export function pageStorage(kept: string | null, keep: (text: string) => void): StorageLike {
  const entries = new Map(entriesIn(kept));
  const changed = (name: string): void => {
    if (!name.includes(UNSENT))
      keep(JSON.stringify([...entries].filter(([other]) => !other.includes(UNSENT))));
  };
  return {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (name) => entries.get(name) ?? null,
    setItem(name, text) {
      entries.set(name, text);
      changed(name);
    },
    removeItem(name) {
      if (entries.delete(name)) changed(name);
    },
  };
}

/** What a page has kept may be anything. */
function entriesIn(kept: string | null): readonly (readonly [string, string])[] {
  try {
    const found: unknown = JSON.parse(kept ?? '[]');
    return Array.isArray(found) ? found.filter(isEntry) : [];
  } catch {
    return [];
  }
}

const isEntry = (value: unknown): value is readonly [string, string] =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
