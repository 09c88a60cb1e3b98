/** What a person has not closes everything that needs it. */

import type { Case, Fact, Pending } from '../conversation.ts';
import { type Id, isLacking, lackedIn } from '../knowledge/model.ts';
import type { DialogueSlice } from './slice.ts';

/** The things that a case is without. */
export const lackedOf = ({ needs }: DialogueSlice, { facts }: Pick<Case, 'facts'>): ReadonlySet<Id> =>
  lackedIn(needs, facts);

/** Whether these facts leave a question without an answer: it is about something that is not there. */
export const isAskedInVain = ({ needs }: DialogueSlice, question: Id, facts: readonly Fact[]): boolean =>
  isLacking(needs.ofQuestion.get(question), lackedIn(needs, facts));

/** Whether a message settles a question: with one of its answers, or in that what it is about is not there. */
export const isSettled = (
  slice: DialogueSlice,
  question: Id,
  { facts }: { readonly facts: readonly Fact[] },
): boolean => facts.some((fact) => fact.question === question) || isAskedInVain(slice, question, facts);

/** Whether what waits is a question that has no answer any more. */
export const waitsInVain = (slice: DialogueSlice, { pending, facts }: Case): boolean =>
  isQuestion(pending) && isAskedInVain(slice, pending.id, facts);

/** Whether a question waits, put openly or with the answer that it seems to have. */
export const isQuestion = (
  pending: Pending | null,
): pending is Extract<Pending, { kind: 'question' | 'confirm' }> =>
  pending?.kind === 'question' || pending?.kind === 'confirm';

/** The steps of a remedy that can be done with what is there. */
export const stepsToDo = (
  { needs }: DialogueSlice,
  steps: readonly Id[],
  lacked: ReadonlySet<Id>,
): readonly Id[] => steps.filter((step) => !isLacking(needs.ofStep.get(step), lacked));
