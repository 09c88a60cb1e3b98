/** Finds all that a pattern matches. */

const NONE: readonly RegExpExecArray[] = [];

/** What `text.matchAll(pattern)` gives, without the copy of the pattern that it makes; the pattern has the flag `g`. */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const found: RegExpExecArray[] = [];
  while (match !== null) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += lengthAt(pattern, text);
    match = pattern.exec(text);
  }
  return found;
}

/** Behind an empty match the search goes on one character further, which may be two units. */
const lengthAt = (pattern: RegExp, text: string): number =>
  pattern.unicode && (text.codePointAt(pattern.lastIndex) ?? 0) > 0xffff ? 2 : 1;
