/** What enters is made harmless once; everything behind reads the same text and counts offsets in it. */

/** How many UTF-16 units of a message are read. More: whole tickets with their history. Fewer: a bound on time. */
export const READ_LIMIT = 20_000;

const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;
/** Blank in any writing, but not a line end. */
const BLANKS = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
/** Control characters, marks of direction, zero-width characters, soft hyphen, variation selectors, noncharacters. */
const UNSEEN =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0e\ufeff\ufff0-\uffff]/g;
const QUOTES = /[\u2018\u2019\u201b\u02bc\u00b4\uff07]/g;
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export interface Normalised {
  readonly text: string;
  /** True where the message was longer than `READ_LIMIT`. */
  readonly cut: boolean;
}

/** Takes out what cannot be seen, makes line ends, blanks and apostrophes alike, and cuts what is too long. */
export function normalise(raw: string): Normalised {
  const cut = raw.length > READ_LIMIT;
  const text = raw
    .slice(0, READ_LIMIT)
    .replace(LINE_ENDS, '\n')
    .replace(BLANKS, ' ')
    .replace(UNSEEN, '')
    .replace(LONE_SURROGATES, '')
    .replace(QUOTES, "'")
    .trim();
  return { text, cut };
}
