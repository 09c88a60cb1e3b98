/** What a person has not closes everything that needs it. */

import type { Case, Fact, Pending } from '../conversation.ts';
import { type Id, isLacking, lackedIn, type Problem, type Step } from '../knowledge/model.ts';
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

/** The steps of a remedy for such a device, those for every one where it is not known, that can be done with what is there. */
export const stepsToDo = (
  { needs, steps: all }: DialogueSlice,
  { remedy }: Problem,
  family: Id | null,
  lacked: ReadonlySet<Id>,
): readonly Step[] =>
  remedy.steps
    .filter((id) => !isLacking(needs.ofStep.get(id), lacked))
    .flatMap((id) => all.get(id) ?? [])
    .filter(({ families }) => family === null || (families?.includes(family) ?? true));
