/** Reads a conversation from a watermark on. A watermark is the number of the last line that a client has. */

import type { KeptLine } from '../../ports.ts';
import { type OutgoingActivity, renderLine, type View } from './render.ts';

/** Reads at most `limit` lines behind `after` (0: from the first), oldest first. */
export type ReadHistory = (
  conversation: string,
  after: number,
  limit: number,
) => Promise<readonly KeptLine[]>;

/** Reads the lines of one conversation. */
export type ReadLines = (after: number, limit: number) => Promise<readonly KeptLine[]>;

/** Activities in order, and where the next ones are to be asked for. */
export interface ActivitySet {
  readonly activities: readonly OutgoingActivity[];
  readonly watermark: string;
}

/** What stands behind a position, and the position behind that; the same one where there is nothing. */
export interface Page {
  readonly set: ActivitySet;
  readonly position: number;
}

/**
 * Without a watermark, and with one that is no number, everything is read: whoever lost a connection before the first
 * line came has none yet, and must not miss that line.
 */
export function readWatermark(text: string | null): number {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : 0;
}

/** At most `limit` lines behind a position; lines that are not shown move it on too. */
export async function readPage(lines: ReadLines, position: number, limit: number, view: View): Promise<Page> {
  const kept = await lines(position, limit);
  const activities = kept.map((line) => renderLine(line, view)).filter((activity) => activity !== null);
  const last = kept.at(-1)?.sequence ?? position;
  return { set: { activities, watermark: String(last) }, position: last };
}

/**
 * A position that is not beyond the end, where a store was brought back from a backup: whoever waited there would miss
 * what is said next. Lines are counted without a gap, so halving finds the end in at most 50 looks.
 */
export async function withinConversation(lines: ReadLines, watermark: number): Promise<number> {
  const exists = async (sequence: number): Promise<boolean> => (await lines(sequence - 1, 1)).length > 0;
  if (watermark === 0 || (await exists(watermark))) return watermark;
  let [there, beyond] = [0, watermark];
  while (beyond - there > 1) {
    const middle = there + Math.floor((beyond - there) / 2);
    if (await exists(middle)) there = middle;
    else beyond = middle;
  }
  return there;
}
