/** Rows of examples that a reader which learns must mostly get right: one that is trained anew may miss another. */

import { expect } from 'vitest';

/** Fails where less than `least` (0..1) of the rows hold, and tells those that do not. */
export function expectMostly<Row>(
  rows: readonly Row[],
  least: number,
  nameOf: (row: Row) => string,
  holds: (row: Row) => boolean,
): void {
  const missed = rows.filter((row) => !holds(row)).map(nameOf);
  const most = Math.floor((1 - least) * rows.length + 1e-9);
  expect(
    missed.length,
    `of ${rows.length} at most ${most} may fail:\n${missed.join('\n')}`,
  ).toBeLessThanOrEqual(most);
}
