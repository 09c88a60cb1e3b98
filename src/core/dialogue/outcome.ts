/** What a turn tells of the remedy that was shown: what became of it, or what is in its way. */

import type { Act, Blocked, Case, Heard, Outcome, Pending, TriedRemedy } from '../conversation.ts';
import type { Id } from '../knowledge/model.ts';
import { shownLast, tell } from './case.ts';
import type { Base, Remembered } from './events.ts';
import type { DialogueSlice } from './slice.ts';
import { withWords } from './take-in.ts';

/** The words of a turn go into the case, and the outcome to its remedy. */
export function withOutcome(
  slice: DialogueSlice,
  base: Base,
  heard: Heard,
  outcome: Outcome,
  messageId: string | null,
): Base {
  const shown = shownLast(base.case);
  const after = withWords(slice, base, heard, messageId);
  return shown === null ? after : { ...after, case: tell(after.case, shown, outcome, base.turn) };
}

/**
 * What became of the remedy that was shown. One that helped in part goes on for once: the rest is asked for. One that is not
 * possible goes on for once, too: what is to be done in place of the step is told, or what is in the way is asked and, where
 * that names a step, told then.
 */
export function toldOutcome(
  slice: DialogueSlice,
  base: Base,
  heard: Heard,
  messageId: string | null,
  step: Id | null,
): Remembered {
  const { pending } = base.case;
  const isBlocked = heard.act === 'cannot' && pending?.kind === 'remedy';
  const blocked = isBlocked ? blockedAgain(slice, base, pending, step) : null;
  if (isBlocked && blocked !== null) {
    const after = withWords(slice, base, heard, messageId);
    const ours = withEntry(after.case, pending.id, { blocked });
    return { ...after, case: ours, event: { kind: 'blocked', remedy: pending.id } };
  }
  const helped = pending?.kind === 'remedy' ? entryOf(base.case, pending.id)?.helpedTurn : undefined;
  if (heard.act === 'partly' && pending?.kind === 'remedy' && helped === undefined) {
    const after = withWords(slice, base, heard, messageId);
    const ours = withEntry(after.case, pending.id, { helpedTurn: base.turn });
    return { ...after, case: ours, event: { kind: 'helped-in-part', remedy: pending.id } };
  }
  const isRest = helped !== undefined && base.facts.length > 0;
  const outcome = heard.act === 'cannot' ? 'cannot' : isRest ? 'partly' : 'still-there';
  const note = heard.act === 'partly' || heard.act === 'cannot' ? heard.act : 'still-there';
  return { ...withOutcome(slice, base, heard, outcome, messageId), event: { kind: 'moved', note } };
}

/**
 * How the remedy stands where it goes on; null: another way is gone. Somebody else was to be fetched for a step above the
 * person, so that nothing is left to be done in its place.
 */
function blockedAgain(
  { steps, roles, lowestRole }: DialogueSlice,
  { case: ours, turn, person }: Base,
  { id }: Pending,
  step: Id | null,
): Blocked | null {
  const before = entryOf(ours, id)?.blocked;
  const spoken = steps.get(step ?? '');
  const actsAs = roles.get(person.role ?? lowestRole)?.actsAs ?? [];
  if (spoken !== undefined && !actsAs.includes(spoken.by)) return null;
  const isHelped = (spoken?.cannot ?? null) !== null;
  if (before !== undefined && (before.isHelped || !isHelped)) return null;
  return { turns: [...(before?.turns ?? []), turn], isHelped };
}

const entryOf = ({ tried }: Case, problem: Id): TriedRemedy | undefined =>
  tried.find((entry) => entry.problem === problem);

const withEntry = (ours: Case, problem: Id, more: Pick<TriedRemedy, 'blocked' | 'helpedTurn'>): Case => ({
  ...ours,
  tried: ours.tried.map((entry) => (entry.problem === problem ? { ...entry, ...more } : entry)),
});

/** What may say what is left, where it is asked; of another device it is asked as ever whether that is a second problem. */
const MAY_BE_REST: ReadonlySet<Act> = new Set<Act>(['report', 'new-problem', 'unclear']);

/** Whether a turn answers what is left after a remedy helped in part, which was asked just before. */
export function saysWhatIsLeft({ case: ours, turn }: Base, { act }: Heard): boolean {
  if (ours.pending?.kind !== 'remedy' || !MAY_BE_REST.has(act)) return false;
  return entryOf(ours, ours.pending.id)?.helpedTurn === turn - 1;
}

/** What is reported after a remedy that helped in part tells of what is left. */
export function withRest(ours: Case, turn: number): Case {
  const shown = shownLast(ours);
  if (shown === null || entryOf(ours, shown)?.helpedTurn === undefined) return ours;
  return tell(ours, shown, 'partly', turn);
}

/** What may say what is in the way, where it says nothing of the case. */
const MAY_BE_REASON: ReadonlySet<Act> = new Set<Act>(['report', 'other', 'unclear']);

/** Whether a turn answers what is in the way of a remedy, which was asked just before. */
export function saysWhatIsInTheWay({ case: ours, turn, facts }: Base, { act }: Heard): boolean {
  if (ours.pending?.kind !== 'remedy' || facts.length > 0 || !MAY_BE_REASON.has(act)) return false;
  const blocked = entryOf(ours, ours.pending.id)?.blocked;
  return blocked !== undefined && !blocked.isHelped && blocked.turns.at(-1) === turn - 1;
}
