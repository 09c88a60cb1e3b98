/** Numbers that are said to be a code, or that somebody types: `code's 25 80`, `i put in 3-8-3-8`, `seven oh two two`. */

import { countsOn, type DigitRun, digitRuns } from './digit-runs.ts';
import { isErrorNumber, speaksOfError } from './error-numbers.ts';
import { matchesOf } from './matches.ts';
import { COPULAS, CUE, FOREIGN_CODE, FOREIGN_CUE, WHOSE } from './secret-cues.ts';
import type { Span } from './spans.ts';

/** How far before a number its cue stands, and how far behind it, in UTF-16 units. */
const REACH = 72;
/** Fewest digits of a number that nothing but a code or a verb speaks for. */
const FEWEST = 4;
const MOST = 8;

const WORD_END = '(?![\\p{L}\\p{N}_])';
const WORD_BEGIN = '(?<![\\p{L}\\p{N}_])';
/** What is a secret whoever tells it. */
const SECRET = new RegExp(
  `${WORD_BEGIN}(?:${CUE}|secret (?:number|code)s?|combination|combo)${WORD_END}|${FOREIGN_CUE}`,
  'giu',
);
const IS_FOREIGN = new RegExp(`^(?:${FOREIGN_CUE}|${FOREIGN_CODE})$`, 'iu');
const SPEAKS_OF_SECRET = new RegExp(SECRET.source, 'iu');
/** `the manager code`, `Karen's code`, `mycode`. */
const SOMEONES_CODE = new RegExp(
  `${WORD_BEGIN}(?:${WHOSE}\\s{1,2}(?:key\\s)?|my|\\p{L}{2,20}['’]s\\s)codes?${WORD_END}|${WORD_BEGIN}codes?\\s(?:of|for)\\s(?:(?:the|my|our)\\s)?${WHOSE}${WORD_END}`,
  'giu',
);
/** What may be the code of an error as well. */
const CODE = new RegExp(
  `(?<!["'\\p{L}\\p{N}_.])(?:codes?|${FOREIGN_CODE})(?!["\\p{L}\\p{N}_]|\\s?=|'(?!s)|["']?\\])`,
  'giu',
);
/** `Marks code`, with the apostrophe left out. */
const NAMES_CODE =
  /(?<![\p{L}])(?!(?:This|Status|Its|Access|Process|Address|Class|Gives|Shows|Says|Returns|Gets|Sends|Throws|Always|Keys|Tills|Was|Has|Does|Plus)\s)[A-Z][a-z]{2,15}s codes?(?![\p{L}])/gu;
const SOMEONES_NUMBER = new RegExp(
  `${WORD_BEGIN}(?:my|secret|supervisor|manager|clerk|operator|cashier|user|login|staff|employee|override|(?:four|five|six|4|5|6)[ -]digits?)(?:'s)?\\snumber${WORD_END}`,
  'giu',
);
const TYPED = new RegExp(
  `${WORD_BEGIN}(?:typ(?:e|ed|es|ing)|tpye[ds]?|tipe[ds]?|key(?:ed|s|ing)?\\sin|re-?enter(?:ed|s)?|enter(?:ed|s|ing)?|put(?:s|ting)?\\sin|punch(?:ed|es|ing)?(?:\\sin)?|tap(?:ped|s|ping)?\\sin)${WORD_END}`,
  'giu',
);
/** Verbs that take a code only where the text speaks of one. */
const USED = new RegExp(
  `${WORD_BEGIN}(?:put|uses?|used|using|tried|try|tries|press(?:ed|es)?)${WORD_END}`,
  'giu',
);
/** Somebody signs on with a code, or types it: `login 118 code 118118`. */
const SIGNS_ON =
  /(?<![\p{L}\p{N}])(?:log ?in|log ?on|sign ?(?:in|on)|user|clerk|clark|cashier|operator|employee|staff|enter(?:ed|s)?|typed?|put in|key(?:ed)? in|used?|with)(?![\p{L}\p{N}])/iu;

/** Words that only join a cue to its value: `my pin is still the old one 4711`. */
const JOINING: ReadonlySet<string> = new Set(
  `is was are were it its it's 's number no nr now still of to from for the my our his her their new old code codes set changed reset and or then
  typed entered tried used given keyed put they we he she you i in into on at manager supervisor admin this that till staff user
  login called being just always currently too also exactly here only say as usual like first wrong right simply`.split(
    /\s+/,
  ),
);
/** Words between a cue and a number that say whose the number is instead. */
const OF_SOMETHING_ELSE =
  /(?<![\p{L}])(?:errors?|err|status|fault|phone|telephone|tel|call|ticket|case|serial|orders?|invoice|ext|extension|mobile|shop|store|price|year|port|version|model|page|digits?|plu|article|item|bar ?codes?|amount|weight|qty|quantity|table|room|account|reference|ref|date|pad|since|until|http)(?![\p{L}])/iu;
const UNIT_AFTER =
  /^\s*(?:years?|months?|weeks?|days?|hours?|hrs?|minutes?|mins?|seconds?|secs?|times|digits?|characters?|chars?|numbers?|letters?|people|users?|tills?|scales?|attempts?|tries|kilos?|kgs?|grams?|gr?|lbs?|euros?|pounds?|dollars?|pieces?|pcs|percent|%|of|out|or|am|pm|o'?clock)(?![\p{L}\p{N}])/iu;
/** What is typed for something that is sold or measured. */
const FOR_GOODS =
  /^\s{1,2}(?:and\s(?:the\s)?(?:price|weight|amount|quantity)|(?:for|worth|of)\s(?!(?:the |an? |my |our |his |her )?(?:overr?ide|supervisor|manager|refund|void|appro|log|sign|service|door|safe|till|it|me|that)))/iu;
/** Codes of other things than doors and people: `postal code`, `article code`. */
const OF_OTHER_CODE =
  /(?<![\p{L}])(?:article|plu|item|product|post(?:al)?|zip|country|area|dial(?:l?ing)?|bar|qr|source|colou?r|department|dept|tax|vat|currency|discount|promo|voucher|gift|reason|language|region|model|part|branch|store|shop|site|customer|stock|batch)\s$/iu;
const FOR_OTHER_THING =
  /^\s(?:for|of)\s(?!(?:(?:the|an?|my|our|his|her|their|that|this|every|all|back|front|side|main)\s){0,2}(?:door|gate|alarm|safe|till|register|overr?ide|login|log|sign|refund|void|keypad|office|system|pos|it|me|us|everyone|stock|panel|unlock|approv|service|pin))/iu;
const YEAR = /^(?:19|20)\d\d$/;

/** All numbers of a text that are secrets by what is said of them. */
export function* saidCodes(text: string): Generator<Span> {
  const runs = digitRuns(text);
  if (runs.length === 0) return;
  const isOfSecret = SPEAKS_OF_SECRET.test(text);
  for (const run of runs) if (isCode(text, run, isOfSecret)) yield run;
}

function isCode(text: string, run: DigitRun, isOfSecret: boolean): boolean {
  const before = sentenceBefore(text, run.start);
  const after = text.slice(run.end, run.end + REACH);
  if (run.digits.length < 3 || UNIT_AFTER.test(after)) return false;
  if (run.digits.length >= FEWEST && /[#*]$/.test(text.slice(run.start, run.end))) return true;
  if (run.digits.length >= FEWEST && isSaidBehind(after, run)) return true;
  if (isSpokenAlone(before, run)) return true;
  return HAS_LETTER.test(before) && isSaidBefore(before, after, run, isOfSecret);
}

const HAS_LETTER = /\p{L}/u;

function isSaidBefore(before: string, after: string, run: DigitRun, isOfSecret: boolean): boolean {
  return (
    isSecretBefore(before, after, run) ||
    isCodeBefore(before, after, run) ||
    isTyped(before, after, run, isOfSecret)
  );
}

/** The words before a place, not further than the sentence and `REACH` go back. */
function sentenceBefore(text: string, end: number): string {
  // `P.I.N.` ends no sentence; `pin` and blanks are as long.
  const near = text.slice(Math.max(0, end - REACH), end).replace(/p\.i\.n\./gi, 'pin   ');
  return near.slice(1 + Math.max(...SENTENCE_ENDS.map((mark) => near.lastIndexOf(mark))));
}

const SENTENCE_ENDS = ['.', '!', '?', ';', '\n'];

interface Cued {
  readonly cue: string;
  /** What stands before the cue, and between it and the number. */
  readonly before: string;
  readonly gap: string;
}

/** The last cue before a number; nothing without one. */
function lastCue(cue: RegExp, before: string): Cued | undefined {
  const last = matchesOf(cue, before).at(-1);
  if (last === undefined) return undefined;
  const end = last.index + last[0].length;
  return { cue: last[0], before: before.slice(0, last.index), gap: before.slice(end) };
}

const wordsOf = (gap: string): readonly string[] => gap.toLowerCase().match(/[\p{L}'’]+/gu) ?? [];

/** Whether a gap joins a cue to the number behind it: `PIN: `, `pin kwa supervisor ni `, `code's `. */
function joins(gap: string): boolean {
  if (OF_SOMETHING_ELSE.test(gap) || /\d/.test(gap)) return false;
  const words = wordsOf(gap.replaceAll('’', "'"));
  if (words.length > 6) return false;
  return words.every((word) => JOINING.has(word)) || endsInCopula(gap);
}

const endsInCopula = (gap: string): boolean =>
  /(?:[:=]|は|是|는)\s{0,2}["'(]?$/.test(gap) ||
  COPULAS.has(
    wordsOf(gap.replaceAll('’', "'"))
      .at(-1)
      ?.replace(/^.*(?='s$)/, '') ?? '',
  );

/** Whether a number stands as an aside: `the service code they gave us, 74185, is refused`. */
const isAside = (gap: string, after: string): boolean =>
  /^[^\d]{0,48}[,(–-]\s?$/u.test(gap) && /^\s?(?:[,.)–-]|$)/u.test(after);

/** Other languages order their words otherwise: any few may stand between. */
const joinsForeign = ({ cue, gap }: Cued): boolean =>
  IS_FOREIGN.test(cue) && !/\d/.test(gap) && wordsOf(gap).length <= 3 && !OF_SOMETHING_ELSE.test(gap);

function isSecretBefore(before: string, after: string, { digits, form }: DigitRun): boolean {
  const cued = lastCue(SECRET, before);
  if (cued === undefined || OF_SOMETHING_ELSE.test(cued.gap)) return false;
  if (joins(cued.gap)) return true;
  if (digits.length < FEWEST) return false;
  return joinsForeign(cued) || isAside(cued.gap, after) || (form === 'apart' && !countsOn(digits));
}

/** Whether a code of somebody, or a code that nothing else explains, stands before. */
function isCodeBefore(before: string, after: string, run: DigitRun): boolean {
  const { digits } = run;
  if (digits.length < FEWEST || digits.length > 12) return false;
  const owned = lastCue(SOMEONES_CODE, before) ?? lastCue(NAMES_CODE, before);
  if (owned !== undefined && isOwnCode(owned.gap, after, digits)) return true;
  const number = lastCue(SOMEONES_NUMBER, before);
  if (number !== undefined && digits.length <= MOST && joins(number.gap)) return true;
  if (isErrorNumber(digits) || speaksOfError(before)) return false;
  return isPlainCode(before, after, run);
}

/** `my code is 1106` is a secret; `my code gets uri path invalid (1106)` is an error. */
const isOwnCode = (gap: string, after: string, digits: string): boolean =>
  isErrorNumber(digits) ? /^(?:\sis|\swas|'s)?\s$/.test(gap) : joins(gap) || isAside(gap, after);

function isPlainCode(before: string, after: string, { digits, form }: DigitRun): boolean {
  const cued = lastCue(CODE, before);
  if (cued === undefined || OF_OTHER_CODE.test(cued.before) || FOR_OTHER_THING.test(cued.gap)) return false;
  if (joinsForeign(cued)) return true;
  const { gap } = cued;
  if (!joins(gap) && !(isAside(gap, after) && digits.length <= MOST))
    return form === 'apart' && !countsOn(digits);
  const isNamed = wordsOf(gap).length > 0 || /\(|,/.test(gap);
  return isNamed || form !== 'together' || SIGNS_ON.test(cued.before);
}

/** Whether somebody types the number: `i type 7734 for override`. */
function isTyped(before: string, after: string, { digits, form }: DigitRun, isOfSecret: boolean): boolean {
  if (digits.length < FEWEST || digits.length > MOST || isErrorNumber(digits) || YEAR.test(digits))
    return false;
  if (form === 'together' && FOR_GOODS.test(after)) return false;
  if (OF_SOMETHING_ELSE.test(before)) return false;
  const typed = lastCue(TYPED, before);
  if (typed !== undefined && joins(typed.gap)) return true;
  const used = lastCue(USED, before);
  return used !== undefined && joins(used.gap) && !countsOn(digits) && (isOfSecret || form !== 'together');
}

/** Whether it is said behind a number what it is: `seven oh two two, that's my supervisor number`. */
function isSaidBehind(after: string, { digits }: DigitRun): boolean {
  const said = SAID_BEHIND.exec(after);
  if (said === null) return false;
  return said.groups?.secret !== undefined || (!isErrorNumber(digits) && digits.length <= MOST);
}

const SAID_BEHIND = new RegExp(
  `^["')]?,?\\s(?:(?:that|which|this)(?:'s|\\sis|\\swas)|thats|is|was|are|as|being)\\s(?:(?:the|our|a|${WHOSE}|new|old|${WHOSE}\\sown)\\s){0,3}(?:(?<secret>${CUE}|(?<=${WHOSE}\\s)(?:code|number))|code)(?![\\p{L}\\p{N}_]|\\s(?:of|for|in)\\s(?:an?\\s|the\\s)?err)`,
  'iu',
);

/** Four digits and more in words are a code by themselves, unless they are an error, a display, or count on. */
function isSpokenAlone(before: string, { digits, form }: DigitRun): boolean {
  if (form !== 'spoken' || digits.length < FEWEST) return false;
  return (
    !isErrorNumber(digits) && !speaksOfError(before) && !OF_A_DISPLAY.test(before) && !isPlainRow(digits)
  );
}

/** Digits that count on, or are all the same as on a display that is tested. */
const isPlainRow = (digits: string): boolean => countsOn(digits) || /^(\d)\1+$/.test(digits);

const OF_A_DISPLAY =
  /(?<![\p{L}])(?:shows?|showing|display(?:s|ed)?|says|screen|reads|prints?|called?|ring|phone|ticket|serial|order|invoice|version|tills?|lanes?|lines?|channel|keys?)(?:\s\p{L}{1,12}){0,2}[\s,:]{0,3}$/iu;

/** Whether a text may hold any number that is told so, found quickly. */
export const maySayCode = (text: string): boolean => MAY_SAY.test(text);

const MAY_SAY = /\d{3}|\d\D{1,3}\d|zero|one|two|three|four|five|six|seven|eight|nine|double|oh/i;
