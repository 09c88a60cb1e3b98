/** What a turn does to the case: the first half of the dialogue, before anything is diagnosed. */

import type { Case, ConversationState, Fact, Heard, Pending, UserTurn } from '../conversation.ts';
import { newCase } from '../conversation.ts';
import { type Id, NOT_HERE, type Question } from '../knowledge/model.ts';
import { doingOf } from './act-table.ts';
import { answerAsked, otherDevice, passOver } from './case.ts';
import type { Base, Note, Remembered } from './events.ts';
import { isQuestion, isSettled } from './lacking.ts';
import { afterwards, comesLater, offerKept, takenUp, withOtherProblem } from './later.ts';
import { keptForLater, namedAgain, offerNewCase, sameProblem, switched } from './new-problem.ts';
import { saysWhatIsInTheWay, saysWhatIsLeft, toldOutcome, withOutcome, withRest } from './outcome.ts';
import type { DialogueSlice } from './slice.ts';
import { withRemark, withWords } from './take-in.ts';
import { mayBeUndone, remedyToDo } from './told-role.ts';
import { back, edited, withoutMessage } from './undo.ts';

/** Takes what was heard into the case. Corrections replace; what was said before stays. `step`: of which the turn speaks. */
export function remember(
  slice: DialogueSlice,
  state: ConversationState,
  turn: UserTurn,
  heard: Heard,
  step: Id | null = null,
): Remembered {
  const number = state.turn + 1;
  const ours = state.case ?? newCase(number);
  const facts = heard.facts.map((fact) => ({ ...fact, turn: number }));
  const person = personOf(state, facts);
  const base: Omit<Remembered, 'event'> = { turn: number, case: ours, person, facts };
  switch (turn.kind) {
    case 'joined':
      return { ...base, event: { kind: state.owner === 'human' ? 'kept-silent' : 'joined' } };
    case 'owner-changed':
      return { ...base, event: { kind: 'kept-silent' } };
    case 'deleted':
      return { ...base, case: withoutMessage(ours, turn.messageId), event: { kind: 'kept-silent' } };
    case 'edited':
      return edited(slice, base, turn.messageId, heard, state.owner);
    case 'chose':
      if (state.owner === 'human') return { ...base, event: { kind: 'kept-silent' } };
      return isLive(ours.pending, turn.of) &&
        (heard.act !== 'unclear' || turn.of.kind === 'new-problem' || turn.of.kind === 'confirm')
        ? told(slice, base, heard, null, state.person.role, step)
        : { ...base, event: { kind: 'stale' } };
    case 'said':
      if (state.owner === 'human')
        return { ...withWords(slice, base, heard, turn.messageId), event: { kind: 'kept-silent' } };
      if (heard.text.trim() === '')
        return { ...base, event: { kind: turn.attachments > 0 ? 'attachment' : 'empty' } };
      return withRemark(
        told(slice, base, heard, turn.messageId, state.person.role, step),
        heard,
        turn.messageId,
      );
  }
}

const isLive = (pending: Pending | null, of: { kind: string; id: Id; turn: number }): boolean =>
  pending !== null && pending.kind === of.kind && pending.id === of.id && pending.turn === of.turn;

function personOf(state: ConversationState, facts: readonly Fact[]): ConversationState['person'] {
  const role = facts.find((fact) => fact.about === 'role' && !fact.denied);
  return role === undefined ? state.person : { ...state.person, role: role.answer };
}

/** A turn of words or of a button, in the order in which its meanings go before each other. */
function told(
  slice: DialogueSlice,
  base: Base,
  heard: Heard,
  messageId: string | null,
  role: Id | null,
  step: Id | null,
): Remembered {
  const { pending } = base.case;
  if (pending?.kind === 'confirm' && heard.yesNo !== null && !isSettled(slice, pending.id, base))
    return confirmed(slice, base, pending, heard.yesNo, heard, messageId);
  if (heard.refusal !== null) return refused(slice, base, heard, heard.refusal, messageId);
  if (pending?.kind === 'new-problem') {
    if (heard.takesUpNow) return switched(slice, base, pending);
    if (heard.yesNo === 'no') return sameProblem(slice, base, pending);
    // Whoever answers what was asked before goes on with that.
    if (heard.act === 'answer' && heard.yesNo === null && !heard.notSure)
      return told(slice, { ...base, case: offerKept(base.case) }, heard, messageId, role, step);
    // Whoever cannot say whether it is a second problem goes on with the one that they have.
    if (heard.yesNo === 'yes' || heard.notSure || heard.act === 'unclear')
      return keptForLater(slice, base, pending);
  }
  if (pending?.kind === 'question' && heard.yesNo !== null) return { ...base, event: { kind: 'yes-or-no' } };
  if (isQuestion(pending) && heard.halfHeard !== null)
    return {
      ...withWords(slice, base, heard, messageId),
      event: { kind: 'half-heard', question: pending.id, answer: heard.halfHeard },
    };
  // Whoever does not know whether a remedy helped is asked again.
  if (pending?.kind === 'remedy' && heard.notSure) return { ...base, event: { kind: 'digressed' } };
  const doing = doingOf(heard.act, base.case);
  const mayNow = mayBeUndone(heard.act, doing) ? remedyToDo(slice, base, role) : null;
  if (mayNow !== null)
    return { ...withWords(slice, base, heard, messageId), event: { kind: 'told-role', remedy: mayNow } };
  if (saysWhatIsInTheWay(base, heard))
    return toldOutcome(slice, base, { ...heard, act: 'cannot' }, messageId, step);
  if (saysWhatIsLeft(base, heard)) return moved(slice, base, heard, messageId);
  const isAnswered = isQuestion(pending) && isSettled(slice, pending.id, base);
  switch (doing) {
    case 'moves':
      return moved(slice, base, heard, messageId);
    case 'closes':
      return {
        ...withOutcome(slice, base, heard, 'fixed', messageId),
        event: { kind: 'fixed', later: afterwards(offerKept(base.case), heard) },
      };
    case 'tells-outcome':
      return toldOutcome(slice, base, heard, messageId, step);
    case 'starts-over':
      return { ...base, case: newCase(base.turn), event: { kind: 'restarted' } };
    case 'hands-over':
      return {
        ...withWords(slice, { ...base, case: offerKept(base.case) }, heard, messageId),
        event: { kind: 'wants-human' },
      };
    case 'explains':
      return { ...base, event: { kind: 'asked-why' } };
    case 'goes-back':
      return back(base);
    case 'takes-leave':
      return { ...base, event: { kind: 'took-leave' } };
    case 'digresses':
      return isAnswered || isReportToo(slice, base, heard)
        ? moved(slice, base, heard, messageId)
        : { ...base, case: withOtherProblem(base, heard), event: { kind: 'digressed' } };
    case 'is-unclear':
      return base.case.handedOverTurn === null
        ? { ...base, case: askedOpenly(base.case), event: { kind: 'unclear' } }
        : { ...withWords(slice, base, heard, messageId), event: { kind: 'after-hand-over' } };
  }
}

/** Whether what is said beside the point tells of a case as well: of another device, in a question at first, or what is seen. */
function isReportToo(slice: DialogueSlice, { case: ours, facts }: Base, { act }: Heard): boolean {
  if (act === 'still-there' || act === 'partly') return facts.length > 0;
  if (act === 'new-problem') return otherDevice(slice, ours, facts) !== null;
  return act === 'side-question' && ours.pending === null && facts.length > 0;
}

/** Yes or no to "did you mean this?"; what else was said goes into the case as well. */
function confirmed(
  slice: DialogueSlice,
  base: Base,
  pending: Extract<Pending, { kind: 'confirm' }>,
  yesNo: 'yes' | 'no',
  heard: Heard,
  messageId: string | null,
): Remembered {
  const { id, answer } = pending;
  const question = slice.questions.get(id);
  const denied = yesNo === 'no';
  if (denied && !isEither(question)) {
    const after = base.facts.length === 0 ? base : withWords(slice, base, heard, messageId);
    return { ...after, case: askedOpenly(after.case), event: { kind: 'not-meant' } };
  }
  const fact: Fact = {
    question: id,
    answer,
    about: question?.about ?? 'check',
    known: 'chosen',
    denied,
    turn: base.turn,
    quote: null,
  };
  const facts = [...base.facts, fact];
  return moved(slice, { ...base, facts }, { ...heard, act: 'answer', facts }, messageId);
}

/** The case with its question put openly, where it was asked back whether an answer was meant. */
function askedOpenly(ours: Case): Case {
  const { pending } = ours;
  if (pending?.kind !== 'confirm') return ours;
  return { ...ours, pending: { kind: 'question', id: pending.id, turn: pending.turn } };
}

/** Whether a question has two answers that exclude each other, so that it is answered once one is not so. */
const isEither = (question: Question | undefined): boolean =>
  question?.choose === 'one' && question.answers.filter(({ id }) => id !== NOT_HERE).length === 2;

/** Facts and words go into the case; the next best move answers. */
function moved(slice: DialogueSlice, base: Base, heard: Heard, messageId: string | null): Remembered {
  const { pending } = base.case;
  const named = otherDevice(slice, base.case, base.facts);
  if (named !== null && pending?.kind === 'new-problem')
    return namedAgain(slice, base, pending, heard, messageId);
  if (pending?.kind === 'new-problem')
    return moved(slice, { ...base, case: offerKept(base.case) }, heard, messageId);
  const other = heard.act === 'correct' || isDeviceAsked(slice, base.case) ? null : named;
  const begun = base.case.asked.length + base.case.tried.length > 0;
  if (other !== null && comesLater(base.case, other))
    return base.case.handedOverTurn === null
      ? { ...base, event: { kind: 'kept-for-later' } }
      : moved(slice, { ...base, case: takenUp(base.case, other, base.turn) }, heard, messageId);
  if (other !== null && begun && base.case.newProblemAsked !== true)
    return offerNewCase(slice, base, heard, other);
  const before = base.case;
  const worded = withWords(slice, base, heard, messageId);
  const after = heard.act === 'correct' ? worded : { ...worded, case: withRest(worded.case, worded.turn) };
  if (before.handedOverTurn !== null && after.facts.length === 0)
    return { ...after, event: { kind: 'after-hand-over' } };
  if (heard.renumbered.length > 0 && after.facts.length === 0 && pending !== null)
    return { ...after, event: { kind: 'renumbered' } };
  const answered = answerPending(slice, before.pending, after, heard);
  const replaced = before.facts.some((fact) => !answered.facts.includes(fact));
  const isCorrection = heard.act === 'correct' && base.facts.length + heard.renumbered.length > 0;
  const note: Note = heard.notSure ? 'not-sure' : replaced || isCorrection ? 'corrected' : 'none';
  return { ...after, case: answered, event: { kind: 'moved', note } };
}

function isDeviceAsked(slice: DialogueSlice, ours: Case): boolean {
  return isQuestion(ours.pending) && slice.questions.get(ours.pending.id)?.about === 'device';
}

function answerPending(slice: DialogueSlice, pending: Pending | null, after: Base, heard: Heard): Case {
  const { case: ours, turn } = after;
  if (!isQuestion(pending)) return ours;
  if (heard.notSure) return answerAsked(ours, pending.id, 'not-sure', turn);
  return isSettled(slice, pending.id, after)
    ? answerAsked(ours, pending.id, 'answered', turn)
    : passOver(ours, pending.id, turn);
}

function refused(
  slice: DialogueSlice,
  base: Base,
  heard: Heard,
  rule: Id,
  messageId: string | null,
): Remembered {
  const goesOn = heard.facts.some((fact) => fact.about !== 'device' && fact.about !== 'role');
  const after = goesOn ? withWords(slice, base, heard, messageId) : base;
  return { ...after, event: { kind: 'refused', rule, goesOn } };
}
