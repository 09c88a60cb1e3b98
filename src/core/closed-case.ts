/** A case that is over, as one line of a file: what was answered, and which problem it turned out to be. */

import { z } from 'zod';
import type { Case, ConversationState, Fact, Response } from './conversation.ts';
import { diagnose } from './diagnosis/diagnose.ts';
import type { FinishedCase } from './diagnosis/learn-noise.ts';
import type { Id } from './knowledge/model.ts';
import type { Prepared } from './prepare.ts';
import { toldBy } from './told.ts';

const id = z.string().min(1).max(200);

/**
 * What a program that has closed cases writes, and `keyturn learn` reads. `problem` is the one whose remedy helped, or
 * which the human who took over found. No words of the person stand in it, so nothing in it tells who it was.
 */
export const closedCaseSchema = z.strictObject({
  /** Hash of the knowledge that answered. */
  knowledge: z.string().max(200),
  family: id,
  problem: id,
  facts: z.array(z.strictObject({ question: id, answer: id, denied: z.boolean() })).max(1000),
});

export type ClosedCase = z.infer<typeof closedCaseSchema> & FinishedCase;

/** The record of a case whose problem and device are known. */
export function closedCase(
  { hash }: Pick<Prepared, 'hash'>,
  facts: readonly Fact[],
  turnedOut: { readonly family: Id; readonly problem: Id },
): ClosedCase {
  return {
    knowledge: hash,
    family: turnedOut.family,
    problem: turnedOut.problem,
    facts: facts.map(({ question, answer, denied }) => ({ question, answer, denied })),
  };
}

/**
 * The record of the case that this response says goodbye to, because a remedy helped; null: it closes none, or nobody
 * knows which remedy it was. What the goodbye says of the device is left out: it tells how the device is after the cure.
 */
export function curedCase(
  kb: Prepared,
  before: ConversationState,
  { replies }: Pick<Response, 'replies'>,
): ClosedCase | null {
  const closing = replies.find(({ kind }) => kind === 'closing');
  const problem = kb.dialogue.problems.get(closing?.id ?? '')?.id;
  if (problem === undefined || before.case === null) return null;
  const family = likeliestFamily(kb, before.case, before.person.role, problem);
  return family === null ? null : closedCase(kb, before.case.facts, { family, problem });
}

/** The kind of device that it most likely was, of those that have the problem. */
function likeliestFamily(kb: Prepared, ours: Case, role: Id | null, problem: Id): Id | null {
  const { pairs, remedies } = kb.diagnosis;
  const index = remedies.problemIndex.get(problem);
  const belief = diagnose(kb.diagnosis, ours, toldBy(kb, ours), role);
  let best: { readonly family: number; readonly probability: number } | null = null;
  for (const [pair, probability] of belief.pairs.entries()) {
    if (pairs.problem[pair] !== index || probability <= (best?.probability ?? -1)) continue;
    best = { family: pairs.family[pair] ?? 0, probability };
  }
  return best === null ? null : (pairs.familyIds[best.family] ?? null);
}
