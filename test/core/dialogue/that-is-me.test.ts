/** A button by which somebody who is told to fetch a person says that they are that person. */

import { expect, test } from 'vitest';
import type { Reply } from '../../../src/core/conversation.ts';
import { Conversation, summary } from '../../conversation.ts';
import { shippedBase } from '../../foreign-base.ts';

const { prepared } = await shippedBase();

const SEAL_SWITCH =
  'our scale shows super err since somebody moved the switch by the seal, calibrating is not possible';

type Remedy = Extract<Reply, { kind: 'remedy' }>;
const remedyOf = (replies: readonly Reply[]): Remedy => {
  const remedy = replies.find((reply) => reply.kind === 'remedy');
  if (remedy === undefined) throw new Error(`no remedy in ${summary(replies)}`);
  return remedy;
};
const buttons = ({ choices }: Remedy): readonly string[] => choices.map(({ label }) => label);

test('a press shows the steps as they are for that role, and the button is gone', () => {
  const conversation = new Conversation(prepared);
  expect(buttons(remedyOf(conversation.does(SEAL_SWITCH)))).toContain('That is me: Supervisor or manager');
  const remedy = remedyOf(conversation.does({ chooses: 'supervisor' }));
  expect(remedy.steps.filter(({ by, mayDo }) => by === 'supervisor' && mayDo)).not.toHaveLength(0);
  expect(buttons(remedy)).toEqual(['Fixed', 'Still there', 'I cannot do this']);
  expect(conversation.state.transcript.map(({ text }) => text)).toContain('Supervisor or manager');
});

test('a role with a hazardous step is told in words alone', () => {
  const remedy = remedyOf(new Conversation(prepared).does(SEAL_SWITCH));
  expect(remedy.steps.filter(({ by }) => by === 'technician')).not.toHaveLength(0);
  expect(buttons(remedy).filter((label) => label.includes('technician'))).toEqual([]);
});

test('whose role is told sees no such button', () => {
  const remedy = remedyOf(new Conversation(prepared, 'cashier').does(SEAL_SWITCH));
  expect(buttons(remedy)).toHaveLength(3);
});
