/** What is told of a question that does not wait: people say what they see, whatever they were asked. */

import { expect, test } from 'vitest';
import type { Pending } from '../../../../src/core/conversation.ts';
import { hearShipped } from './golden.ts';

const waits = (id: string): Pending => ({ kind: 'question', id, turn: 1 });

test.each([
  ['door-change', 'the reader flashes red', 'reader-signal', 'reads-then-refuses'],
  ['key-seat', 'we got a new printer last week', 'happened-before', 'part-swapped'],
  ['software-kind', 'green', 'licence-padlock', 'green'],
])('asked for %s, %s: is heard as what it tells of another question', (asked, text, question, answer) => {
  const { act, facts } = hearShipped(text, waits(asked));
  expect(act).toBe('report');
  expect(facts).toMatchObject([{ question, answer }]);
});

test.each([
  ['reader-signal', 'red flash', 'reads-then-refuses'],
  ['jobs-arrive', 'yes, got an order just a minute ago', 'arrive'],
])('asked for %s, %s: is the answer', (asked, text, answer) => {
  expect(hearShipped(text, waits(asked)).facts).toMatchObject([{ question: asked, answer }]);
});

test.each(['ok', 'one moment, a customer', 'no idea mate', 'why do you ask', 'can somebody come round'])(
  '%s: tells nothing of another question',
  (text) => {
    for (const asked of ['door-change', 'comes-back', 'key-seat'])
      expect(hearShipped(text, waits(asked)).facts).toEqual([]);
  },
);

test('the lamp is off, said of a remedy: is told of the lamp, and the outcome is not', () => {
  const heard = hearShipped('the reader lamp is dark', {
    kind: 'remedy',
    id: 'credential-not-seated',
    turn: 1,
  });
  expect(heard.act).toBe('report');
  expect(heard.facts).toMatchObject([{ question: 'reader-lamp', answer: 'dark' }]);
});
