/** Counts the replies that came since somebody looked. */

export interface Unread {
  /** Somebody looks, or nobody does any more. */
  look(looking: boolean): void;
  /** So many replies came. */
  add(count: number): void;
}

/** `tell` is called whenever the count changes. A chat that was just loaded is looked at. */
export function createUnread(tell: (count: number) => void): Unread {
  let isLooking = true;
  let count = 0;
  return {
    look(looking) {
      isLooking = looking;
      if (looking && count > 0) {
        count = 0;
        tell(count);
      }
    },
    add(more) {
      if (isLooking) return;
      count += more;
      tell(count);
    },
  };
}
