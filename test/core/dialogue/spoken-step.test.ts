/** What is said to somebody who speaks of one step of the remedy that they were shown. */

import { describe, expect, it, test } from 'vitest';
import {
  type ConversationState,
  type Heard,
  newConversation,
  type Reply,
  type Response,
} from '../../../src/core/conversation.ts';
import { nothingHeard } from '../../../src/core/language/heard.ts';
import { respond } from '../../../src/core/respond.ts';
import { said } from '../../../src/simulate/person.ts';
import { foreignBase } from '../../foreign-base.ts';
import { answered, hears, presses, summaryOf } from './answered.ts';

const { prepared } = await foreignBase();

const pressesCannot = (state: ConversationState): Response => presses(state, 'cannot');

/** The barista, who may do both steps, was told to look at the wand and to clean it. */
const shown = respond(
  prepared,
  newConversation('en', 'barista'),
  said('no steam for the cappuccino, hardly any steam from the wand', 'one'),
).state;

/** The same, shown to a guest: the barista is to be fetched for the cleaning. */
const shownToGuest = respond(
  prepared,
  newConversation(),
  said('espresso is fine on the espresso machine, but the milk does not foam', 'one'),
).state;

const stepsIn = (replies: readonly Reply[]): readonly string[] =>
  replies.flatMap((reply) => (reply.kind === 'remedy' ? reply.steps.map(({ id }) => id) : []));

describe('what cannot be done', () => {
  test.each([
    ['I cannot see the tip of it', 'If you cannot see the tip, go on with the next step.'],
    ['one hole in there stays closed', 'If a hole stays closed, do not drill it. Fetch the mechanic.'],
  ])('"%s": what to do in place of that step, and the remedy waits', (says, tells) => {
    const { replies, state } = hears(shown, 'cannot', says);
    expect(replies).toMatchObject([
      { kind: 'remedy', id: 'wand-blocked', steps: [], choices: [{}, {}, { id: 'cannot' }] },
    ]);
    expect(replies[0]?.text).toContain(tells);
    expect(state.case?.pending).toEqual(shown.case?.pending);
    expect(state.case?.tried).toMatchObject([{ outcome: 'untold', blocked: { turns: [2], isHelped: true } }]);
  });

  test.each([
    ['words that name no step', hears(shown, 'cannot', 'my boss says no')],
    ['the button', pressesCannot(shown)],
  ])('%s: what is in the way is asked', (_title, { replies, state }) => {
    expect(replies).toMatchObject([{ kind: 'remedy', id: 'wand-blocked', steps: [] }]);
    expect(replies[0]?.text).toMatch(/^What is in the way\?/);
    expect(state.case?.tried).toMatchObject([{ blocked: { turns: [2], isHelped: false } }]);
  });

  it('is told once; the second time another way is gone, and all its words are handed over', () => {
    const first = hears(shown, 'cannot', 'one hole in there stays closed');
    const second = hears(first.state, 'cannot', 'the mechanic is on holiday');
    expect(second.state.case?.tried).toMatchObject([{ problem: 'wand-blocked', outcome: 'cannot' }]);
    expect(stepsIn(second.replies)).toEqual([]);
    const human = hears(second.state, 'human', 'a human please');
    expect(summaryOf(second) + summaryOf(human)).toContain(
      'they could not do it (“one hole in there stays closed. the mechanic is on holiday”)',
    );
  });

  it('is told once what is in the way is said, however that is heard', () => {
    const asked = pressesCannot(shown);
    const answer = hears(asked.state, 'unclear', 'one hole in there stays closed');
    expect(answer.replies[0]?.text).toContain('do not drill it');
    expect(pressesCannot(answer.state).state.case?.tried).toMatchObject([{ outcome: 'cannot' }]);
  });

  it('stands in the hand-over though nothing else was told of the remedy', () => {
    const blocked = hears(shown, 'cannot', 'one hole in there stays closed');
    expect(summaryOf(hears(blocked.state, 'human', 'a human please'))).toContain(
      'they could not do it (“one hole in there stays closed”)',
    );
  });

  it('is taken back by "back"', () => {
    const blocked = hears(shown, 'cannot', 'one hole in there stays closed');
    const back = hears(blocked.state, 'back', 'back');
    expect(stepsIn(back.replies)).toEqual(['look-at-wand', 'clean-wand']);
    expect(back.state.case?.tried).toMatchObject([{ outcome: 'untold' }]);
    expect(back.state.case?.tried[0]?.blocked).toBeUndefined();
  });

  it('closes the remedy at once where somebody else was to be fetched for the step', () => {
    const { state } = hears(shownToGuest, 'cannot', 'the holes must be cleaned with a brush');
    expect(state.case?.tried).toMatchObject([{ outcome: 'cannot' }]);
  });

  it('gives way to steps that are new to somebody who tells who they are', () => {
    const role = {
      question: 'asker',
      answer: 'barista',
      about: 'role',
      known: 'said',
      denied: false,
      quote: null,
    } as const;
    const heard: Heard = { ...nothingHeard, act: 'cannot', text: 'i am the barista', facts: [role] };
    const { replies } = answered(shownToGuest, said('i am the barista', 'two'), heard);
    expect(stepsIn(replies)).toEqual(['look-at-wand', 'clean-wand']);
  });
});

describe('what is asked about a step', () => {
  it('gets all that is known of that step, and the remedy waits', () => {
    const { replies, state } = hears(shown, 'side-question', 'how warm must the water be');
    expect(replies.map(({ kind }) => kind)).toEqual(['smalltalk', 'remedy']);
    expect(replies[1]).toMatchObject({
      steps: [{ id: 'clean-wand', see: 'Every hole at the tip is open.' }],
    });
    expect(state.case?.pending).toEqual(shown.case?.pending);
  });

  it('gets all steps where none stands out', () => {
    const { replies } = hears(shown, 'side-question', 'does it rain tomorrow');
    expect(stepsIn(replies)).toEqual(['look-at-wand', 'clean-wand']);
  });
});

describe('what is said on the way', () => {
  test.each([
    ['I looked at the tip, and now?', ['look at the tip of the steam wand'], ['clean-wand']],
    ['soaking it in warm water with milk cleaner', ['clean the steam wand', 'A jug of milk foams'], []],
    ['nothing done so far', ['This comes first'], ['look-at-wand']],
  ])('"%s" gets what comes next', (says, tells, steps) => {
    const { replies, state } = hears(shown, 'not-yet', says);
    for (const words of tells) expect(replies[0]?.text).toContain(words);
    expect(stepsIn(replies)).toEqual(steps);
    expect(state.case?.pending).toEqual(shown.case?.pending);
  });
});
