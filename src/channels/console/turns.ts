/** Typed lines as turns of a conversation. */

import type { Choice, ChoiceOf, Reply, UserTurn } from '../../core/conversation.ts';

/** The choices that stand on the screen, and what they belong to. Null: there are none. */
export interface Shown {
  readonly choices: readonly Choice[];
  /** Null: the choices belong to nothing that waits, so picking one says its words. */
  readonly of: ChoiceOf | null;
}

/** The choices of the last reply that has any. */
export function shownBy(replies: readonly Reply[]): Shown | null {
  for (const reply of [...replies].reverse()) {
    if (!('choices' in reply) || reply.choices.length === 0) continue;
    return { choices: reply.choices, of: 'of' in reply ? reply.of : null };
  }
  return null;
}

/** A typed message as a turn: the number of a choice picks it, anything else is said. */
export function turnOf(typed: string, shown: Shown | null, id: string, at: number): UserTurn {
  const number = /^\s*\d{1,3}[.)]?\s*$/u.test(typed) ? Number.parseInt(typed, 10) : null;
  const choice = number === null ? undefined : shown?.choices[number - 1];
  if (choice === undefined || shown === null)
    return { kind: 'said', id, at, text: typed, messageId: null, attachments: 0 };
  if (shown.of === null) return { kind: 'said', id, at, text: choice.label, messageId: null, attachments: 0 };
  return { kind: 'chose', id, at, of: shown.of, choice: choice.id };
}
