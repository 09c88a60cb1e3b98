import { describe, expect, it } from 'vitest';
import { backOffMs, defaultTimes } from '../../../src/web/chat/connection/times.ts';

describe('the pause before the next attempt', () => {
  const pauses = (luck: number): readonly number[] =>
    [1, 2, 3, 4, 7, 8, 1_000].map((failures) => backOffMs(failures, defaultTimes, () => luck));

  it('doubles with each failure, up to the longest', () => {
    expect(pauses(1)).toEqual([500, 1_000, 2_000, 4_000, 30_000, 30_000, 30_000]);
  });

  it('is half of that at least, so that clients which were lost at once come back one after the other', () => {
    expect(pauses(0)).toEqual([250, 500, 1_000, 2_000, 15_000, 15_000, 15_000]);
  });
});
