/** Numbers that may be a code that is typed, however their digits are told. */

import { UNIT_AFTER } from './code-cues.ts';
import { isErrorNumber } from './error-numbers.ts';
import { matchesOf } from './matches.ts';
import type { Span } from './spans.ts';
import { spokenDigits } from './spoken-digits.ts';

/** Digits of one number. `apart`: one by one (`4 4 4 9`). `spoken`: in words. `named`: in words of greater numbers. */
export interface DigitRun extends Span {
  readonly digits: string;
  readonly form: 'together' | 'apart' | 'spoken' | 'named';
}

/** `7706`, `25 80`, `3-8-3-8`, `5590#`; no part of a decimal, of an address, of a name or of an amount. */
const WRITTEN =
  /(?<![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}_+=€$£./:@]|\d[,-])[#*]{0,2}\d(?:(?: ?- ?| {1,2})?\d){2,11}[#*]{0,2}(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}_%€$£]|[.,:/-]\d|["']?\s?:)/gu;
/** `4, 4, 7, 1`. */
const LISTED = /(?<![\d,.])\d(?:, ?\d){3,7}(?![\d,]|\.\d)/g;
const APART = /^\d(?:\D+\d)+$/;
const DATE = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-\d{4})$/;

/** All in a text. */
export function digitRuns(text: string): readonly DigitRun[] {
  const spoken = spokenDigits(text).map(({ isDigitByDigit, ...row }): DigitRun => {
    return { ...row, form: isDigitByDigit ? 'spoken' : 'named' };
  });
  return [...spoken, ...writtenRuns(text)].sort((one, other) => one.start - other.start);
}

function* writtenRuns(text: string): Generator<DigitRun> {
  for (const { 0: matched, index: start } of [...matchesOf(WRITTEN, text), ...matchesOf(LISTED, text)]) {
    const written = withoutCount(matched, text.slice(start + matched.length));
    if (DATE.test(written)) continue;
    const form = APART.test(written) ? 'apart' : 'together';
    yield { start, end: start + written.length, digits: written.replace(/\D/g, ''), form };
  }
}

/** Whether a number only goes on with codes that are told in a row: `tried codes 4471, 4472 and 4473`. */
export function goesOnFrom(text: string, last: DigitRun | undefined, { digits, start }: DigitRun): boolean {
  if (last === undefined || digits.length < FEWEST || digits.length !== last.digits.length) return false;
  return /^(?:,|,? (?:and|or|then|to)|\/)? $/.test(text.slice(last.end, start)) && !isErrorNumber(digits);
}

/** Fewest digits of a number that goes on with others. */
const FEWEST = 4;

/** Without a group behind that only counts: `4471 3 times`. */
const withoutCount = (written: string, after: string): string =>
  UNIT_AFTER.test(after) ? written.replace(/(?<=\d{3}) \d{1,2}$/, '') : written;

/** Whether digits only go up, or count down, as people do who name tills or keys: `1 2 3 5`. */
export function countsOn(digits: string): boolean {
  const steps = [...digits].slice(1).map((digit, at) => Number(digit) - Number(digits.charAt(at)));
  return steps.every((step) => step > 0) || steps.every((step) => step === -1);
}
