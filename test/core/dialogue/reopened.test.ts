/** A case that was closed as cured, and was not. */

import { describe, expect, test } from 'vitest';
import { Conversation, summary } from '../../conversation.ts';
import { shippedBase } from '../../foreign-base.ts';

const { prepared } = await shippedBase();

const DOOR = 'door panel 3 was replaced yesterday and my supervisor fob is refused at that door only';

function closedThen(...turns: readonly string[]): Conversation {
  const conversation = new Conversation(prepared, null);
  for (const says of [DOOR, 'it opens now', ...turns]) conversation.does(says);
  return conversation;
}

describe('whoever says after the goodbye that the trouble is back', () => {
  test.each(['no wait, it came back', 'sorry, the error is there again', 'it is not working again'])(
    '%s: the case goes on, and what was tried is no cure',
    (says) => {
      const { state } = closedThen(says);
      expect(state.case?.tried[0]?.problem).toBe('controller-credential-mismatch');
      expect(state.case?.tried[0]?.outcome).not.toBe('fixed');
      expect(state.case?.texts[0]?.text).toBe(DOOR);
      expect(state.closed).toBeUndefined();
    },
  );

  test.each([
    ['thanks!', 'smalltalk:thanks'],
    ['yes, tried both fobs and both open the door now', 'smalltalk:thanks'],
    ['now the scale at the deli shows C04 while calibrating', 'remedy:seal-switch-on'],
  ])('%s: is none of that', (says, replies) => {
    const conversation = closedThen(says);
    expect(summary(conversation.last?.replies ?? [])).toBe(replies);
    expect(conversation.state.closed).toBeDefined();
  });
});
