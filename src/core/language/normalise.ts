/** What enters is made harmless once; everything behind reads the same text and counts offsets in it. */

import type { Language } from '../knowledge/model.ts';

/** How many UTF-16 units of a message are read. More: whole tickets with their history. Fewer: a bound on time. */
export const READ_LIMIT = 20_000;

const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;
/** Blank in any writing, but not a line end. */
const BLANKS = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
/** Control and format characters (marks of direction, zero widths), halves of characters, variation selectors. */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}]|\p{Variation_Selector}/gu;
const QUOTES = /[\u2018\u2019\u201b\u02bc\u00b4\uff07]/g;

/** Thumbs are words; any colour of skin. */
const THUMB_UP = /[\u{1f44d}\u{1f44c}]\p{Emoji_Modifier}?/gu;
const THUMB_DOWN = /\u{1f44e}\p{Emoji_Modifier}?/gu;

export interface Normalised {
  readonly text: string;
  /** True where the message was longer than `READ_LIMIT`. */
  readonly cut: boolean;
}

/** Takes out what cannot be seen, makes line ends, blanks and apostrophes alike, and cuts what is too long. */
export function normalise(thumbs: Language['thumbs'], raw: string): Normalised {
  const cut = raw.length > READ_LIMIT;
  const text = raw
    .slice(0, READ_LIMIT)
    .replace(LINE_ENDS, '\n')
    .replace(BLANKS, ' ')
    .replace(UNSEEN, '')
    .replace(QUOTES, "'")
    .replace(THUMB_UP, ` ${thumbs.up} `)
    .replace(THUMB_DOWN, ` ${thumbs.down} `)
    .trim();
  return { text, cut };
}
