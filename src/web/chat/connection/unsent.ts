/** What this person said and the server has not told of yet, in order; stored until the server has it. */

import type { Kept, Unsent } from './kept.ts';
import type { Delivery, PersonLine } from './snapshot.ts';

/** Messages on their way out. */
export interface UnsentMessages {
  add(said: Pick<Unsent, 'text' | 'pressed'>): void;
  /** The first that is to be sent; null where there is none. */
  next(): Unsent | null;
  has(id: string): boolean;
  mark(id: string, delivery: Delivery): void;
  /** The server told of it: it stands in the transcript now. */
  arrived(id: string): void;
  lines(): readonly PersonLine[];
  /** Those that are still to be sent. */
  open(): readonly Unsent[];
  /** Here and in the storage. */
  forget(): void;
}

/** What they are made of. */
export interface UnsentParts {
  readonly kept: Kept;
  /** Id of the person whom the page named. */
  readonly person: string | null;
  /** Of another conversation, to be sent in this one. */
  readonly carried: readonly Unsent[];
  readonly now: () => number;
  readonly newId: () => string;
  /** How long they are kept. */
  readonly unsentMs: number;
}

/** Begins with what an earlier page has left, and with what is carried over. */
export function createUnsentMessages(parts: UnsentParts): UnsentMessages {
  const { kept, person, now } = parts;
  let messages: readonly { readonly message: Unsent; readonly line: PersonLine }[] = [];
  let lastAt = 0;

  function append(message: Unsent): void {
    kept.keepUnsent(message);
    lastAt = message.at;
    const { id, at, text, pressed } = message;
    const line = { from: 'person', id, at, text, pressed: pressed?.of ?? null, delivery: 'waiting' } as const;
    messages = [...messages, { message, line }];
  }

  function drop(id: string): void {
    messages = messages.filter(({ message }) => message.id !== id);
    kept.dropUnsent(id);
  }

  const isOpen = ({ line }: { readonly line: PersonLine }): boolean =>
    line.delivery === 'waiting' || line.delivery === 'sending';

  const found = new Map(kept.unsent(person, now() - parts.unsentMs).map((message) => [message.id, message]));
  for (const message of parts.carried) found.set(message.id, { ...message, person });
  for (const message of [...found.values()].sort((a, b) => a.at - b.at)) append(message);

  return {
    add: ({ text, pressed }) =>
      append({ id: parts.newId(), at: Math.max(now(), lastAt + 1), person, text, pressed }),
    next: () => messages.find(isOpen)?.message ?? null,
    has: (id) => messages.some(({ message }) => message.id === id),
    mark(id, delivery) {
      messages = messages.map((each) =>
        each.message.id === id ? { ...each, line: { ...each.line, delivery } } : each,
      );
      if (delivery === 'sent' || delivery === 'refused') kept.dropUnsent(id);
    },
    arrived: drop,
    lines: () => messages.map(({ line }) => line),
    open: () => messages.filter(isOpen).map(({ message }) => message),
    forget() {
      for (const { message } of messages) drop(message.id);
    },
  };
}
