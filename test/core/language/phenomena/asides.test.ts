/** What impatient people say, and what is like it and harmless. */

import { expect, test } from 'vitest';
import { type Heard, newCase, newConversation, type Pending } from '../../../../src/core/conversation.ts';
import { understand } from '../../../../src/core/language/understand.ts';
import { shippedSlice } from './golden.ts';

/** What is heard while this waits. */
function heardAt(pending: Pending | null, text: string): Heard {
  const ours = pending === null ? null : { ...newCase(1), pending };
  const turn = { kind: 'said', id: 't1', at: 0, text, messageId: null, attachments: 0 } as const;
  return understand(shippedSlice, { ...newConversation(), case: ours }, turn);
}

const QUESTION: Pending = { kind: 'question', id: 'key-seat', turn: 1 };
const REMEDY: Pending = { kind: 'remedy', id: 'key-not-fully-inserted', turn: 1 };
const ANYWHERE = [null, QUESTION, REMEDY];

test.each([
  ['are you human?', 'who-are-you'],
  ['am I talking to a bot?', 'who-are-you'],
  ['are you a real person', 'who-are-you'],
  ['what are you exactly', 'who-are-you'],
  ['I need it fixed', 'fed-up'],
  ['I need this sorted', 'fed-up'],
  ['it needs fixing', 'fed-up'],
  ['this is useless', 'fed-up'],
  ["you're not helping", 'fed-up'],
  ['you keep asking the same thing', 'fed-up'],
])('%s: is answered and changes nothing', (text, aside) => {
  for (const pending of ANYWHERE) {
    const heard = heardAt(pending, text);
    expect([heard.aside, heard.outcome, heard.substance]).toEqual([aside, null, false]);
  }
});

test.each([
  'can someone fix it',
  'put me through to somebody',
  'this is useless, get me a human',
  'is there anyone I can ring about this',
  'hand me over to an agent please',
])('%s: a human is wanted', (text) => {
  for (const pending of ANYWHERE) expect(heardAt(pending, text).act).toBe('human');
});

test.each([
  'the agent was here',
  'a colleague was handed the key over',
  'I was put on to the service desk and they said to ask you',
  'somebody tried to fix it yesterday',
  'I called support yesterday',
  'the support number is on the label',
  'she pressed the wrong button',
  'I had to start over',
  'should I restart it',
  'it comes on',
  "let's try a different one",
])('%s: fetches nobody, drops nothing and takes nothing back', (text) => {
  for (const pending of ANYWHERE)
    expect(['human', 'restart', 'back', 'why']).not.toContain(heardAt(pending, text).act);
});

test.each([
  ['what are you exactly', null],
  ['the supervisor has gone home', 'cannot'],
  ['evening all', null],
  ["I really couldn't say", null],
  ['it is letting me through now', 'fixed'],
  ['still will not have it', 'still-there'],
])('%s, said of a remedy: %s', (text, outcome) => {
  expect(heardAt(REMEDY, text).outcome).toBe(outcome);
});

test.each([
  'why',
  'what for?',
  'what is the point of this question',
  'how come you ask that',
  'what is this for',
])('%s: the reason of what waits is wanted', (text) => {
  expect(heardAt(QUESTION, text).act).toBe('why');
});
