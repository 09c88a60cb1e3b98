/** Which step of the remedy that waits a turn speaks of. */

import type { Act, ConversationState, Heard } from './conversation.ts';
import { diagnose } from './diagnosis/diagnose.ts';
import { lackedOf, stepsToDo } from './dialogue/lacking.ts';
import { familyNamed } from './dialogue/reading.ts';
import type { Id } from './knowledge/model.ts';
import type { Prepared } from './prepare.ts';
import { findStep } from './search/steps.ts';
import { toldBy } from './told.ts';

/** What is answered by one step: what is in its way, is asked about it or comes after it. */
const OF_A_STEP: ReadonlySet<Act> = new Set<Act>([
  'cannot',
  'side-question',
  'not-yet',
  'report',
  'other',
  'unclear',
]);

/** The step, of those that this person was shown; null: no remedy waits, or no step stands out. */
export function stepSpokenOf(
  kb: Prepared,
  { case: ours, person }: ConversationState,
  heard: Heard,
): Id | null {
  if (ours?.pending?.kind !== 'remedy' || heard.text === '' || !OF_A_STEP.has(heard.act)) return null;
  const problem = kb.dialogue.problems.get(ours.pending.id);
  if (problem === undefined) return null;
  const family = familyNamed(diagnose(kb.diagnosis, ours, toldBy(kb, ours), person.role));
  const lacked = lackedOf(kb.dialogue, ours);
  const shown = stepsToDo(kb.dialogue, problem, family?.id ?? null, lacked).map(({ id }) => id);
  const [only] = shown.length === 1 && heard.act === 'cannot' ? shown : [];
  return only ?? findStep(kb.steps, shown, heard.text);
}
