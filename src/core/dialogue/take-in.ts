/** What a message says goes into the case. */

import type { Heard } from '../conversation.ts';
import { addText, mergeFacts } from './case.ts';
import type { Base } from './events.ts';
import type { DialogueSlice } from './slice.ts';

/** Facts merged, words kept for the search, the model noted. Roles belong to the person and not to the case. */
export function withWords(slice: DialogueSlice, base: Base, heard: Heard, messageId: string | null): Base {
  const merged = mergeFacts(
    slice,
    base.case.facts,
    base.facts.filter((fact) => fact.about !== 'role'),
  );
  const worded = addText(base.case, { text: heard.text, turn: base.turn, messageId });
  return { ...base, case: { ...worded, facts: merged.facts, model: heard.model ?? worded.model } };
}
