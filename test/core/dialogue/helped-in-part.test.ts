/** A remedy that helped in part: what is left is asked for, and looked for by what is said of it. */

import { describe, expect, it, test } from 'vitest';
import { type Heard, newConversation, type Reply } from '../../../src/core/conversation.ts';
import { respond } from '../../../src/core/respond.ts';
import { said } from '../../../src/simulate/person.ts';
import { Conversation, summary } from '../../conversation.ts';
import { foreignBase, shippedBase } from '../../foreign-base.ts';
import { hears, presses, summaryOf } from './answered.ts';

const { prepared } = await foreignBase();
const shipped = (await shippedBase()).prepared;

/** The barista was told to look at the wand and to clean it. */
const shown = respond(
  prepared,
  newConversation('en', 'barista'),
  said('no steam for the cappuccino, hardly any steam from the wand', 'one'),
).state;

const inPart = hears(shown, 'partly', 'one hole steams, the other does not');

const lightIsOn: Heard['facts'] = [
  {
    question: 'water-light',
    answer: 'lit',
    about: 'check',
    known: 'said',
    denied: false,
    quote: null,
  },
];

const textOf = ([first]: readonly Reply[]): string =>
  first !== undefined && 'text' in first ? first.text : '';

describe('what helped in part', () => {
  it('goes on, and the rest is asked for with the buttons of the remedy', () => {
    expect(inPart.replies).toMatchObject([
      { kind: 'remedy', id: 'wand-blocked', steps: [], choices: [{ id: 'fixed' }, {}, {}] },
    ]);
    expect(textOf(inPart.replies)).toMatch(/^Good, a part of it works\./);
    expect(inPart.state.case?.pending).toEqual(shown.case?.pending);
    expect(inPart.state.case?.tried).toMatchObject([{ outcome: 'untold', helpedTurn: 2 }]);
  });

  it('is cured where the same steps do the rest', () => {
    expect(summary(hears(inPart.state, 'fixed', 'both do').replies)).toBe('closing:wand-blocked');
    expect(summary(presses(inPart.state, 'fixed').replies)).toBe('closing:wand-blocked');
  });

  test.each([
    ['a second time', hears(inPart.state, 'partly', 'one hole only'), 'Good, so a part of it works.'],
    ['and then the same as before', presses(inPart.state, 'still-there'), 'so it is something else'],
  ])('%s, with nothing more to go by, it is something else', (_title, { replies, state }, says) => {
    expect(summary(replies)).toBe('question:comes-out');
    expect(textOf(replies)).toContain(says);
    expect(state.case?.tried).toMatchObject([{ outcome: 'still-there' }]);
  });

  it('gives way at once to another problem that its words tell of', () => {
    const { replies, state } = hears(shown, 'partly', 'it steams, the water light is on', lightIsOn);
    expect(summary(replies)).toBe('question:comes-out');
    expect(textOf(replies)).toMatch(/^Good, so a part of it works\. Now the rest\./);
    expect(state.case?.tried).toMatchObject([{ outcome: 'partly', helpedTurn: 2 }]);
  });

  it('stands in the hand-over as that, in the words in which it was told', () => {
    const helped = 'it helped in part (“one hole steams, the other does not”)';
    expect(summaryOf(hears(inPart.state, 'human', 'a human please'))).toContain(helped);
    const rest = hears(inPart.state, 'report', 'the pump is loud and it runs slowly');
    const handedOver = summaryOf(hears(rest.state, 'human', 'a human please'));
    expect(handedOver).toContain(helped);
    expect(handedOver).toContain('hardly any steam from the wand. the pump is loud and it runs slowly”');
    expect(handedOver).not.toContain('Dried milk blocks the steam wand (');
  });

  it('is taken back by "back", which shows the steps once more', () => {
    const back = hears(inPart.state, 'back', 'back');
    expect(back.replies).toMatchObject([{ id: 'wand-blocked', steps: [{}, {}] }]);
    expect(back.state.case?.tried[0]?.helpedTurn).toBeUndefined();
  });
});

describe('what is left', () => {
  const worn = 'the pump is loud and it runs slowly';

  test.each([
    ['a report', hears(inPart.state, 'report', worn)],
    ['words of which it is not clear what they do', hears(inPart.state, 'unclear', worn)],
    ['something new', hears(inPart.state, 'new-problem', worn)],
  ])('%s: is looked for by these words', (_title, { replies, state, reading }) => {
    expect(summary(replies)).toBe('question:pump-sound');
    expect(reading.problems[0]?.id).toBe('pump-worn');
    expect(reading.problems.slice(0, 3)).not.toContainEqual(expect.objectContaining({ id: 'wand-blocked' }));
    expect(state.case?.tried).toMatchObject([{ problem: 'wand-blocked', outcome: 'partly' }]);
  });

  it('a fact of it, and that it is still there: its remedy is shown', () => {
    const { replies, state } = hears(inPart.state, 'still-there', 'the water light is on', lightIsOn);
    expect(summary(replies)).toBe('remedy:tank-empty');
    expect(state.case?.tried).toMatchObject([{ outcome: 'partly' }, { problem: 'tank-empty' }]);
  });

  it('a remark in between tells nothing of it', () => {
    const { state } = hears(inPart.state, 'other', 'it was like that in spring');
    expect(state.case?.tried).toMatchObject([{ outcome: 'untold', helpedTurn: 2 }]);
  });

  it('another device is asked about as ever, and the same problem it is what is left', () => {
    const report = 'the coffee machine gives hardly any steam from the wand for the cappuccino';
    const remedy = respond(prepared, newConversation('en', 'barista'), said(report, 'one'));
    const helped = hears(remedy.state, 'partly', 'one hole steams, the other does not');
    const other = respond(prepared, helped.state, said('the grinder hums', 'three'));
    expect(summary(other.replies)).toBe('question:grinder');
    expect(presses(other.state, 'no').state.case?.tried[0]).toMatchObject({ outcome: 'partly' });
  });

  it('is taken back by "back", and the remedy that helped in part waits again', () => {
    const rest = hears(inPart.state, 'report', worn);
    const back = hears(rest.state, 'back', 'back');
    expect(back.state.case?.pending).toMatchObject({ kind: 'remedy', id: 'wand-blocked' });
    expect(back.state.case?.tried).toMatchObject([{ outcome: 'untold', toldTurn: null, helpedTurn: 2 }]);
  });
});

describe('in their own words', () => {
  test('the key is pushed home, and the prices are missing on lane 6', () => {
    const conversation = new Conversation(shipped, 'cashier');
    const all = [
      'till says supervisor for a refund',
      'not pushed in all the way',
      'the refund works now but the prices are missing on lane 6',
      'no prices on lane 6, every item comes up with price not found',
    ];
    expect(all.map((doing) => summary(conversation.does(doing)))).toEqual([
      'question:key-seat',
      'remedy:key-not-fully-inserted',
      'remedy:key-not-fully-inserted',
      'question:till-kind',
    ]);
    expect(conversation.last?.reading.problems[0]?.id).toBe('ram-cleared-or-corrupted');
  });
});
