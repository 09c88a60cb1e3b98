/** What a golden conversation expects, held against what was said. */

import type { Reply } from '../src/core/conversation.ts';
import type { ExpectedReply } from '../src/core/knowledge/model.ts';

/** Everything that is expected and does not hold, in words; empty where all is well. */
export function unmet(expected: ExpectedReply, replies: readonly Reply[]): string[] {
  const has = (kind: Reply['kind'], id: string | null): boolean =>
    id === null || replies.some((reply) => reply.kind === kind && reply.id === id);
  const shown = replies.flatMap((reply) =>
    reply.kind === 'remedy' ? reply.steps.map((step) => step.id) : [],
  );
  const text = wordsOf(replies).toLowerCase();
  return [
    ...(has('question', expected.question) ? [] : [`the question ${expected.question}`]),
    ...(has('remedy', expected.remedy) ? [] : [`the remedy ${expected.remedy}`]),
    ...(has('refusal', expected.refusal) ? [] : [`the refusal ${expected.refusal}`]),
    ...expected.kinds
      .filter((kind) => !replies.some((reply) => reply.kind === kind))
      .map((kind) => `a ${kind}`),
    ...expected.shows.filter((step) => !shown.includes(step)).map((step) => `the step ${step}`),
    ...expected.mentions
      .filter((words) => !text.includes(words.toLowerCase()))
      .map((words) => `the words "${words}"`),
  ];
}

/** All that a person reads in these replies. */
export function wordsOf(replies: readonly Reply[]): string {
  return replies.flatMap(sentencesOf).join('\n');
}

function sentencesOf(reply: Reply): string[] {
  const choices = 'choices' in reply ? reply.choices.map((choice) => choice.label) : [];
  switch (reply.kind) {
    case 'question':
      return [reply.text, reply.why, ...choices];
    case 'remedy':
      return [
        reply.text,
        reply.why,
        ...reply.steps.flatMap((step) => [step.caution ?? '', step.do, step.see ?? '', step.cannot ?? '']),
        ...choices,
      ];
    case 'handover':
      return [reply.text, reply.why, ...reply.summary, ...reply.contacts, ...choices];
    case 'refusal':
    case 'smalltalk':
    case 'out-of-scope':
    case 'restart':
    case 'closing':
    case 'silent':
      return [reply.text];
  }
}
