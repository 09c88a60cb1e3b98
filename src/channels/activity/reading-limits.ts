/**
 * How much of an incoming activity is read. The thread that reads it serves everybody, so a body of the largest size
 * must cost little of it whatever is in there; what is beyond these limits is passed over, and the rest is answered.
 */

import { z } from 'zod';
import { READ_LIMIT } from '../../core/language/normalise.ts';

/**
 * Longest text that is handed on, in UTF-16 units. Range from `READ_LIMIT` + 1, by which the core tells that a message
 * was too long to be read whole; default twice that, for calls to the bot and blanks at the ends are still taken out.
 */
export const LONGEST_TEXT = 2 * READ_LIMIT;

/** How many attachments are looked at. Range 1..1,000, default 100: people send a handful, Teams takes ten at once. */
export const MOST_ATTACHMENTS = 100;

/** A list of which the first `most` items are read and checked; the others are neither. */
export function firstOf<Item extends z.ZodType>(most: number, item: Item) {
  return z.preprocess(
    (value) => (Array.isArray(value) ? value.slice(0, most) : value),
    z.array(item).nullish(),
  );
}
