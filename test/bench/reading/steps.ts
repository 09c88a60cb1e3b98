/** What is said of a step while a remedy waits, and the step that the bot takes it to speak of. */

import { z } from 'zod';
import { TURN_ACTS, type TurnAct } from '../../../src/core/knowledge/model.ts';
import { nothingHeard } from '../../../src/core/language/heard.ts';
import type { Prepared } from '../../../src/core/prepare.ts';
import { stepSpokenOf } from '../../../src/core/step-spoken.ts';
import { waiting } from './turns.ts';

/** One line of a file of steps. `step`: the id of the one that is spoken of; null: none is. */
export const stepLine = z.object({
  text: z.string().min(1),
  act: z.enum(TURN_ACTS),
  pending: z.literal('remedy').default('remedy'),
  problem: z.string(),
  step: z.string().nullable(),
});
export type StepLine = z.infer<typeof stepLine>;

/** Which step was found in one turn; null: none stood out. */
export interface StepOutcome {
  readonly act: TurnAct;
  readonly step: string | null;
  readonly found: string | null;
}

/** Says each turn to a bot that has just shown its remedy, as the act that it is. */
export const measureSteps = (prepared: Prepared, lines: readonly StepLine[]): StepOutcome[] =>
  lines.map((line) => {
    const heard = { ...nothingHeard, text: line.text, act: line.act };
    return { act: line.act, step: line.step, found: stepSpokenOf(prepared, waiting(prepared, line), heard) };
  });
