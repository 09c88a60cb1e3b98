/** Which golden conversation shows which rule of the conversation, and that every kind of device has one. */

import { describe, expect, it, test } from 'vitest';
import { Conversation } from './conversation.ts';
import { shippedBase } from './foreign-base.ts';

const { kb, conversations, prepared } = await shippedBase();
const names = conversations.map(({ path }) => path.replace(/^conversations\/|\.yaml$/g, ''));

/** The rules by which the bot talks, in the order of the design, and the conversations that hold it to each. */
const RULES: Readonly<Record<string, readonly string[]>> = {
  'one question at a time, with choices': ['till-refund-key-not-home', 'till-back-twice'],
  'free words where choices are shown': ['till-not-the-key-then-mode', 'cutting-line-no-jobs'],
  'two answers in one sentence': ['till-two-answers-at-once'],
  'an answer to something that was not asked': ['till-not-the-key-then-mode'],
  'a correction': ['till-correction-key-seat', 'scale-no-i-meant'],
  why: ['till-correction-key-seat', 'back-office-profiles-overnight'],
  back: ['till-back-twice'],
  'start over': ['reader-start-over'],
  'a human is asked for': ['till-get-me-a-person'],
  'thanks and a side question, and what waits comes back': ['back-office-since-the-break'],
  'a side question is answered, and what waits comes back': ['till-will-i-lose-the-sale'],
  'what is said of the bot or in anger': ['till-are-you-human', 'till-just-fix-it'],
  'no fallback twice in a row': ['till-nothing-understood-twice'],
  'not sure, and another question that can be seen': [
    'door-swapped-everybody-locked-out',
    'scale-cut-the-seal-wire',
  ],
  'a step above the role, and whom to fetch': ['till-not-the-key-then-mode', 'reader-start-over'],
  'steps for whoever may do them': ['scale-registered-repairer'],
  'fixed: how to be sure, how to prevent': ['licence-three-people-in-it', 'till-fixed-then-the-scale'],
  'still there: the next one': ['till-not-the-key-then-mode'],
  'cannot do this: another way': ['till-key-out-of-reach'],
  'nothing left: handed over with what is known': ['tuya-typos-and-a-checked-secret'],
  'no agent can come: the contacts': ['door-badge-reported-lost'],
  'tried already': ['tuya-typos-and-a-checked-secret'],
  'a denial': ['till-not-the-key-then-mode'],
  'refused: around the supervisor': ['till-void-without-the-boss'],
  'refused: a code': ['register-default-code', 'balancer-operator'],
  'refused: a legal seal': ['scale-cut-the-seal-wire'],
  'refused: a live unit': ['till-cover-off-while-on'],
  'refused: a guard': ['cutting-line-guard-taped'],
  'refused, and the problem beneath it is helped with': [
    'till-key-snapped-pliers',
    'scale-cut-the-seal-wire',
  ],
  'secrets are hidden': ['till-pin-in-the-message'],
  'another device: is it a new problem': ['till-then-the-scale'],
  'the next problem after one is solved': ['till-fixed-then-the-scale'],
  'mail with earlier mail below': ['register-forwarded-mail'],
  'a ticket of a help desk': ['scale-c04-ticket', 'reader-ticket-one-line'],
  misspelt: ['tuya-typos-and-a-checked-secret', 'reader-ticket-one-line'],
};

test.each(Object.entries(RULES))('a golden conversation shows: %s', (_rule, shownBy) => {
  expect(shownBy.length).toBeGreaterThan(0);
  expect(names).toEqual(expect.arrayContaining([...shownBy]));
});

describe('the golden conversations', () => {
  it('are at least 46', () => expect(names.length).toBeGreaterThanOrEqual(46));

  /** The families that a conversation is about, as the bot sees them after its last turn. */
  const families = new Set(
    conversations.map(({ role, turns }) => {
      const conversation = new Conversation(prepared, role);
      let family: string | undefined;
      for (const turn of turns) {
        if (turn.kind === 'bot') continue;
        conversation.does(turn.kind === 'user' ? turn.text : { chooses: turn.choice });
        family = conversation.last?.reading.family?.id ?? family;
      }
      return family;
    }),
  );
  it.each(kb.families.map(({ id }) => id))('tell of %s', (id) => expect(families).toContain(id));
});
