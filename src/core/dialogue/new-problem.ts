/** Whether a message about another device is a new problem: it is asked, and what waited goes where it belongs. */

import type { Case, Fact, Heard, Pending } from '../conversation.ts';
import { newCase } from '../conversation.ts';
import { addText, mergeFacts } from './case.ts';
import type { Base, Remembered } from './events.ts';
import type { DialogueSlice } from './slice.ts';
import { withWords } from './take-in.ts';

/** Asks; the words and facts of the message wait for the answer. */
export function offerNewCase(base: Base, heard: Heard, device: Fact): Remembered {
  const pending: Pending = {
    kind: 'new-problem',
    id: device.answer,
    turn: base.turn,
    text: heard.text,
    facts: base.facts,
  };
  const ours: Case = { ...base.case, pending, newProblemAsked: true };
  return { ...base, case: ours, event: { kind: 'other-device', device } };
}

/**
 * Whoever names the other device once more instead of yes or no means a new problem. They have shown that they do not
 * answer this question, so in the new case it is not put to them again.
 */
export function namedAgain(
  slice: DialogueSlice,
  base: Base,
  pending: Extract<Pending, { kind: 'new-problem' }>,
  heard: Heard,
  messageId: string | null,
): Remembered {
  const settledCase = settled(slice, base, pending, 'yes');
  const fresh = { ...settledCase, case: { ...settledCase.case, newProblemAsked: true } };
  return { ...fresh, ...withWords(slice, { ...fresh, facts: base.facts }, heard, messageId) };
}

/** Yes or no to "is this a new problem?": the words that waited go into a new case, or into this one. */
export function settled(
  slice: DialogueSlice,
  base: Base,
  pending: Extract<Pending, { kind: 'new-problem' }>,
  yesNo: 'yes' | 'no',
): Remembered {
  const ours = yesNo === 'yes' ? newCase(base.turn) : { ...base.case, pending: null };
  const waiting = pending.facts.map((fact) => ({ ...fact, turn: base.turn }));
  const merged = mergeFacts(slice, ours.facts, waiting);
  const worded = addText(
    { ...ours, facts: merged.facts },
    { text: pending.text, turn: base.turn, messageId: null },
  );
  return {
    ...base,
    case: worded,
    event: { kind: 'moved', note: yesNo === 'yes' ? 'new-case' : 'same-case' },
  };
}
