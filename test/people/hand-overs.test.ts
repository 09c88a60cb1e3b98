/** What whoever takes over reads of ten people, as a file that is read aloud: would you know what to do? */

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Reply } from '../../src/core/conversation.ts';
import { Conversation } from '../conversation.ts';
import { shippedBase } from '../foreign-base.ts';

const { prepared } = await shippedBase();

const people = z
  .array(
    z.strictObject({
      title: z.string(),
      turns: z.array(z.union([z.string(), z.strictObject({ chooses: z.string() })])).min(1),
    }),
  )
  .parse(parse(readFileSync('test/people/hand-overs.yaml', 'utf8')));

type HandOver = Extract<Reply, { kind: 'handover' }>;

/** The hand-over that a conversation ends in. */
function handOverOf(turns: (typeof people)[number]['turns']): HandOver {
  const talk = new Conversation(prepared);
  const last = turns.flatMap((doing) => talk.does(doing)).findLast((reply) => reply.kind === 'handover');
  if (last?.kind !== 'handover') throw new Error(`no hand-over after ${JSON.stringify(turns.at(-1))}`);
  return last;
}

const page = ({ title }: { readonly title: string }, { text, summary, contacts }: HandOver): string =>
  [`## ${title}`, text, ...summary, contacts.map((each) => `- ${each}`).join('\n')].join('\n\n');

const handed = people.map((person) => ({ person, reply: handOverOf(person.turns) }));

it('reads as a colleague would write it', async () => {
  const pages = handed.map(({ person, reply }) => page(person, reply));
  await expect(`${['# Ten hand-overs', ...pages].join('\n\n')}\n`).toMatchFileSnapshot(
    'hand-overs.golden.md',
  );
});

it.each(handed)('tells whom to call: $person.title', ({ reply }) => {
  expect(reply.contacts).not.toEqual([]);
});

it.each(handed)('hides what is secret: $person.title', ({ reply }) => {
  expect(reply.summary.join('\n')).not.toMatch(/4711|9f8e7d6c/);
});

/** What must not be asked again: when, where, how many, how urgent, and where to call back. */
const MUST_STAND: readonly (readonly [title: string, ...said: readonly string[]])[] = [
  ['terse cashier', 'till 3 asks', 'the update on monday', 'pushed it in again, same', '3 customers waiting'],
  [
    'haberdashery',
    'is a Sharp ER-A450',
    'on Saturday',
    'by the window',
    'before two',
    'it beeps all the same',
  ],
  ['waitress', 'bar 2', 'on monday', 'the other tills read it fine', 'call me back at 3 on 0161 496 0123'],
  ['ticket', 'INC-20931', 'Priority: P2', 'all three tills', 'Tuesday 08:30', 'caller rings every half hour'],
  [
    'technician',
    'Floor scale 1, indicator OP-909',
    'goes to C04',
    'since I replaced the load cell',
    'Seal is off',
  ],
  ['angry', 'cage door 2', 'panel was changed last night', '14 people', 'the fire officer'],
  ['cutting line', 'line 2', '10:40', 'order for Thursday', 'the scale at goods-in shows C04'],
  ['developer', 'code 1106', 'since we moved the server on Friday', 'tid 7c1d2e3f', 'All 14 machines'],
  [
    'foreman',
    'Hall B balancer 1',
    'error 8',
    'on Wednesday',
    'has to run tonight',
    'the key is here and straight',
  ],
  ['clerk', 'PC 6', 'Faktury', 'half past four', 'another port', 'extension 23'],
];

it.each(MUST_STAND)('tells what was said, once: %s', (title, ...said) => {
  const found = handed.find(({ person }) => person.title.includes(title));
  const summary = found?.reply.summary.join('\n') ?? '';
  for (const words of said) expect(summary.split(words), words).toHaveLength(2);
});
