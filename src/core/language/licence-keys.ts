/** Keys that programs are licensed with, and numbers that a badge, a fob or a card of staff is known by. */

import { byPattern } from './placed.ts';
import type { Span } from './spans.ts';

const patterns = {
  /** `KQ7D-29XW-LM4P-VT6E`. */
  grouped: /(?<![A-Za-z0-9_/-])(?<value>[A-Z0-9]{4,6}(?:-[A-Z0-9]{4,6}){2,7})(?![A-Za-z0-9_-])/dg,
  /** In small letters, of four groups: ids of machines have others. */
  small: /(?<![A-Za-z0-9_/-])(?<value>[a-z0-9]{4}(?:-[a-z0-9]{4}){3})(?![A-Za-z0-9_-])/dg,
  /** `licence key 1234-5678-9012-3456`, `activation code KQ7D 29XW LM4P VT6E`. */
  spaced:
    /(?:[Ll]icen[cs]e|LICEN[CS]E|[Aa]ctivation|[Pp]roduct|[Rr]egistration|[Dd]ongle) (?:keys?|codes?|numbers?|no\.?)(?: is| was)?\s{0,2}[:=]?\s{0,2}["'`]?(?<value>[A-Z0-9]{4,6}(?:[ -][A-Z0-9]{4,6}){2,7})(?![A-Za-z0-9_-])/dg,
  /** `activation code abcd1234-efgh5678`. */
  named:
    /\b(?:(?:licen[cs]e|activation|product|registration|dongle|protection)\s){1,3}(?:keys?|codes?|numbers?|no\.?)(?:\s{1,3}(?:is|was|of the program is)\s{1,3}|\s{0,3}[:=]\s{0,3}|\s{1,3})["'`]?(?<value>(?=[A-Za-z-]{0,60}\d)(?=[\d-]{0,60}[A-Za-z])[A-Za-z0-9]{3,40}(?:-[A-Za-z0-9]{3,40}){0,7})/dgi,
  /** `her fob number is 04A1B2C39F`, `fob number printed on the back 0009483721`, `EPC of the tag E280…`. */
  credential:
    /\b(?:(?:fob|tag|badge|key ?card|swipe ?card|access ?card|facility \d{1,4}|bar ?code)(?:'s)?\s(?:master\s)?(?:number|no\.?|id|uid|epc)|(?:number|id|uid)\s(?:under|on|of|behind)\s(?:the\s|my\s|his\s|her\s)?(?:\w{1,12}\s)?(?:fob|tag|badge|bar ?code)|epc)(?:\s[a-z]{2,8}){0,4}\s{0,2}[:=]?\s{0,2}["'(]?(?<value>(?=[A-F]{0,8}\d)[A-F0-9]{5,32})(?![\p{L}\p{N}_-])/dgiu,
  /** `badge 00918273`: what begins with zeros is no quantity. */
  printed: /\b(?:fob|tag|badge|swipe ?card|key ?card)\s(?<value>0\d{6,15})(?![\p{L}\p{N}_-])/dgiu,
  /** The track of a swipe card: `;9901234567890=2512?`. */
  track: /(?<value>[;%][A-Z]?\d{6,19}[=^][^\s?]{2,60}\?)/dg,
} as const;

/** Groups of letters and digits mixed, in two groups and more: numbers of articles mix them in none or one. */
const isMixed = (value: string): boolean =>
  value.split('-').filter((group) => /\d/.test(group) && /[A-Z]/i.test(group)).length >= 2;

const SERIAL_BEFORE =
  /(?:serial|s\/n|\bsn|order|part|model|ticket)(?: ?(?:no\.?|number))?(?: is)?\s?[:#=]?\s?$/i;

/** All of a text. */
export function* licenceKeys(text: string): Generator<Span> {
  const isLicence = (match: RegExpMatchArray, value: string): boolean => {
    const before = text.slice(Math.max(0, (match.index ?? 0) - 30), match.index);
    return isMixed(value) && !SERIAL_BEFORE.test(before);
  };
  yield* byPattern(text, patterns.grouped, isLicence);
  yield* byPattern(text, patterns.small, isLicence);
  yield* byPattern(text, patterns.spaced, () => true);
  yield* byPattern(text, patterns.named, (_match, value) => value.replace(/-/g, '').length >= 8);
  yield* byPattern(text, patterns.credential, () => true);
  yield* byPattern(text, patterns.printed, () => true);
  if (text.includes('?')) yield* byPattern(text, patterns.track, () => true);
}
