/** Taking back: "back", a message that was edited or deleted. All of it is the removal of facts. */

import type { Case, ConversationState, Heard, Pending } from '../conversation.ts';
import { addRemark, lastTelling, takeBack, turnsTelling } from './case.ts';
import type { Base, Remembered } from './events.ts';
import type { DialogueSlice } from './slice.ts';
import { withWords } from './take-in.ts';

/** Undoes the last turn that told something, and asks again what it had answered. */
export function back(base: Base): Remembered {
  const turn = lastTelling(base.case);
  if (turn === null) return { ...base, event: { kind: 'nothing-to-take-back' } };
  const question = base.case.asked.find((entry) => entry.answeredTurn === turn);
  const remedy = base.case.tried.find((entry) => turnsTelling(entry).includes(turn));
  const removed = base.case.facts.filter((fact) => fact.turn === turn);
  const earlier = takeBack(base.case, turn);
  const ours = {
    ...earlier,
    asked: earlier.asked.filter((entry) => entry.result !== 'waiting'),
    pending: null,
  };
  const reopened: Pending | null =
    question !== undefined
      ? { kind: 'question', id: question.question, turn: base.turn }
      : remedy !== undefined
        ? { kind: 'remedy', id: remedy.problem, turn: base.turn }
        : null;
  return { ...base, case: ours, event: { kind: 'took-back', reopened, removed } };
}

/** A case without what one message said. */
export function withoutMessage(ours: Case, messageId: string): Case {
  const all = [...ours.texts, ...(ours.remarks ?? [])];
  const turn = all.find((text) => text.messageId === messageId)?.turn;
  return turn === undefined ? ours : takeBack(ours, turn);
}

/** An edited message: what it said before is taken back, and what it says now counts in its place. */
export function edited(
  slice: DialogueSlice,
  base: Base,
  messageId: string,
  heard: Heard,
  owner: ConversationState['owner'],
): Remembered {
  const isSaid = ({ messageId: id }: { readonly messageId: string | null }): boolean => id === messageId;
  const remark = base.case.remarks?.find(isSaid);
  if (remark !== undefined) {
    const ours = addRemark(withoutMessage(base.case, messageId), { ...remark, text: heard.text });
    return { ...base, case: ours, event: { kind: 'kept-silent' } };
  }
  if (!base.case.texts.some(isSaid)) return { ...base, event: { kind: 'kept-silent' } };
  const earlier = { ...base, case: withoutMessage(base.case, messageId) };
  const after = withWords(slice, earlier, heard, messageId);
  return {
    ...after,
    event: owner === 'human' ? { kind: 'kept-silent' } : { kind: 'moved', note: 'corrected' },
  };
}
