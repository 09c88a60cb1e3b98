/** Two things at once: another device that is told of in the midst of a case. */

import { describe, expect, test } from 'vitest';
import { Conversation, type Doing, summary } from '../../conversation.ts';
import { foreignBase, shippedBase } from '../../foreign-base.ts';

const foreign = (await foreignBase()).prepared;
const shipped = (await shippedBase()).prepared;

type Script = readonly [title: string, ...turns: (readonly [Doing, string])[]];

const asksForLight = ['the coffee machine gives no coffee', 'question:water-light'] as const;
const offers = ['the grinder hums', 'question:grinder'] as const;
const goesOn = 'smalltalk:one-at-a-time + question:water-light';

const scripts: readonly Script[] = [
  [
    'it is taken up once the first one is cured',
    asksForLight,
    offers,
    ['yes', goesOn],
    ['yes', 'remedy:tank-empty'],
    ['it works now', 'closing:tank-empty + smalltalk:other-problem-next + remedy:bean-stuck'],
    ['it works now', 'closing:bean-stuck'],
  ],
  [
    'wanted now it is, and the first one goes on where it stood',
    asksForLight,
    offers,
    [{ chooses: 'now' }, 'remedy:bean-stuck'],
    ['it works now', 'closing:bean-stuck + smalltalk:first-problem-again + question:water-light'],
    ['yes', 'remedy:tank-empty'],
    ['it works now', 'closing:tank-empty'],
  ],
  [
    'a remedy that was shown is asked after when the first one goes on',
    asksForLight,
    ['yes', 'remedy:tank-empty'],
    offers,
    [{ chooses: 'now' }, 'remedy:bean-stuck'],
    ['it works now', 'closing:bean-stuck + smalltalk:first-problem-again + remedy:tank-empty'],
    ['it works now', 'closing:tank-empty'],
  ],
  ['the same problem it is part of the case', asksForLight, offers, ['no', 'question:appliance']],
  [
    'an answer to what was asked before keeps it for later',
    asksForLight,
    offers,
    ['the blue light is on', 'remedy:tank-empty'],
    ['it works now', 'closing:tank-empty + smalltalk:other-problem-next + remedy:bean-stuck'],
  ],
  [
    'a cure keeps it for later',
    asksForLight,
    ['yes', 'remedy:tank-empty'],
    offers,
    ['it works now', 'closing:tank-empty + smalltalk:other-problem-next + remedy:bean-stuck'],
  ],
  [
    'named again it still waits, and is not asked about once more',
    asksForLight,
    offers,
    ['yes', goesOn],
    ['the grinder hums', goesOn],
  ],
  [
    'named after the first one was handed over it is taken up',
    asksForLight,
    offers,
    ['yes', goesOn],
    ['human', 'handover:asked'],
    ['the grinder hums', 'remedy:bean-stuck'],
  ],
  ['start over forgets both', asksForLight, offers, ['yes', goesOn], ['start over', 'restart:restart-done']],
];

describe('another device', () => {
  test.each(scripts.map((script) => [script[0], script] as const))('%s', (_title, [, ...turns]) => {
    const conversation = new Conversation(foreign);
    expect(turns.map(([doing]) => summary(conversation.does(doing)))).toEqual(
      turns.map(([, expected]) => expected),
    );
  });

  test('stands in the hand-over of the first one', () => {
    const conversation = new Conversation(foreign);
    for (const says of [asksForLight[0], offers[0], 'yes']) conversation.does(says);
    const [handedOver] = conversation.does('human');
    expect(handedOver).toMatchObject({
      summary: expect.arrayContaining([expect.stringContaining('“the grinder hums”')]),
    });
  });
});

describe('in their own words', () => {
  const answerTo = (says: string): string => {
    const conversation = new Conversation(shipped, 'cashier');
    conversation.does('till says supervisor for a refund');
    conversation.does('the scale shows C04');
    return summary(conversation.does(says));
  };

  test.each([
    'yes',
    'later please',
    'after this one',
    'first this one',
    'the scale can wait',
    'they are two different things',
    'finish the till first',
    'lets do the till first',
  ])('"%s" goes on with the first one', (says) => {
    expect(answerTo(says)).toBe('smalltalk:one-at-a-time + question:key-seat');
  });
  test.each([
    'now',
    'the scale first please',
    'lets do that one now',
    'the scale is more urgent',
    'switch',
    'scale i said',
  ])('"%s" takes up the other one', (says) => {
    expect(answerTo(says)).toBe('remedy:seal-switch-on');
  });
  test.each(['key is halfway in', 'not pushed in'])('"%s" answers what was asked before', (says) => {
    expect(answerTo(says)).toBe('remedy:key-not-fully-inserted');
  });

  test('who corrects the device has no second case', () => {
    const conversation = new Conversation(shipped, 'cashier');
    conversation.does('till says supervisor for a refund');
    conversation.does("not the till, it's the scale");
    expect(conversation.state.case?.facts).toContainEqual(
      expect.objectContaining({ question: 'device', answer: 'scale' }),
    );
    expect(conversation.state.case?.later).toBeUndefined();
  });
});
