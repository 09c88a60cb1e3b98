/** Whether a message about another device is a second problem: it is asked, and what waited goes where it belongs. */

import type { Case, Fact, Heard, Pending } from '../conversation.ts';
import { newCase } from '../conversation.ts';
import { addText, answerAsked, mergeFacts } from './case.ts';
import type { Base, Remembered } from './events.ts';
import { isQuestion, isSettled } from './lacking.ts';
import { before, offerKept } from './later.ts';
import { withRest } from './outcome.ts';
import type { DialogueSlice } from './slice.ts';
import { withWords } from './take-in.ts';

type Offered = Extract<Pending, { kind: 'new-problem' }>;

/** Asks; the words of the message wait for the answer, and its facts, save one that answers what was asked before. */
export function offerNewCase(slice: DialogueSlice, base: Base, heard: Heard, device: Fact): Remembered {
  const asked = isQuestion(base.case.pending) ? base.case.pending.id : null;
  const pending: Offered = {
    kind: 'new-problem',
    id: device.answer,
    turn: base.turn,
    text: heard.text,
    facts: base.facts.filter(({ question }) => question !== asked),
  };
  const answers = base.facts.filter(({ question }) => question === asked);
  const facts = mergeFacts(slice, base.case.facts, answers).facts;
  const told = { ...base.case, facts, pending, newProblemAsked: true };
  const ours =
    asked !== null && isSettled(slice, asked, { facts: answers })
      ? answerAsked(told, asked, 'answered', base.turn)
      : told;
  return { ...base, case: ours, event: { kind: 'other-device' } };
}

/**
 * Whoever names the other device once more in place of an answer wants it looked at. They have shown that they do not
 * answer this question, so in the new case it is not put to them again.
 */
export function namedAgain(
  slice: DialogueSlice,
  base: Base,
  pending: Offered,
  heard: Heard,
  messageId: string | null,
): Remembered {
  const begun = switched(slice, base, pending);
  const fresh = { ...begun, case: { ...begun.case, newProblemAsked: true } };
  return { ...fresh, ...withWords(slice, { ...fresh, facts: base.facts }, heard, messageId) };
}

/** The case goes on as it was, and the other problem is taken up once it is closed; what a human has does not hold it up. */
export function keptForLater(slice: DialogueSlice, base: Base, pending: Offered): Remembered {
  if (base.case.handedOverTurn !== null) return switched(slice, base, pending);
  return { ...base, case: offerKept(base.case), event: { kind: 'kept-for-later' } };
}

/** The other problem is taken up now, and this case once that is closed. */
export function switched(slice: DialogueSlice, base: Base, pending: Offered): Remembered {
  const fresh = before(newCase(base.turn), base.case);
  const note = base.case.handedOverTurn === null ? 'switched' : 'new-case';
  return { ...base, case: withOffered(slice, base, fresh, pending), event: { kind: 'moved', note } };
}

/** What was told belongs to this case. */
export function sameProblem(slice: DialogueSlice, base: Base, pending: Offered): Remembered {
  const told = withOffered(slice, base, { ...base.case, pending: null }, pending);
  const ours = withRest(told, base.turn);
  return { ...base, case: ours, event: { kind: 'moved', note: 'same-case' } };
}

/** The words and facts that waited, as part of a case. */
function withOffered(slice: DialogueSlice, { turn }: Base, ours: Case, { text, facts }: Offered): Case {
  const waiting = facts.map((fact) => ({ ...fact, turn }));
  const merged = mergeFacts(slice, ours.facts, waiting);
  return addText({ ...ours, facts: merged.facts }, { text, turn, messageId: null });
}
