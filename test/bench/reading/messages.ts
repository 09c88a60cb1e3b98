/** First messages, and what the bot makes of each when nothing else is known. */

import { z } from 'zod';
import { newConversation, type Response } from '../../../src/core/conversation.ts';
import { LEVELS, type ProblemExample, SOMETHING_ELSE } from '../../../src/core/knowledge/model.ts';
import type { Prepared } from '../../../src/core/prepare.ts';
import { respond } from '../../../src/core/respond.ts';
import { said } from '../../../src/simulate/person.ts';

/** One line of a file of first messages; what else stands in it is passed over. */
export const messageLine = z.object({
  text: z.string().min(1),
  family: z.string().nullable(),
  problem: z.string(),
  level: z.enum(LEVELS).default('decisive'),
  also: z.array(z.string()).default([]),
  facts: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
});
export type MessageLine = z.infer<typeof messageLine>;

/** What was made of one message. */
export interface MessageOutcome {
  readonly level: MessageLine['level'];
  readonly isElse: boolean;
  /** Place of the best right problem, from 1; infinite where none is among the five that are told. */
  readonly place: number;
  /** Null where the message does not tell its device. */
  readonly family: boolean | null;
  readonly remedy: 'right' | 'wrong' | 'none';
  readonly refused: boolean;
  /** Probability of the problem that came first, and whether it is right. */
  readonly confidence: number;
  /** How many facts the line names, how many were heard as so, and how many of these the line names. */
  readonly facts: { readonly told: number; readonly heard: number; readonly right: number };
}

/** An example as a line of a file. */
export const lineOf = ({ says, family, problem, level, also, facts }: ProblemExample): MessageLine => ({
  text: says,
  family,
  problem,
  level,
  also: [...also],
  facts: Object.fromEntries(Object.entries(facts).map(([question, answers]) => [question, [...answers]])),
});

/** Says each message to a bot that has not met this person. */
export function measureMessages(prepared: Prepared, lines: readonly MessageLine[]): MessageOutcome[] {
  return lines.map((line, at) => {
    const { reading, replies } = respond(prepared, newConversation(), said(line.text, `message-${at}`));
    const right = new Set([line.problem, ...line.also]);
    const found = reading.problems.findIndex(({ id }) => right.has(id));
    const remedy = replies.find(({ kind }) => kind === 'remedy');
    return {
      level: line.level,
      isElse: line.problem === SOMETHING_ELSE,
      place: found < 0 ? Number.POSITIVE_INFINITY : found + 1,
      family: line.family === null ? null : reading.family?.id === line.family,
      remedy: remedy === undefined ? 'none' : right.has(remedy.id) ? 'right' : 'wrong',
      refused: replies.some(({ kind }) => kind === 'refusal'),
      confidence: reading.problems[0]?.probability ?? 0,
      facts: factsOf(line, reading.facts),
    };
  });
}

function factsOf({ facts }: MessageLine, heard: Response['reading']['facts']): MessageOutcome['facts'] {
  const told = new Set(
    Object.entries(facts).flatMap(([question, answers]) =>
      [answers].flat().map((answer) => `${question}=${answer}`),
    ),
  );
  const so = heard.filter(({ denied }) => !denied).map(({ question, answer }) => `${question}=${answer}`);
  return { told: told.size, heard: so.length, right: so.filter((fact) => told.has(fact)).length };
}
