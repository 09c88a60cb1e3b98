/** How PINs are told in digits. All patterns are matched in one pass over a bounded text. */

import { CUE, WHOSE } from './secret-cues.ts';

/** What may stand between a cue and its value; blanks are bounded, because many links in many blanks would be tried. */
const LINK =
  "(?:\\s{0,4}(?:[:=,]|->)\\s{0,4}|'s\\s{1,4}|\\s{1,4}(?:-\\s|is|was|are|ist|es|est|number|no\\.?|nr\\.?|it's|its|now|still|of|to|from|for|the|my|our|new|old|code|set|changed|reset|and|or|then|typed|entered|tried|used|given|keyed|put|they|we|he|she|you|i|in|into|on|at|manager|supervisor|admin|this|that|till|staff|user|login|called|being|just|always|currently)(?=[\\s:=])|\\s{1,4})";
const DIGITS = '(?<value>\\d(?:[ -]?\\d){2,11})(?![\\p{L}\\p{N}])';

/** What finds secrets; each has a group `value`. */
export const patterns = {
  digitsAfterCue: new RegExp(`\\b${CUE}(?![\\p{L}\\p{N}_])${LINK}{1,4}["'(]?${DIGITS}`, 'dgiu'),
  secondDigits: new RegExp(
    `\\b${CUE}(?![\\p{L}\\p{N}_])[^.!?\\n\\d]{0,24}\\[hidden\\]["')]?\\s{0,2}(?:,|to|and|or|then|into)\\s{0,2}["'(]?${DIGITS}`,
    'dgiu',
  ),
  digitsBeforeCue: new RegExp(
    `(?<![\\p{L}\\p{N}.,/:-])${DIGITS}["')]?\\s+(?:is|was|as|for)\\s+(?:(?:the|my|our|his|her|their|a|new|old|${WHOSE})\\s+){0,3}${CUE}(?![\\p{L}\\p{N}_])`,
    'dgiu',
  ),
  /** `pin4711`. */
  digitsJoined: /\bpin(?<value>\d{3,12})(?![\p{L}\p{N}])/dgiu,
  /** `her number is 4711`, said after a PIN was spoken of. */
  numberAfterTalk: new RegExp(
    `\\b(?:(?:my|his|her|their|our|the|${WHOSE})\\s+(?:numbers?|digits|one|combination)|number|it|that|mine|hers|theirs)(?:'s|\\s+(?:is|was)|\\s*[:=])\\s*(?:(?:just|still|now|always)\\s+){0,2}["'(]?(?<value>\\d(?:[ -]?\\d){2,7})(?![\\p{L}\\p{N}]|[ -]?\\d)`,
    'dgiu',
  ),
  /** The combination of a safe: `12 left 40 right 7 left`. */
  dial: /(?<value>(?:\d{1,3} (?:left|right)|(?:left|right) (?:to )?\d{1,3})(?:,? (?:then )?(?:\d{1,3} (?:left|right)|(?:left|right) (?:to )?\d{1,3})){1,6})/dgi,
  /** `safe opens 12 then 40 then 07`. */
  dialThen: /(?<![\p{L}\p{N}])(?<value>\d{1,2}(?:,? then \d{1,2}){2,5})(?![\p{L}\p{N}])/dgu,
} as const;
