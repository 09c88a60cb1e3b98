/** `window.keyturn`: what a page may do with its chats. */

import type { SignedPerson } from '../frame-messages.ts';

/** What a page can hear of. `ready`: the chat is loaded; `unread` comes with `{ count }`, `reply` with `{ kind, id, text }`. */
export type EventName = 'ready' | 'open' | 'close' | 'unread' | 'reply';

/** One chat on a page, as the page sees it. The first one's methods stand on `window.keyturn` itself. */
export interface Keyturn {
  readonly id: string;
  /** Opens the chat and moves the focus into it. */
  open(): void;
  /** Closes the chat; the focus goes back to where it was before. A chat that has its place in the page stays. */
  close(): void;
  /** Opens the chat and says something in it. */
  send(text: string): void;
  /** Calls back after each such event; gives what stops it. */
  on(name: EventName, listener: (detail: unknown) => void): () => void;
  /** Says who is there, proved by the page's server; null: signed out. */
  identify(person: SignedPerson | null): void;
  /** A chat of this page; undefined: there is none of that id. */
  get(id: string): Keyturn | undefined;
  /** Calls back at once: `(window.keyturn = window.keyturn || []).push(…)` works before the script has loaded, too. */
  push(call: (keyturn: Keyturn) => void): void;
  /** All chats of this page by id: each script tag runs for itself, and finds the others here. */
  readonly chats: Map<string, Keyturn>;
}

/** What stands on the page before the script comes, if anything: calls that wait, or the first chat. */
interface Before {
  readonly chats?: Keyturn['chats'];
  forEach?(push: Keyturn['push']): void;
  push(call: (keyturn: Keyturn) => void): unknown;
}

declare global {
  interface Window {
    keyturn?: Before;
  }
}

/** The chats that are there already; undefined: none yet. */
export const chatsOfPage = (): Keyturn['chats'] | undefined => window.keyturn?.chats;

/** Puts the first chat where the page finds it, and does what the page has asked for meanwhile. */
export function offer(keyturn: Keyturn): void {
  const asked = window.keyturn;
  window.keyturn = keyturn;
  asked?.forEach?.(keyturn.push);
}
