/** A conversation without a network: says what a script says, for looking at screens. */

import type { Reply } from '../../../src/core/conversation.ts';
import type { Connection } from '../../../src/web/chat/connection/connection.ts';
import type { Delivery, Line, Snapshot } from '../../../src/web/chat/connection/snapshot.ts';

/** What is said: words of the person, a press of theirs, or a reply. */
export type Scripted =
  | { readonly person: string; readonly pressed?: true; readonly delivery?: Delivery }
  | { readonly bot: Reply };

/** What roles are called in every scene. */
const ROLES = {
  cashier: 'Cashier or operator',
  supervisor: 'Supervisor or manager',
  technician: 'Authorised technician',
};

const PRESSED = { kind: 'question', id: 'earlier', turn: 1 } as const;

/** A minute of the morning at which every scene begins, in milliseconds since 1970. */
const MORNING = Date.UTC(2026, 10, 22, 9, 30);

const lineOf = (said: Scripted, index: number): Line => {
  const base = { id: `line-${index}`, at: MORNING + index * 20_000 };
  if ('bot' in said) return { ...base, from: 'bot', reply: said.bot, roles: ROLES };
  const { person: text, pressed, delivery = 'sent' } = said;
  return { ...base, from: 'person', text, pressed: pressed ? PRESSED : null, delivery };
};

/** A connection that stands at the end of a script. What is said in it is added, and answered by `answers` in turn. */
export function scriptedConnection(
  script: readonly Scripted[],
  parts: Partial<Omit<Snapshot, 'lines'>> = {},
  answers: readonly Reply[] = [],
): Connection {
  const said = [...script];
  const waiting = [...answers];
  const listeners = new Set<() => void>();
  const snapshotNow = (): Snapshot => ({
    status: 'online',
    answering: false,
    complaint: null,
    sayings: { restart: 'start over', human: 'I want to talk to a person' },
    conversationId: 'scripted',
    ...parts,
    lines: said.map(lineOf),
  });
  let snapshot = snapshotNow();
  const add = (next: Scripted): void => {
    said.push(next);
    snapshot = snapshotNow();
    for (const listener of listeners) listener();
  };
  const hear = (next: Scripted): void => {
    add(next);
    const reply = waiting.shift();
    if (reply !== undefined) setTimeout(add, 50, { bot: reply });
  };
  const delivery: Delivery = snapshot.status === 'offline' ? 'waiting' : 'sent';
  return {
    snapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    say: (text) => hear({ person: text, delivery }),
    choose: (_, choice) => hear({ person: choice.label, pressed: true, delivery }),
    identify: () => {},
    startAnew() {
      said.length = 0;
      add({ bot: { kind: 'smalltalk', id: 'welcome', text: 'Hello.' } });
    },
    retry: () => {},
    close: () => listeners.clear(),
  };
}
