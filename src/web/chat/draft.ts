/** The message that is being written. */

import type { Choice } from '../../core/conversation.ts';
import type { Offer } from './live.ts';

/**
 * How many UTF-16 units of a message the bot reads, as its core has it (a test compares the two). More is not sent:
 * it would be cut without the person seeing where.
 */
export const DRAFT_LIMIT = 20_000;

/** From here on the length is shown: pasted tickets, not sentences. Characters, and lines. */
const LONG_CHARACTERS = 600;
const LONG_LINES = 6;

/** How long a draft is. */
export interface DraftLength {
  readonly lines: number;
  /** UTF-16 units, as the limit counts them. */
  readonly count: number;
  readonly limit: number;
  /** How many are too many; 0: none. */
  readonly over: number;
  /** Worth telling. */
  readonly isLong: boolean;
}

export function measureDraft(draft: string): DraftLength {
  const lines = draft.split('\n').length;
  const count = draft.length;
  return {
    lines,
    count,
    limit: DRAFT_LIMIT,
    over: Math.max(0, count - DRAFT_LIMIT),
    isLong: count >= LONG_CHARACTERS || lines >= LONG_LINES,
  };
}

/** The choice that a typed number means: the answers on the screen are numbered. Null: it is a message like any other. */
export function numberedChoice(draft: string, offer: Offer | null): Choice | null {
  const number = /^\s*[1-9]\s*$/.test(draft) ? Number(draft) : 0;
  return offer?.choices[number - 1] ?? null;
}
