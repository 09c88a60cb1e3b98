/** Places in a text. */

/** From `start` to `end`, without that, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
