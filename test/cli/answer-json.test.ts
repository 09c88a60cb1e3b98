import { describe, expect, it } from 'vitest';
import { answerOf, answerSchema } from '../../src/cli/answer-json.ts';
import { newConversation, type Reply, type Response } from '../../src/core/conversation.ts';
import { nothingHeard } from '../../src/core/language/heard.ts';

const of = { kind: 'remedy', id: 'seal', turn: 1 } as const;
const question: Reply = {
  kind: 'question',
  id: 'light',
  text: 'Is it on?',
  why: 'Water.',
  choices: [{ id: 'on', label: 'On' }],
  of,
};
const confirm: Reply = { ...question, kind: 'confirm', of: { kind: 'confirm', id: 'light', turn: 1 } };
const remedy: Reply = {
  kind: 'remedy',
  id: 'seal',
  text: 'The seal.',
  why: 'You said “C04”.',
  choices: [{ id: 'fixed', label: 'Fixed' }],
  of,
  steps: [
    {
      id: 'off',
      by: 'service',
      mayDo: false,
      caution: 'Never break it.',
      do: 'Fetch the service.',
      see: null,
      cannot: null,
    },
  ],
};
const handover: Reply = {
  kind: 'handover',
  id: 'asked',
  text: 'A colleague comes.',
  why: '',
  summary: ['x'],
  contacts: [],
  choices: [],
};
const refusal: Reply = { kind: 'refusal', id: 'bypass', text: 'I cannot help with that.' };
const thanks: Reply = { kind: 'smalltalk', id: 'thanks', text: 'You are welcome.' };

const article: Reply = { kind: 'answer', id: 'is-it-safe', text: 'It is.', sources: ['P1', 'G'] };

const response = (replies: readonly Reply[]): Response => ({
  state: newConversation(),
  said: '',
  replies,
  effects: [],
  reading: {
    heard: { ...nothingHeard, act: 'report', text: 'it says C04' },
    family: { id: 'scale', probability: 0.98 },
    model: 'OP-909',
    facts: [
      {
        question: 'settings-page',
        answer: 'c01-c07',
        about: 'context',
        known: 'said',
        denied: false,
        turn: 1,
        quote: { text: 'C04', start: 8, end: 11 },
      },
    ],
    problems: [{ id: 'seal', title: 'The seal', probability: 0.93 }],
  },
});

describe('the JSON of an answer', () => {
  it('has the promised shape, whole and in order', () => {
    expect(JSON.parse(JSON.stringify(answerOf(response([remedy]))))).toEqual({
      understood: {
        act: 'report',
        text: 'it says C04',
        family: { id: 'scale', probability: 0.98 },
        model: 'OP-909',
        facts: [
          {
            question: 'settings-page',
            answer: 'c01-c07',
            about: 'context',
            known: 'said',
            denied: false,
            quote: 'C04',
            start: 8,
            end: 11,
          },
        ],
      },
      problems: [{ id: 'seal', title: 'The seal', probability: 0.93 }],
      next: {
        kind: 'remedy',
        id: 'seal',
        text: 'The seal.',
        why: 'You said “C04”.',
        choices: [{ id: 'fixed', label: 'Fixed' }],
        steps: [
          {
            id: 'off',
            by: 'service',
            mayDo: false,
            title: null,
            caution: 'Never break it.',
            do: 'Fetch the service.',
            see: null,
            cannot: null,
          },
        ],
      },
    });
  });

  it.each([
    ['a question after thanks', [thanks, question], 'question'],
    ['an answer to confirm, as its question would be', [thanks, confirm], 'confirm'],
    ['a refusal before the question that goes on', [refusal, question], 'refusal'],
    ['the last of two moves', [question, remedy], 'remedy'],
    ['a move before small talk that follows it', [handover, thanks], 'handover'],
    ['what is said to a side question, before the help that is offered', [article, thanks], 'answer'],
    ['a move that an answer stands before', [article, question], 'question'],
    ['small talk where there is nothing else', [thanks], 'smalltalk'],
    ['silence where nothing is said', [], 'silent'],
  ])('next is %s', (_title, replies, kind) => {
    const answer = answerOf(response(replies));
    expect(answer.next.kind).toBe(kind);
    expect(answerSchema.parse(answer)).toEqual(answer);
    expect('steps' in answer.next).toBe(kind === 'remedy');
    expect('sources' in answer.next).toBe(kind === 'answer');
  });
});
