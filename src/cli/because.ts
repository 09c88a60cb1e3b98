/** What speaks for and against the likeliest problem, for plain `ask`. */

import { safeText } from '../channels/console/safe-text.ts';
import type { Response } from '../core/conversation.ts';
import { becauseOf } from '../core/diagnosis/because.ts';
import { diagnose } from '../core/diagnosis/diagnose.ts';
import type { Weight } from '../core/diagnosis/types.ts';
import type { Prepared } from '../core/prepare.ts';
import { toldBy } from '../core/told.ts';

/** The likeliest problem that is known by name, and the facts that weigh on it. */
export interface Because {
  readonly title: string;
  /** Those for it first, the strongest ahead, then those against it. */
  readonly weights: readonly Weight[];
}

/** Null where no problem is known or no fact weighs on it. */
export function becauseOfLikeliest(response: Response, kb: Prepared): Because | null {
  const ours = response.state.case;
  const { problemIndex } = kb.diagnosis.remedies;
  const likely = response.reading.problems.find(({ id }) => problemIndex.has(id));
  const problem = likely === undefined ? undefined : problemIndex.get(likely.id);
  if (ours === null || likely === undefined || problem === undefined) return null;
  const belief = diagnose(kb.diagnosis, ours, toldBy(kb, ours), response.state.person.role);
  const weights = becauseOf(kb.diagnosis, belief, ours, problem);
  return weights.length === 0 ? null : { title: likely.title, weights };
}

/** A line per fact: its bits, what it is, and what it adds where the other facts say some of it already. */
export function becauseLines({ weights }: Because, kb: Prepared): string[] {
  return weights.map((weight) => {
    const question = kb.dialogue.questions.get(weight.question);
    const label = question?.answers.find(({ id }) => id === weight.answer)?.label ?? weight.answer;
    const side = weight.bits > 0 ? 'for' : 'against';
    const fact = `${weight.question}: ${weight.denied ? 'not ' : ''}${safeText(label)}`;
    const beside = `${bitsText(weight.bitsBeside)} beside the rest`;
    return `  ${side.padEnd(7)} ${bitsText(weight.bits).padStart(6)} bits  ${fact} (${beside})`;
  });
}

const bitsText = (bits: number): string => `${bits > 0 ? '+' : ''}${bits.toFixed(1)}`;
