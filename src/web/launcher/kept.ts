/** What is kept for the next page of the same tab. A page may forbid storage: then nothing is. */

/** Null: nothing was kept. */
export function kept(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps it for as long as the tab. */
export function keep(key: string, text: string): void {
  try {
    sessionStorage.setItem(key, text);
  } catch {
    // The next page begins as its script tag says.
  }
}
