/** Numbers that are said to be a code, or that somebody types: `code's 25 80`, `i put in 3-8-3-8`, `seven oh two two`. */

import {
  CODE,
  EXPIRY,
  FOR_GOODS,
  FOR_OTHER_THING,
  IS_FOREIGN,
  JOINING,
  KEYED_BEHIND,
  NAMES_CODE,
  OF_A_DISPLAY,
  OF_OTHER_CODE,
  OF_SOMETHING_ELSE,
  ofPlaceOrYear,
  SAID_BEHIND,
  SECRET,
  SIGNS_ON,
  SOMEONES_CODE,
  SOMEONES_NUMBER,
  SPEAKS_OF_SECRET,
  TYPED,
  UNIT_AFTER,
  USED,
  YEAR,
} from './code-cues.ts';
import { countsOn, type DigitRun, digitRuns, goesOnFrom } from './digit-runs.ts';
import { isErrorNumber, speaksOfError } from './error-numbers.ts';
import { matchesOf } from './matches.ts';
import { COPULAS } from './secret-cues.ts';
import type { Span } from './spans.ts';
import { HIDDEN } from './words.ts';

/** How far before a number its cue stands, and how far behind it, in UTF-16 units. */
const REACH = 72;
/** How far before a number the place stands that it is the number of. */
const PLACE_REACH = 24;
/** Fewest digits of a number that nothing but a code or a verb speaks for. */
const FEWEST = 4;
const MOST = 8;
/** Fewest digits in words that can only be the number of a card. */
const CARD_LENGTH = 14;

/** All numbers of a text that are secrets by what is said of them. */
export function* saidCodes(text: string): Generator<Span> {
  const runs = digitRuns(text);
  if (runs.length === 0) return;
  const isOfSecret = SPEAKS_OF_SECRET.test(text);
  let last: DigitRun | undefined;
  for (const run of runs) {
    if (!isCode(text, run, isOfSecret) && !goesOnFrom(text, last, run)) continue;
    last = run;
    yield run;
  }
}

function isCode(text: string, run: DigitRun, isOfSecret: boolean): boolean {
  if (run.digits.length < 3) return false;
  const after = text.slice(run.end, run.end + REACH);
  if (UNIT_AFTER.test(after)) return false;
  if (run.digits.length >= FEWEST && isKeyed(text, run, after)) return true;
  const before = sentenceBefore(text, run.start);
  if (isSpokenAlone(before, run)) return true;
  if (!HAS_LETTER.test(before) || ofPlaceOrYear(before.slice(-PLACE_REACH), run.digits)) return false;
  return isSaidBefore(before, after, run, isOfSecret);
}

/** Whether it ends as what is typed does, or is said behind to be a code: `5590#`, `4471 then hash`. */
function isKeyed(text: string, run: DigitRun, after: string): boolean {
  if (/[#*]$/.test(text.slice(run.end - 1, run.end)) || isSaidBehind(after, run)) return true;
  return KEYED_BEHIND.test(after) && !isErrorNumber(run.digits);
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

const SENTENCE_ENDS = ['. ', '! ', '? ', ';', '\n'];

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
  const gap = before.slice(last.index + last[0].length);
  // What the cue speaks of is told already, and in a text that is masked again as well.
  if (gap.includes(HIDDEN) || /\d{3}/.test(gap)) return undefined;
  return { cue: last[0], before: before.slice(0, last.index), gap };
}

const wordsOf = (gap: string): readonly string[] => gap.toLowerCase().match(/[\p{L}'’]+/gu) ?? [];

/** Whether a gap joins a cue to the number behind it: `PIN: `, `pin kwa supervisor ni `, `code's `. */
function joins(gap: string): boolean {
  if (OF_SOMETHING_ELSE.test(gap) || /\d/.test(gap)) return false;
  const words = wordsOf(gap.replaceAll('’', "'"));
  if (words.length > MOST_WORDS) return false;
  return words.every((word) => JOINING.has(word)) || endsInCopula(gap);
}

/** Most words between a cue and its number. */
const MOST_WORDS = 10;
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
  if ((form === 'spoken' || form === 'named') && !YEAR.test(digits) && EXPIRY.test(before)) return true;
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
  if (digits.length < FEWEST || digits.length > MOST || isErrorNumber(digits)) return false;
  if (form === 'together' && (YEAR.test(digits) || FOR_GOODS.test(after))) return false;
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

/** Four digits and more in words are a code by themselves, unless they are an error, a display, or count on. */
function isSpokenAlone(before: string, { digits, form }: DigitRun): boolean {
  if (form !== 'spoken' || digits.length < FEWEST) return false;
  // The number of a card: no telephone and no display has as many.
  if (digits.length >= CARD_LENGTH) return true;
  return (
    !isErrorNumber(digits) && !speaksOfError(before) && !OF_A_DISPLAY.test(before) && !isPlainRow(digits)
  );
}

/** Digits that count on, or are all the same as on a display that is tested. */
const isPlainRow = (digits: string): boolean => countsOn(digits) || /^(\d)\1+$/.test(digits);

/** Whether a text may hold any number that is told so, found quickly. */
export const maySayCode = (text: string): boolean => MAY_SAY.test(text);

const MAY_SAY = /\d{3}|\d\D{1,3}\d|zero|one|two|three|four|five|six|seven|eight|nine|double|oh/i;
