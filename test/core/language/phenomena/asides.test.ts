/** What impatient people say, and what is like it and harmless. */

import { expect, test } from 'vitest';
import type { Pending } from '../../../../src/core/conversation.ts';
import { expectMostly } from '../mostly.ts';
import { hearShipped } from './golden.ts';

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
    const heard = hearShipped(text, pending);
    expect([heard.aside, heard.facts]).toEqual([aside, []]);
  }
});

test.each([
  'can someone fix it',
  'put me through to somebody',
  'this is useless, get me a human',
  'is there anyone I can ring about this',
  'hand me over to an agent please',
])('%s: a human is wanted', (text) => {
  for (const pending of ANYWHERE) expect(hearShipped(text, pending).act).toBe('human');
});

/** What tells of people and buttons, and wants none of them. */
const TOLD = [
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
];

test('who tells of people and buttons fetches nobody, drops nothing and takes nothing back, five times of six', () => {
  const said = ANYWHERE.flatMap((pending) => TOLD.map((text) => ({ text, pending })));
  expectMostly(
    said,
    5 / 6,
    ({ text, pending }) => `${pending?.kind ?? 'first'}: ${text}`,
    ({ text, pending }) => !['human', 'restart', 'back', 'why'].includes(hearShipped(text, pending).act),
  );
});

test.each([
  ['what are you exactly', 'smalltalk'],
  ['the supervisor has gone home', 'cannot'],
  ['evening all', 'smalltalk'],
  ["I really couldn't say", 'answer'],
  ['it is letting me through now', 'fixed'],
  ['still will not have it', 'still-there'],
])('%s, said of a remedy: %s', (text, act) => {
  expect(hearShipped(text, REMEDY).act).toBe(act);
});

test.each([
  'why',
  'what for?',
  'what is the point of this question',
  'how come you ask that',
  'what is this for',
])('%s: the reason of what waits is wanted', (text) => {
  expect(hearShipped(text, QUESTION).act).toBe('why');
});
