import { expect, it } from 'vitest';
import { createUnread } from '../../../src/web/chat/unread.ts';

it('counts the replies that come while nobody looks, and none of the others', () => {
  const told: number[] = [];
  const unread = createUnread((count) => told.push(count));
  unread.add(1);
  unread.look(false);
  unread.add(1);
  unread.add(2);
  unread.look(true);
  unread.look(true);
  expect(told).toEqual([1, 3, 0]);
});
