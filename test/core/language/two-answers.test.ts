/** One reply that answers two questions. */

import { describe, expect, test } from 'vitest';
import { Conversation } from '../../conversation.ts';
import { shippedBase } from '../../foreign-base.ts';

const { prepared } = await shippedBase();

const TILL = 'till says supervisor for a refund';
const FOB = 'supervisor fob not accepted at the till';

/** What is known after these turns, `question=answer`, and what was asked until then. */
function told(...turns: readonly string[]) {
  const conversation = new Conversation(prepared, 'cashier');
  for (const says of turns) conversation.does(says);
  const { facts = [], asked = [] } = conversation.state.case ?? {};
  return {
    facts: facts.map(({ question, answer }) => `${question}=${answer}`),
    asked: asked.map(({ question }) => question),
  };
}

describe('both answers stand, and neither is asked later', () => {
  test.each([
    [
      TILL,
      'turned to S, and all the other tills do it too',
      ['key-seat=all-the-way', 'other-terminals=several'],
    ],
    [
      TILL,
      'all the way in, and the other tills are ok',
      ['key-seat=all-the-way', 'other-terminals=this-one'],
    ],
    [TILL, 'half way in, and the key is a bit bent', ['key-seat=not-home', 'key-condition=damaged']],
    [FOB, 'nothing happens, none of the fobs work', ['reader-signal=nothing', 'other-cards=all-fail']],
    [FOB, 'nothing at all happens, and the lamp is dark', ['reader-signal=nothing', 'reader-lamp=dark']],
  ])('%s | %s', (report, says, both) => {
    const { facts } = told(report, says);
    expect(facts).toEqual(expect.arrayContaining([...both]));
    const { asked } = told(report, says, 'not sure', 'not sure', 'not sure', 'not sure');
    expect(asked).not.toContain(both[1]?.split('=')[0]);
    expect(asked.filter((each) => each === both[0]?.split('=')[0]).length).toBeLessThanOrEqual(1);
  });
});

describe('one answer is not split', () => {
  test.each([
    ['key-seat=all-the-way', "it's all the way in, and turned to S"],
    ['key-seat=not-home', 'half way in, I think'],
  ])('%s: %s', (fact, says) => {
    const before = told(TILL).facts;
    expect(told(TILL, says).facts.filter((each) => !before.includes(each))).toEqual([fact]);
  });
});
