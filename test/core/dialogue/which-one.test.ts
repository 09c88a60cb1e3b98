/** Yes or no to a question that neither answers. */

import { describe, expect, test } from 'vitest';
import { Conversation, summary } from '../../conversation.ts';
import { foreignBase, shippedBase } from '../../foreign-base.ts';

const foreign = (await foreignBase()).prepared;
const shipped = (await shippedBase()).prepared;

/** A till of which it is asked how its key sits. */
function keyAsked(): Conversation {
  const conversation = new Conversation(shipped, 'cashier');
  conversation.does('till says supervisor for a refund');
  return conversation;
}

describe('yes or no to "which of these?"', () => {
  test.each(['yes', 'yeah', 'Yep.', 'yes it is', 'no', 'nope', 'nah', 'no it is not'])(
    '"%s" is no answer: the choices are told one by one',
    (says) => {
      const conversation = keyAsked();
      const [asked] = conversation.does(says);
      expect(asked).toMatchObject({ kind: 'question', id: 'key-seat' });
      expect(asked?.text).toContain('or “There is no supervisor key in it”?');
      expect(conversation.state.case?.facts.map(({ question }) => question)).not.toContain('key-seat');
    },
  );

  test.each([
    ['the second one', 'key-not-fully-inserted'],
    ['half way in', 'key-not-fully-inserted'],
  ])('then "%s" is heard as ever', (says, remedy) => {
    const conversation = keyAsked();
    conversation.does('yes');
    expect(summary(conversation.does(says))).toBe(`remedy:${remedy}`);
  });

  test('the second time in a row it is not understood', () => {
    const conversation = keyAsked();
    conversation.does('no');
    expect(summary(conversation.does('no'))).toBe('smalltalk:nothing-understood-again + question:key-seat');
  });

  test('what says the other of both is not told', () => {
    const conversation = keyAsked();
    conversation.does('all the way in');
    const [asked] = conversation.does('yes');
    expect(asked?.id).toBe('happened-before');
    expect(asked?.text).not.toContain('Nothing special');
    expect(summary(conversation.does('no'))).not.toContain('happened-before');
  });
});

test('a question of which no answer says yes is asked in other words on any base', () => {
  const conversation = new Conversation(foreign);
  for (const says of ['the coffee machine gives no coffee', 'no', 'no']) conversation.does(says);
  const [asked] = conversation.does('yes');
  expect(asked).toMatchObject({
    id: 'pump-sound',
    text: 'Yes or no does not tell me which. Is it “It is much louder than before”, “The same as ever”, or “It stays silent”?',
  });
});

test('yes and no answer a question that they do answer', () => {
  const conversation = new Conversation(foreign);
  conversation.does('the coffee machine gives no coffee');
  expect(summary(conversation.does('yes'))).toBe('remedy:tank-empty');
});
