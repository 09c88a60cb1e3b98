/** Whether a chat was left open, for the next page of the same tab. A page may forbid storage: then nothing is kept. */

const keyOf = (id: string): string => `keyturn-${id}`;

/** Not empty: it was left open; null: not known. */
export function keptOpen(id: string): string | null {
  try {
    return sessionStorage.getItem(keyOf(id));
  } catch {
    return null;
  }
}

/** Keeps it for as long as the tab. */
export function keepOpen(id: string, open: boolean): void {
  try {
    sessionStorage.setItem(keyOf(id), open ? 'open' : '');
  } catch {
    // The next page begins as its script tag says.
  }
}
