/** What a golden conversation expects, held against what was said. */

import { isQuestionReply, partsOfStep, type Reply } from '../core/conversation.ts';
import type { ExpectedReply } from '../core/knowledge/model.ts';

/** Everything that is expected and does not hold, in words; empty where all is well. */
export function unmet(expected: ExpectedReply, replies: readonly Reply[]): string[] {
  const has = (kind: 'question' | 'remedy' | 'refusal' | 'answer', id: string | null): boolean =>
    id === null || replies.some((reply) => isOf(kind, reply) && reply.id === id);
  const shown = stepsIn(replies);
  const text = wordsOf(replies).toLowerCase();
  return [
    ...(has('question', expected.question) ? [] : [`the question ${expected.question}`]),
    ...(has('remedy', expected.remedy) ? [] : [`the remedy ${expected.remedy}`]),
    ...(has('refusal', expected.refusal) ? [] : [`the refusal ${expected.refusal}`]),
    ...(has('answer', expected.answer) ? [] : [`the answer ${expected.answer}`]),
    ...expected.kinds
      .filter((kind) => !replies.some((reply) => reply.kind === kind))
      .map((kind) => `a ${kind}`),
    ...expected.shows.filter((step) => !shown.includes(step)).map((step) => `the step ${step}`),
    ...expected.mentions
      .filter((words) => !text.includes(words.toLowerCase()))
      .map((words) => `the words "${words}"`),
  ];
}

/** Whoever writes that a question comes does not say how it is put. */
const isOf = (kind: Reply['kind'], reply: Reply): boolean =>
  kind === 'question' ? isQuestionReply(reply) : reply.kind === kind;

/** Longest part of what was said that is quoted, in characters: enough to see what it is about. */
const QUOTED = 60;

/** What was said, in the words of `unmet`: kind and id of every reply, the steps shown, the beginning of the text. */
export function whatCame(replies: readonly Reply[]): string {
  if (replies.length === 0) return 'nothing';
  return replies
    .map((reply) => {
      const steps = stepsIn([reply]);
      const shown = steps.length === 0 ? '' : ` with ${steps.join(', ')}`;
      const text = reply.text.length > QUOTED ? `${reply.text.slice(0, QUOTED)}…` : reply.text;
      return `the ${reply.kind} ${reply.id}${shown} ("${text}")`;
    })
    .join(' and ');
}

function stepsIn(replies: readonly Reply[]): string[] {
  return replies.flatMap((reply) => (reply.kind === 'remedy' ? reply.steps.map((step) => step.id) : []));
}

/** All that a person reads in these replies. */
export function wordsOf(replies: readonly Reply[]): string {
  return replies.flatMap(sentencesOf).join('\n');
}

function sentencesOf(reply: Reply): string[] {
  const choices = 'choices' in reply ? reply.choices.map((choice) => choice.label) : [];
  switch (reply.kind) {
    case 'question':
    case 'confirm':
      return [reply.text, reply.why, ...choices];
    case 'remedy':
      return [reply.text, reply.why, ...reply.steps.flatMap(partsOfStep).map(({ text }) => text), ...choices];
    case 'handover':
      return [reply.text, reply.why, ...reply.summary, ...reply.contacts, ...choices];
    case 'refusal':
    case 'answer':
    case 'smalltalk':
    case 'out-of-scope':
    case 'restart':
    case 'closing':
    case 'silent':
      return [reply.text];
  }
}
