/** A number that is put right is right everywhere. */

import { describe, expect, test } from 'vitest';
import { Conversation } from '../../conversation.ts';
import { shippedBase } from '../../foreign-base.ts';

const { prepared } = await shippedBase();

/** What whoever takes over reads after these turns. */
function reportAfter(...turns: readonly string[]): string {
  const conversation = new Conversation(prepared, 'cashier');
  for (const says of turns) conversation.does(says);
  const [handedOver] = conversation.does('human');
  if (handedOver?.kind !== 'handover') throw new Error(`no hand-over but ${handedOver?.kind}`);
  return handedOver.summary.join('\n');
}

const LANE_4 = 'the till at lane 4 wants a supervisor for every refund';
const TILL_4 = 'till 4 wants a supervisor for every refund';

describe('a corrected number replaces the old one', () => {
  test.each([
    [LANE_4, 'lane 5, not lane 4', 'lane 5'],
    [LANE_4, "sorry, it's lane 5 not lane 4", 'lane 5'],
    [LANE_4, 'I mean lane five', 'lane five'],
    [TILL_4, 'till 7 I meant', 'till 7'],
    [TILL_4, 'no, till 7', 'till 7'],
    [TILL_4, "no, it's till 7", 'till 7'],
    [TILL_4, 'oops I meant 7', 'till 7'],
    [TILL_4, 'till 12 not 4 sorry', 'till 12'],
    [TILL_4, "wrong till, it's number 7", 'till 7'],
    [TILL_4, 'correction: it is register 7, not 4', 'till 7'],
    ['C04 on the scale at counter 2', 'sorry counter 3 not 2', 'counter 3'],
    ['door 12 says supervisor key error', "actually it's door 14", 'door 14'],
  ])('%s | %s', (report, corrected, now) => {
    const handed = reportAfter(report, corrected);
    expect(handed).toContain(now);
    expect(handed).not.toMatch(/\b(lane|till) 4\b|counter 2|door 12/);
  });

  test('in the words that facts quote as well, and these still stand where they stood', () => {
    const conversation = new Conversation(prepared, 'cashier');
    conversation.does(LANE_4);
    conversation.does('lane 12, not lane 4');
    const [text = ''] = conversation.state.case?.texts.map((told) => told.text) ?? [];
    expect(text).toContain('lane 12');
    for (const { quote } of conversation.state.case?.facts ?? [])
      if (quote !== null) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
  });

  test('in the recap and in what comes later', () => {
    const conversation = new Conversation(prepared, 'cashier');
    for (const says of [
      LANE_4,
      'scale shows C04 at counter 2',
      'later',
      'lane 5, not lane 4',
      'sorry, counter 3',
    ])
      conversation.does(says);
    const [back] = conversation.does({ waitsHours: 2, says: 'hello?' });
    expect(back?.text).toContain('lane 5');
    expect(JSON.stringify(conversation.state.case?.later)).toContain('counter 3');
  });

  test('is noted, and what was asked comes back', () => {
    const conversation = new Conversation(prepared, 'cashier');
    const [asked] = conversation.does(LANE_4);
    const [again] = conversation.does('lane 5, not lane 4');
    expect(again?.id).toBe(asked?.id);
    expect(again?.text).toContain('Noted: “lane 5”.');
  });
});

describe('another number is no correction', () => {
  test.each(['it works on till 7 but not on till 4', 'till 7 does it as well', 'actually it was 5 times'])(
    '%s',
    (says) => {
      expect(reportAfter(TILL_4, says)).toContain(TILL_4);
    },
  );
});
