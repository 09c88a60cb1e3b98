import { describe, expect, it } from 'vitest';
import { createAnswering } from '../../../src/web/chat/connection/answering.ts';
import type { BotLine, PersonLine } from '../../../src/web/chat/connection/snapshot.ts';

const said = (id: string): PersonLine => ({
  from: 'person',
  id,
  at: 0,
  text: id,
  pressed: null,
  delivery: 'sent',
});
const answer: BotLine = {
  from: 'bot',
  id: 'answer',
  at: 0,
  reply: { kind: 'smalltalk', id: 'answer', text: 'yes' },
  roles: {},
};

/** With a clock that stands still until it is told. */
function started() {
  const timers = new Set<() => void>();
  let overdue = 0;
  const answering = createAnswering(
    (_, callback) => {
      timers.add(callback);
      return () => timers.delete(callback);
    },
    15_000,
    () => {
      overdue += 1;
    },
  );
  return { answering, elapse: () => timers.forEach((callback) => void callback()), overdue: () => overdue };
}

describe('an answer', () => {
  it('is underway from sending until the line of the bot behind the message', () => {
    const { answering } = started();
    expect(answering.isUnderway()).toBe(false);
    answering.begin('b');
    answering.heard([said('a'), answer]);
    expect(answering.isUnderway()).toBe(true);
    answering.heard([said('b')]);
    expect(answering.isUnderway()).toBe(true);
    answering.heard([answer]);
    expect(answering.isUnderway()).toBe(false);
  });

  it('is given up after a while', () => {
    const { answering, elapse, overdue } = started();
    answering.begin('a');
    elapse();
    expect(answering.isUnderway()).toBe(false);
    expect(overdue()).toBe(1);
  });

  it('is not given up late where it came', () => {
    const { answering, elapse, overdue } = started();
    answering.begin('a');
    answering.heard([said('a'), answer]);
    elapse();
    expect(overdue()).toBe(0);
  });
});
