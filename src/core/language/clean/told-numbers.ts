/** Numbers that are said to be a code, or that somebody types: `code's 25 80`, `i put in 3-8-3-8`, `mine's 8826`. */

import type { SecretCue } from '../../knowledge/model.ts';
import { matchesOf } from '../matches.ts';
import type { Span } from '../spans.ts';
import { HIDDEN } from '../tokens.ts';
import { countsOn, type DigitRun, digitRuns, foreignNumbers } from './digits.ts';
import type { SecretReader } from './secret-reader.ts';
import { VALUE } from './secret-rules.ts';

/** How far before a number its cue stands, and how far behind it, in UTF-16 units. */
const REACH = 72;
/** Fewest and most digits of a number that nothing but a code or a verb speaks for. */
const FEWEST = 4;
const MOST = 8;
/** Most digits of somebody's code, which may be a number that is printed on a card of staff. */
const MOST_OF_SOMEBODY = 12;
/** Fewest digits in words that can only be the number of a card. */
const CARD_LENGTH = 14;
/** Most words between a cue and its number; between one of another language, which orders its words otherwise. */
const MOST_WORDS = { own: 10, foreign: 3 };
const YEAR = /^(?:19|20)\d\d$/;

/** A number and the words around it. */
interface Placed extends DigitRun {
  /** What stands before it in its sentence, and wherever. */
  readonly said: string;
  readonly before: string;
  readonly behind: string;
  /** Whether programs report errors with it. */
  readonly isError: boolean;
}

/** All numbers of a text that are secrets by what is said of them. */
export function* toldNumbers(reader: SecretReader, text: string): Generator<Span> {
  const { signs } = reader;
  const isError = (digits: string): boolean => signs['error-number'].test(digits);
  yield* foreignNumbers(
    reader.digits,
    text,
    reader.cues['does-foreign'],
    (digits) => isError(digits) || countsOn(digits),
  );
  const runs = digitRuns(reader.digits, text, (behind) => signs['unit-behind'].test(behind));
  const isOfSecret = runs.length > 0 && matchesOf(reader.cues.secret, text).length > 0;
  let last: DigitRun | undefined;
  for (const run of runs) {
    const number: Placed = {
      ...run,
      said: sentenceBefore(text, run.start),
      before: text.slice(Math.max(0, run.start - REACH), run.start),
      behind: text.slice(run.end, run.end + REACH),
      isError: isError(run.digits),
    };
    const between = last === undefined ? '' : text.slice(last.end, run.start);
    if (!isCode(reader, text, number, isOfSecret) && !goesOn(last, number, between)) continue;
    last = run;
    yield run;
  }
}

/** Whether a number only goes on with codes that are told in a row: `tried codes 4471, 4472 and 4473`. */
const goesOn = (last: DigitRun | undefined, { digits, isError }: Placed, between: string): boolean =>
  last !== undefined &&
  !isError &&
  digits.length >= FEWEST &&
  digits.length === last.digits.length &&
  /^(?:,|,? \p{L}{2,4}|\/)? $/u.test(between);

function isCode(reader: SecretReader, text: string, number: Placed, isOfSecret: boolean): boolean {
  const { signs } = reader;
  const { digits, said, behind, end } = number;
  if (digits.length < 3 || signs['unit-behind'].test(behind)) return false;
  if (isToldAround(reader, number)) return true;
  if (digits.length >= FEWEST && (/[#*]/.test(text.charAt(end - 1)) || isSaidBehind(reader, number)))
    return true;
  if (isSpokenAlone(reader, number)) return true;
  if (!/\p{L}/u.test(said) || isPlaceOrYear(reader, number)) return false;
  return isOfCue(reader, number) || isOfSomebody(reader, number) || isTyped(reader, number, isOfSecret);
}

/** The words before a place, not further than the sentence and `REACH` go back. */
function sentenceBefore(text: string, end: number): string {
  const near = text.slice(Math.max(0, end - REACH), end);
  // The points of `P.I.N.` end no sentence: none stands behind a single letter.
  const ends = [...near.matchAll(/(?<!(?<!\p{L})\p{L})\. |[!?] |[;\n]/gu)];
  return near.slice((ends.at(-1)?.index ?? -1) + 1);
}

const isPlaceOrYear = ({ signs }: SecretReader, { said, digits }: Placed): boolean =>
  signs['place-before'].test(said.slice(-24)) ||
  (YEAR.test(digits) && signs['year-before'].test(said.slice(-24)));

/** Whether the words just around say that somebody types it: `4471 is what she types`, `it's 7702 for the manager`. */
function isToldAround({ signs }: SecretReader, { digits, form, before, behind, isError }: Placed): boolean {
  const isInWords = form === 'spoken' || form === 'named';
  const around = before + VALUE + behind;
  if (!isInWords && (digits.length < FEWEST || digits.length > MOST)) return false;
  if (signs.counted.test(behind) || (form === 'together' && YEAR.test(digits))) return false;
  // `the battle of hastings, ten sixty six` is an error's number by its digits only.
  if (isError)
    return form === 'named' && !signs['error-before'].test(before) && signs['told-in-words'].test(around);
  if (signs['told-behind'].test(around)) return true;
  // Three digits in words are a time more often than a code: `he told me nine twenty`.
  return (
    digits.length >= FEWEST &&
    (signs['told-around'].test(around) || (isInWords && signs['told-in-words'].test(around)))
  );
}

/** Whether it is said behind a number what it is: `seven oh two two, that's my supervisor number`, `4471 then hash`. */
const isSaidBehind = ({ signs }: SecretReader, { digits, behind, isError }: Placed): boolean =>
  signs['secret-behind'].test(behind) ||
  (!isError &&
    (signs['keyed-behind'].test(behind) || (digits.length <= MOST && signs['code-behind'].test(behind))));

/** Four digits and more in words are a code by themselves, unless they are an error, a display, or count on. */
function isSpokenAlone({ signs }: SecretReader, { digits, form, said, isError }: Placed): boolean {
  if (form !== 'spoken' || digits.length < FEWEST) return false;
  // The number of a card: no telephone and no display has as many.
  if (digits.length >= CARD_LENGTH) return true;
  const isPlainRow = countsOn(digits) || /^(\d)\1+$/.test(digits);
  return !isError && !isPlainRow && !signs['error-before'].test(said) && !signs['display-before'].test(said);
}

interface Cued {
  readonly cue: string;
  /** What stands before the cue, and between it and the number. */
  readonly before: string;
  readonly gap: string;
}

/** The last cue before a number; null without one, or where what it speaks of is told already. */
function lastCue({ cues }: SecretReader, which: SecretCue, said: string): Cued | null {
  const last = matchesOf(cues[which], said).at(-1);
  if (last === undefined) return null;
  const gap = said.slice(last.index + last[0].length);
  return gap.includes(HIDDEN) || /\d{3}/.test(gap)
    ? null
    : { cue: last[0], before: said.slice(0, last.index), gap };
}

const wordsOf = (gap: string): readonly string[] =>
  gap
    .replaceAll('’', "'")
    .toLowerCase()
    .match(/[\p{L}']+/gu) ?? [];

/** Whether a gap joins a cue to the number behind it: `PIN: `, `pin kwa supervisor ni `, `code's `. */
function joins({ signs, joining, copulas }: SecretReader, { gap }: Cued): boolean {
  const words = wordsOf(gap);
  if (signs['other-thing'].test(gap) || /\d/.test(gap) || words.length > MOST_WORDS.own) return false;
  if (words.every((word) => joining.has(word)) || signs['value-marker'].test(gap)) return true;
  const last = words.at(-1) ?? '';
  return copulas.has(last) || copulas.has(last.slice(last.indexOf("'")));
}

/** Any few words may stand between a cue of another language and its number. */
const joinsForeign = ({ signs }: SecretReader, { cue, gap }: Cued): boolean =>
  signs['foreign-cue'].test(cue) &&
  !/\d/.test(gap) &&
  wordsOf(gap).length <= MOST_WORDS.foreign &&
  !signs['other-thing'].test(gap);

/** Whether a number stands as an aside: `the service code they gave us, 74185, is refused`. */
const isAside = ({ gap }: Cued, { behind }: Placed): boolean =>
  /^[^\d]{0,48}[,(–-]\s?$/u.test(gap) && /^\s?(?:[,.)–-]|$)/u.test(behind);

/** Whether what is secret whoever tells it stands before. */
function isOfCue(reader: SecretReader, number: Placed): boolean {
  const { signs } = reader;
  const { digits, form, said } = number;
  const isInWords = form === 'spoken' || form === 'named';
  if (isInWords && !YEAR.test(digits) && signs['expiry-before'].test(said)) return true;
  const cued = lastCue(reader, 'secret', said);
  if (cued === null || signs['other-thing'].test(cued.gap)) return false;
  if (joins(reader, cued)) return true;
  if (digits.length < FEWEST) return false;
  return joinsForeign(reader, cued) || isAside(cued, number) || (form === 'apart' && !countsOn(digits));
}

/** Whether somebody's code, or a code that nothing else explains, stands before. */
function isOfSomebody(reader: SecretReader, number: Placed): boolean {
  const { digits, said, isError } = number;
  if (digits.length < FEWEST || digits.length > MOST_OF_SOMEBODY) return false;
  const owned = lastCue(reader, 'someones-code', said) ?? lastCue(reader, 'names-code', said);
  // `my code is 1106` is a secret; `my code gets uri path invalid (1106)` is an error.
  if (owned !== null && isError) return /^\s?(?:'?\p{L}{1,3})?\s$/u.test(owned.gap) && joins(reader, owned);
  if (owned !== null && (joins(reader, owned) || isAside(owned, number))) return true;
  const counted = lastCue(reader, 'someones-number', said);
  if (counted !== null && digits.length <= MOST && joins(reader, counted)) return true;
  return !isError && !reader.signs['error-before'].test(said) && isOfCode(reader, number);
}

function isOfCode(reader: SecretReader, number: Placed): boolean {
  const { signs } = reader;
  const { digits, form, said } = number;
  const cued = lastCue(reader, 'code', said);
  if (
    cued === null ||
    signs['other-code-before'].test(cued.before) ||
    signs['for-other-thing'].test(cued.gap)
  )
    return false;
  if (joinsForeign(reader, cued)) return true;
  if (!joins(reader, cued) && !(isAside(cued, number) && digits.length <= MOST))
    return form === 'apart' && !countsOn(digits);
  const isNamed = wordsOf(cued.gap).length > 0 || /\(|,/.test(cued.gap);
  return isNamed || form !== 'together' || signs['signs-on'].test(cued.before);
}

/** Whether somebody types the number: `i type 7734 for override`. */
function isTyped(reader: SecretReader, number: Placed, isOfSecret: boolean): boolean {
  const { signs } = reader;
  const { digits, form, said, behind, isError } = number;
  if (digits.length < FEWEST || digits.length > MOST || isError || signs['other-thing'].test(said))
    return false;
  if (form === 'together' && (YEAR.test(digits) || signs['for-goods'].test(behind))) return false;
  const typed = lastCue(reader, 'typed', said);
  if (typed !== null && joins(reader, typed)) return true;
  const used = lastCue(reader, 'used', said);
  return used !== null && joins(reader, used) && !countsOn(digits) && (isOfSecret || form !== 'together');
}
