/** A table of causes and questions, and the knowledge base that says the same. */

import { z } from 'zod';
import type { Id, KnowledgeBase } from '../../src/core/knowledge/model.ts';
import { generatedBase } from './generated-base.ts';

const probability = z.number().min(0).max(1);

/** `P[cause][question]` is P(yes | cause); one cause is there at a time. */
const tableSchema = z
  .object({
    causes: z.array(z.string()).min(1),
    questions: z.array(z.string()).min(1),
    prior: z.array(probability),
    P: z.array(z.array(probability)),
  })
  .refine(
    ({ causes, questions, prior, P }) =>
      prior.length === causes.length &&
      P.length === causes.length &&
      P.every((row) => row.length === questions.length),
    { message: 'prior needs a number per cause, P a row per cause with a number per question' },
  );

export type Table = z.infer<typeof tableSchema>;

/** Reads a table; throws with what is wrong in it. Priors are scaled to sum to 1. */
export function readTable(json: string): Table {
  const table = tableSchema.parse(JSON.parse(json));
  const total = table.prior.reduce((sum, p) => sum + p, 0);
  if (total <= 0) throw new Error('prior: all are 0, at least one cause must be possible');
  return { ...table, prior: table.prior.map((p) => p / total) };
}

/** The ids in the knowledge base of what stands at an index of the table. */
export const problemId = (cause: number): Id => `cause-${cause}`;
export const questionId = (question: number): Id => `question-${question}`;

/** Seconds of handing over: an hour, so that asking goes on as long as it teaches anything to speak of. */
const HAND_OVER_SECONDS = 3600;

/**
 * One family, each cause a problem, each question yes or no. A remedy may be tried from the probability `stopAt` on,
 * so that the first remedy offered is the diagnosis. `noise` per question: the share of answers that are slips, 0..0.5.
 * The table knows all causes: there is no something-else.
 */
export function baseOf(table: Table, noise: readonly number[], stopAt: number): KnowledgeBase {
  const frame = generatedBase({ problems: 2, questions: 2 });
  const [family, question, problem, step] = [
    frame.families[0]!,
    frame.questions[1]!,
    frame.problems[0]!,
    frame.steps[0]!,
  ];
  const device = family.id;
  return {
    ...frame,
    families: [{ ...family, prior: 1, somethingElse: 0, signs: {}, handOverSeconds: HAND_OVER_SECONDS }],
    questions: table.questions.map((label, q) => ({
      ...question,
      id: questionId(q),
      about: 'check',
      families: [device],
      choose: 'one',
      ask: `${label}?`,
      costSeconds: 10,
      who: 'user',
      answersAre: 'listed',
      answers: ['yes', 'no'].map((id) => ({ id, label: id, phrases: [id], says: null, offered: true })),
      usually: { yes: 0.5, no: 0.5 },
      noise: noise[q] ?? 0,
    })),
    steps: [{ ...step, id: 'cure', by: 'user', families: null, risk: 'rights', costSeconds: 60 }],
    problems: table.causes.map((title, cause) => ({
      ...problem,
      id: problemId(cause),
      title,
      families: { [device]: table.prior[cause] ?? 0 },
      signs: Object.fromEntries(
        (table.P[cause] ?? []).map((yes, q) => [questionId(q), { yes, no: 1 - yes }]),
      ),
      remedy: { success: 1, steps: ['cure'], curedBy: ['cure'], fixedWhen: '' },
    })),
    costs: {
      ...frame.costs,
      handOverSeconds: HAND_OVER_SECONDS,
      risks: { ...frame.costs.risks, rights: { costSeconds: 0, needs: stopAt } },
    },
  };
}
