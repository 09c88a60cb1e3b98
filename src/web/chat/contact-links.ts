/** Telephone numbers and mail addresses in a text, so that a tap calls or writes. */

/** A piece of a text, and where it leads; null: nowhere. */
export interface Piece {
  readonly text: string;
  readonly href: string | null;
}

/**
 * A mail address, or a number that begins like a telephone number (+, 0 or an opening bracket) and goes on with digits
 * and what people put between them.
 */
const REACHABLE =
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.\p{L}{2,}|(?:\+|\(|0)[\d ()/.\u00a0-]{4,22}\d(?![\p{L}\d])/gu;

/** What stands before a number that is part of something longer. (Browsers of 2020 know no look-behind.) */
const GOES_ON = /[\p{L}\d.,/-]$/u;

/** Digits that a telephone number has. Fewer are a room or a code, more are a serial number. */
const FEWEST_DIGITS = 6;
const MOST_DIGITS = 15;

/** The pieces of a text in order; put together they are the text. */
export function contactPieces(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(REACHABLE)) {
    const href = GOES_ON.test(text.slice(0, match.index)) ? null : hrefOf(match[0]);
    if (href === null) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), href: null });
    pieces.push({ text: match[0], href });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), href: null });
  return pieces;
}

function hrefOf(found: string): string | null {
  if (found.includes('@')) return `mailto:${found}`;
  const digits = found.replace(/\D/g, '');
  if (digits.length < FEWEST_DIGITS || digits.length > MOST_DIGITS) return null;
  return `tel:${found.startsWith('+') ? '+' : ''}${internal(found)}`;
}

/** The zero in brackets after a country code is dialled from inside the country alone: +49 (0)30 … */
const internal = (found: string): string =>
  (found.startsWith('+') ? found.replace('(0)', '') : found).replace(/\D/g, '');
