/** Numbers that somebody's deed says are a code: `mine's 8826`, `4471 is what she types`, `it's 7702 for the manager`. */

import { UNIT_AFTER, YEAR } from './code-cues.ts';
import { type DigitRun, digitRuns, goesOnFrom } from './digit-runs.ts';
import { isErrorNumber, speaksOfError } from './error-numbers.ts';
import { byPattern } from './placed.ts';
import type { Span } from './spans.ts';
import { FRAMES_AFTER, FRAMES_BEFORE, FRAMES_SPOKEN, OF_A_COUNT, PAIRED } from './told-frames.ts';

/** How far around a number the words stand that tell of it, in UTF-16 units. */
const REACH = 72;
/** Fewest and most digits of a number that somebody types. */
const FEWEST = 4;
const MOST = 8;

/** `8.1.4.6`, which is a version elsewhere, and `99*1207*1`, which only a keypad takes. */
const DOTTED =
  /(?<![\p{L}\p{N}])(?:then|press|type|enter|pin|code|put in|key in),? (?<value>\d(?:\.\d){3,7})(?![\d.]\d|\d)/dgiu;
const STARRED = /(?<![\p{L}\p{N}*#])(?<value>[#*]?\d{1,8}(?:[#*]\d{1,8}){1,4}[#*]?)(?![\p{L}\p{N}])/dgu;
const SPEAKS_OF_KEYPAD = /door|gate|alarm|panel|keypad|lock|lift|code|barrier|room|entrance/i;
/** `3 and 5 together, then 1 4`: what is pressed on a lock of buttons. */
const TOGETHER =
  /(?<![\p{L}\p{N}])(?<value>\d (?:and|\+|&) \d (?:together|at (?:once|the same time))(?:,? (?:and |then |and then )?\d(?: ?(?:and |then )?\d){0,5})?)(?!\d)/dgiu;
/** `for the server room it's A7B9`, `back door is C1479Z`. */
const LETTERED =
  /(?<![\p{L}])(?:doors?|gate|room|lock|barrier|alarm|lift|entrance)(?::| is|'s| it'?s| code| takes| opens (?:on|with)) (?<value>(?=[A-Z]{0,3}\d{1,5}[A-Z])(?=[A-Z]{0,6}\d[A-Z]{0,6}\d)[A-Z0-9]{4,8})(?![\p{L}\p{N}_-])/dgu;

/** `C4419Y for the door`. */
const LETTERED_BEHIND =
  /(?<![\p{L}\p{N}_-])(?<value>(?=[A-Z]{0,3}\d{1,5}[A-Z])(?=[A-Z]{0,6}\d[A-Z]{0,6}\d)[A-Z0-9]{4,8}) (?:for|on|opens) (?:the |our )?(?:\p{L}{2,8} )?(?:door|gate|lock|room|entrance|barrier)(?![\p{L}])/dgu;

/** `pin i use on all tills since 2019 is 5523`, `PIN for till 3 - 5523`. */
const FAR_PIN =
  /(?<![\p{L}\p{N}])(?:pins?|pass ?codes?)(?![\p{L}\p{N}]| ?pad)(?<gap>[^.!?\n[]{1,60}?)(?: is | was |: ?| ?= ?| [-–] )(?<value>\d{4,8})(?![\p{L}\p{N}]|[.:/-]\d)/dgiu;
/** Between a PIN and a number: the number is of something else. */
const NOT_OF_PIN =
  /(?<![\p{L}])(?:errors?|err|status|fault|phone|telephone|tel|call|ticket|case|serial|orders?|invoice|ext|extension|mobile|price|port|version|model|amount|table|account|reference|ref|code|http|date)(?![\p{L}])/iu;

/** `never changed it, still 0000`, `default 1234`: what a maker sets. */
const DEFAULT =
  /(?<![\p{L}])(?:default|factory|never changed)(?![\p{L}])(?:,? (?:it|is|still|code|pin|the|at|on|of)){0,4},? (?<value>0000(?:00)?|1111(?:11)?|1234(?:56)?|4321|9999)(?![\p{L}\p{N}]|[.:/-]\d)/dgiu;

/** All numbers of a text that are told so. */
export function* toldCodes(text: string): Generator<Span> {
  let last: DigitRun | undefined;
  for (const run of digitRuns(text)) {
    if (!isTold(text, run) && !goesOnFrom(text, last, run)) continue;
    last = run;
    yield run;
  }
  if (SPEAKS_OF_KEYPAD.test(text)) yield* onKeypads(text);
  if (/\d\.\d\.\d/.test(text)) yield* byPattern(text, DOTTED, () => true);
  if (/pin|pass/i.test(text))
    yield* byPattern(text, FAR_PIN, (match, value, end) => {
      if (NOT_OF_PIN.test(match.groups?.gap ?? '') || isErrorNumber(value) || YEAR.test(value)) return false;
      return !UNIT_AFTER.test(text.slice(end, end + REACH));
    });
  if (/default|factory|never/i.test(text)) yield* byPattern(text, DEFAULT, () => true);
  if (/from/i.test(text)) yield* changed(text);
}

function* onKeypads(text: string): Generator<Span> {
  yield* byPattern(text, STARRED, (_match, value) => value.replace(/\D/g, '').length > FEWEST);
  yield* byPattern(text, TOGETHER, () => true);
  yield* byPattern(text, LETTERED, () => true);
  yield* byPattern(text, LETTERED_BEHIND, () => true);
}

/** Both numbers of a change: `i went from 4590 to 9054`; years, and what is priced or measured, change as well. */
function* changed(text: string): Generator<Span> {
  for (const match of text.matchAll(PAIRED)) {
    const [old, now] = [match.indices?.groups?.old, match.indices?.groups?.now];
    if (old === undefined || now === undefined || old[1] - old[0] !== now[1] - now[0]) continue;
    const near = text.slice(Math.max(0, match.index - REACH), match.index + match[0].length + REACH / 2);
    if (isErrorNumber(match.groups?.old ?? '') || isErrorNumber(match.groups?.now ?? '')) continue;
    if (YEAR.test(match.groups?.old ?? '') || MEASURED.test(near)) continue;
    const after = text.slice(now[1], now[1] + REACH / 2);
    if (UNIT_AFTER.test(after) || OF_A_COUNT.test(after)) continue;
    yield { start: old[0], end: old[1] };
    yield { start: now[0], end: now[1] };
  }
}

const MEASURED =
  /firmware|version|build|price|weigh|grams?|plan|port|counter|release|update[ds]? from|\be=|volt|model|revision/i;

function isTold(text: string, run: DigitRun): boolean {
  const { digits, form } = run;
  const isInWords = form === 'spoken' || form === 'named';
  if (isInWords ? digits.length < 3 : digits.length < FEWEST || digits.length > MOST) return false;
  const after = text.slice(run.end, run.end + REACH);
  if (UNIT_AFTER.test(after) || OF_A_COUNT.test(after)) return false;
  if (form === 'together' && YEAR.test(digits)) return false;
  const before = text.slice(Math.max(0, run.start - REACH), run.start);
  // `the battle of hastings, ten sixty six` is an error's number by its digits only.
  if (isErrorNumber(digits)) return form === 'named' && !speaksOfError(before) && FRAMES_SPOKEN.test(before);
  if (FRAMES_AFTER.test(after) && !NAMES_THING.test(before)) return true;
  // Three digits in words are a time more often than a code: `he told me nine twenty`.
  if (digits.length < FEWEST) return false;
  return (
    FRAMES_BEFORE.test(before) || isForSomebody(before, after) || (isInWords && FRAMES_SPOKEN.test(before))
  );
}

/** Before the number of something else: `PLU 4011 then enter`, `page 1122 opens the menu`. */
const NAMES_THING =
  /(?<![\p{L}])(?:plu|items?|articles?|price|weight|page|model|amount|tills?|errors?|menu|key|ticket|order|function)\s$/iu;

/** Whether it is told whose a number is, or where it is typed: `it's 7702 for the manager`, `put 9943 in`. */
const isForSomebody = (before: string, after: string): boolean =>
  (IT_IS.test(before) && FOR_WHOM.test(after)) ||
  (IT_IS.test(before) && WE_USE.test(after)) ||
  (PUTS.test(before) && /^ in(?![\p{L}])/iu.test(after)) ||
  (AND.test(before) && FOR_WHOM.test(after) && IT_IS_BEFORE.test(before));

const IT_IS = /(?<![\p{L}])(?:it'?s|it (?:is|was)|it’s|was|to|is) $/iu;
const IT_IS_BEFORE = /(?<![\p{L}])it['’]?s .{0,60}$/iu;
const AND = /(?:,|and) $/i;
const PUTS = /(?<![\p{L}])(?:put|puts|putting|key|keyed|type|typed|punch|punched|tap|tapped) $/iu;
const WE_USE = /^,? (?:that )?(?:we|i|they)(?: all| always)? (?:use|type|enter|press|key in)(?![\p{L}])/iu;
const FOR_WHOM =
  /^ (?:for (?:the |my |our |all |every)?(?:manag|boss|supervis|girl|staff|cashier|clerk|lads?|owner|chef|refund|void|override|tobacco|discount|everyone|one|me|us|him|her|alarm|door|safe|gate)|before the change|on all (?:our|the|of)|every ?where)/i;
