/** Which buttons can still be pressed. */

import type { Choice, ChoiceOf, Reply } from '../../core/conversation.ts';
import type { BotLine, Line } from './connection/snapshot.ts';

/** What a reply offers to press; `of` null: a choice says its words. */
export interface Offer {
  readonly choices: readonly Choice[];
  readonly of: ChoiceOf | null;
}

/** What this reply offers, or null. */
export function offerOf(reply: Reply): Offer | null {
  switch (reply.kind) {
    case 'question':
    case 'confirm':
    case 'remedy':
      return reply.choices.length === 0 ? null : { choices: reply.choices, of: reply.of };
    case 'handover':
      return reply.choices.length === 0 ? null : { choices: reply.choices, of: null };
    case 'refusal':
    case 'answer':
    case 'smalltalk':
    case 'out-of-scope':
    case 'restart':
    case 'closing':
    case 'silent':
      return null;
  }
}

/** Whether this reply ends what was offered before it, though it offers nothing itself. */
const endsOffers = (reply: Reply): boolean =>
  reply.kind === 'restart' || reply.kind === 'closing' || reply.kind === 'handover';

/**
 * The one line whose buttons can be pressed: the last that offers something, until a message waits for its answer,
 * one of the buttons was pressed, or the matter is closed. Messages that were refused count as never said.
 */
export function liveLine(lines: readonly Line[]): BotLine | null {
  let answered = false;
  for (const line of [...lines].reverse()) {
    if (line.from === 'person') {
      if (line.delivery === 'refused') continue;
      if (!answered || line.pressed !== null) return null;
      continue;
    }
    if (offerOf(line.reply) !== null) return line;
    if (endsOffers(line.reply)) return null;
    answered = true;
  }
  return null;
}
