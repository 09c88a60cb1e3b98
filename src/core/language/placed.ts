/** Where the value stands that a pattern finds. */

import { matchesOf } from './matches.ts';
import type { Span } from './spans.ts';

/** Says whether a value that was found is one. */
export type Admits = (match: RegExpMatchArray, value: string, end: number) => boolean;

/** Places of the group `value` of a pattern with the flags `d` and `g`, those only that are admitted. */
export function* byPattern(text: string, pattern: RegExp, admits: Admits): Generator<Span> {
  for (const match of matchesOf(pattern, text)) {
    const value = match.groups?.value;
    const place = match.indices?.groups?.value;
    if (value === undefined || place === undefined || !admits(match, value, place[1])) continue;
    yield { start: place[0], end: place[1] };
  }
}
