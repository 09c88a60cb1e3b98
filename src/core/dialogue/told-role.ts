/** What somebody may do of a remedy once they tell who they are. */

import type { Act } from '../conversation.ts';
import type { Id } from '../knowledge/model.ts';
import type { Doing } from './act-table.ts';
import type { Base } from './events.ts';
import type { DialogueSlice } from './slice.ts';

/** What tells no outcome of a remedy. */
const NO_OUTCOME: ReadonlySet<Doing> = new Set<Doing>(['moves', 'digresses', 'explains', 'is-unclear']);

/** Outcomes that do not speak against a remedy of whoever could not see its steps, because they were another's. */
const OF_NOTHING_DONE: ReadonlySet<Act> = new Set<Act>(['cannot', 'still-there']);

/** Whether a remedy may not be done yet after what was said under it. */
export const mayBeUndone = (act: Act, doing: Doing): boolean =>
  OF_NOTHING_DONE.has(act) || NO_OUTCOME.has(doing);

/** The remedy that waits, where the role that was just told may do a step of it that `before` may not; null: none. */
export function remedyToDo(slice: DialogueSlice, { case: ours, person }: Base, before: Id | null): Id | null {
  if (ours.pending?.kind !== 'remedy' || person.role === before) return null;
  const mayDo = (role: Id | null, by: Id): boolean =>
    slice.roles.get(role ?? slice.lowestRole)?.actsAs.includes(by) === true;
  const steps = slice.problems.get(ours.pending.id)?.remedy.steps ?? [];
  const isNew = steps
    .map((id) => slice.steps.get(id)?.by ?? '')
    .some((by) => mayDo(person.role, by) && !mayDo(before, by));
  return isNew ? ours.pending.id : null;
}
