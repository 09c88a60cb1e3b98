/** What a button of ours sends back: made here, read here. */

import { z } from 'zod';
import type { ChoiceOf } from '../../core/conversation.ts';
import type { Id } from '../../core/knowledge/model.ts';

/**
 * Ids of ours have no spaces and no long numbers. Words that somebody put in their place would be kept as they are,
 * secrets unmasked.
 */
const id = z.string().regex(/^(?!.*\d(?:\D?\d){11})[\w.:/-]{1,200}$/);
const schema = z.object({
  keyturn: z.union([
    z.object({
      of: z.object({
        kind: z.enum(['question', 'remedy', 'confirm', 'new-problem']),
        id,
        turn: z.int().min(0),
      }),
      choice: id,
    }),
    z.object({ say: z.string().min(1).max(2_000) }),
  ]),
});

/** A choice of what was shown, or a button that stands for words. */
export type Pressed = { readonly of: ChoiceOf; readonly choice: Id } | { readonly say: string };

export function writePressed(pressed: Pressed): { readonly keyturn: Pressed } {
  return { keyturn: pressed };
}

/** Null where it is not the value of one of our buttons. */
export function readPressed(value: unknown): Pressed | null {
  const result = schema.safeParse(value);
  return result.success ? result.data.keyturn : null;
}
