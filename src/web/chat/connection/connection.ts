/** The network side of the chat: what is said goes out once and in order, what is answered comes in. */

import type { Choice, ChoiceOf } from '../../../core/conversation.ts';
import { browserSurroundings } from './browser.ts';
import { type OpenConversation, openConversation } from './conversation.ts';
import { createKept, type Unsent } from './kept.ts';
import type { ConnectionParts } from './parts.ts';
import type { Person, Snapshot } from './snapshot.ts';
import { defaultTimes } from './times.ts';

export type { ConnectionParts } from './parts.ts';
export type * from './snapshot.ts';

/** A conversation as the screens know it. Nothing here throws or rejects; what goes wrong stands in the snapshot. */
export interface Connection {
  /** The same object until something changes. */
  snapshot(): Snapshot;
  /** Calls back after each change; gives what stops it. */
  subscribe(listener: () => void): () => void;
  /** Blank text is passed over. */
  say(text: string): void;
  /** The label is shown as what was said. */
  choose(of: ChoiceOf, choice: Choice): void;
  /** Goes on in this person's own conversation; null: signed out, a new conversation. */
  identify(person: Person | null): void;
  /**
   * Forgets this conversation on this device and begins a new one. A named person has one conversation everywhere, and
   * gets that again: they start over within it, by `sayings.restart`.
   */
  startAnew(): void;
  /** Tries at once what would be tried again later. */
  retry(): void;
  /** Ends all of it; unsent messages stay stored. */
  close(): void;
}

const proofOf = (person: Person | null): string => (person === null ? '' : person.hmac);

/** Begins at once. What is said before anything is reached waits. */
export function openConnection(parts: ConnectionParts): Connection {
  const around = { ...browserSurroundings(), ...parts };
  const times = { ...defaultTimes, ...parts.times };
  const kept = createKept(around.storage, parts.key);
  const listeners = new Set<() => void>();
  let person = parts.person ?? null;
  let current = open([]);
  let shown: Snapshot | null = null;

  function open(carried: readonly Unsent[]): OpenConversation {
    return openConversation({
      base: parts.base,
      language: parts.language ?? null,
      person,
      kept,
      carried,
      changed,
      around,
      times,
    });
  }

  function changed(): void {
    shown = null;
    for (const listener of listeners) listener();
  }

  function begin(next: Person | null, carried: readonly Unsent[]): void {
    current.close();
    person = next;
    current = open(carried);
    changed();
  }

  function forget(): void {
    current.unsent.forget();
    kept.setResume(null);
  }

  function add(said: Pick<Unsent, 'text' | 'pressed'>): void {
    current.unsent.add(said);
    current.sending.wake();
    changed();
  }

  /** Another tab has begun anew: one device has one conversation. */
  function follow(): void {
    const { conversationId } = current.snapshot();
    const stored = kept.resume();
    if (person !== null || conversationId === null || stored === null) return;
    if (stored.conversationId !== conversationId) begin(null, []);
  }

  const stops = [
    around.on('online', () => current.wake()),
    around.on('visible', () => current.wake()),
    around.on('offline', () => current.link.lose()),
    around.on('stored', follow),
  ];

  return {
    snapshot() {
      shown ??= current.snapshot();
      return shown;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    say(text) {
      const said = text.trim();
      if (said !== '') add({ text: said, pressed: null });
    },
    choose: (of, choice) => add({ text: choice.label, pressed: { of, choice: choice.id } }),
    identify(next) {
      if (proofOf(next) === proofOf(person)) return;
      // Who only now tells their name goes on with what they have just typed; whoever comes after them does not.
      const carried = person === null ? current.unsent.open() : [];
      if (next === null) forget();
      begin(next, carried);
    },
    startAnew() {
      forget();
      begin(person, []);
    },
    retry() {
      current.wake();
      current.link.retry();
    },
    close() {
      for (const stop of stops) stop();
      listeners.clear();
      current.close();
    },
  };
}
