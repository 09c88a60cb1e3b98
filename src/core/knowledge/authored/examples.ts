/** Examples of what people write: JSON Lines, one example a line, so that a change is one line of a diff. */

import { z } from 'zod';
import { LEVELS } from '../model.ts';
import { id } from './terms.ts';

/** What somebody wrote: at most 20,000 characters, a long ticket. */
const says = z.string().trim().min(1).max(20_000).describe('What somebody wrote, word for word.');
const answers = z.union([id, z.array(id).min(1)]);
const facts = z
  .record(id, answers)
  .optional()
  .describe('What the text states: question: answer, or [answer, answer].');

/** `knowledge/examples/problems/PROBLEM.jsonl`: first messages of people who have this problem. */
export const problemExamplesFile = z
  .array(
    z.strictObject({
      says,
      family: id.optional().describe('The kind of device, where the problem has several.'),
      level: z
        .enum(LEVELS)
        .optional()
        .describe(
          'decisive: the problem is told. family: only the kind of device is. vague: neither. Left out: decisive.',
        ),
      also: z.array(id).min(1).optional().describe('Problems that are as good a reading.'),
      facts,
      denied: facts.describe('What the text says is not so.'),
    }),
  )
  .describe('First messages of people who have one problem.');

/** `knowledge/examples/replies/QUESTION.jsonl`: what people type when this question is asked. */
export const replyExamplesFile = z
  .array(
    z.strictObject({
      says,
      answer: id.describe('An answer of the question, or not-sure, no-such-thing, asks-back, other.'),
      also: z.array(id).min(1).optional().describe('Answers that are as good a reading.'),
      facts,
    }),
  )
  .describe('Replies to one question.');

/** `knowledge/examples/statements/STANDING.jsonl`: sentences of reports that are so, denied, asked, supposed or over. */
export const statementExamplesFile = z
  .array(z.strictObject({ says, facts, denied: facts.describe('What the words say is not so.') }))
  .describe('Sentences that stand one way, the one that the file is named by.');

const whileWaiting = z
  .enum(['question', 'remedy'])
  .optional()
  .describe('What waits for an answer. Left out: nothing.');
const besideQuestion = id.optional().describe('The question that waits.');
const besideProblem = id.optional().describe('The problem whose remedy waits.');

/** `knowledge/examples/answers/ARTICLE.jsonl`: how people ask what one article answers; `none.jsonl`: what none does. */
export const answerExamplesFile = z
  .array(z.strictObject({ says, while: whileWaiting, question: besideQuestion, problem: besideProblem }))
  .describe('Questions beside the point that one article answers.');

/** `knowledge/examples/turns/ACT.jsonl`: what people say while a question or a remedy waits, or at first. */
export const turnExamplesFile = z
  .array(
    z.strictObject({
      says,
      while: whileWaiting,
      problem: besideProblem,
      question: besideQuestion,
      wants: z.string().trim().min(1).max(500).optional().describe('What a side question wants to know.'),
    }),
  )
  .describe('Turns that do one thing, the one that the file is named by.');
