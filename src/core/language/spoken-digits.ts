/** Numbers that are told digit by digit in words: `nine three one six`, `double four six one`, `sixty six oh three`. */

import { matchesOf } from './matches.ts';
import type { Span } from './spans.ts';

/** A row of digits of which at least one is told in a word. */
export interface SpokenDigits extends Span {
  readonly digits: string;
  /** Whether each is told by itself (`seven oh two two`), and none in a greater number (`seventy twenty two`). */
  readonly isDigitByDigit: boolean;
}

interface Word extends Span {
  readonly text: string;
}

const UNITS: ReadonlyMap<string, string> = new Map(
  'zero:0 oh:0 o:0 nought:0 naught:0 one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9'
    .split(' ')
    .map((pair) => [pair.slice(0, -2), pair.slice(-1)]),
);
const TEENS: ReadonlyMap<string, string> = new Map(
  'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, at) => [word, String(10 + at)]),
);
const TENS: ReadonlyMap<string, string> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, at) => [word, String(2 + at)]),
);
const REPEATS: ReadonlyMap<string, number> = new Map([
  ['double', 2],
  ['dubble', 2],
  ['triple', 3],
  ['treble', 3],
]);
/** `eighteen hundred and five`: they are put behind the digits as noughts are, and `and` tells nothing. */
const GREATER: ReadonlyMap<string, string> = new Map([
  ['hundred', '00'],
  ['thousand', '000'],
]);

const WORD = new RegExp(
  `(?<![\\p{L}\\p{N}_])(?:${[UNITS, TEENS, TENS, REPEATS, GREATER].flatMap((words) => [...words.keys()]).join('|')}|\\d{1,4})(?![\\p{L}\\p{N}_])`,
  'giu',
);
const HAS_WORD = /zero|\boh\b|one|two|three|four|five|six|seven|eight|nine|double|triple|nought/i;
/** What stands between the words of one number. */
const BETWEEN = /^(?:[ \t]{1,2}|[ \t]?[,–-][ \t]?|\.{2,3} ?)$/;
const LONGEST_GAP = 5;

/** All rows of two words and more. */
export function spokenDigits(text: string): readonly SpokenDigits[] {
  if (!HAS_WORD.test(text)) return [];
  return rowsIn(text)
    .map(told)
    .filter((row) => row !== undefined);
}

/** Words for digits, those put together that stand beside each other. */
function rowsIn(text: string): readonly (readonly Word[])[] {
  const rows: Word[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const { 0: word, index: start } of matchesOf(WORD, text)) {
    const goesOn = start - end <= LONGEST_GAP && isBetween(text, end, start);
    end = start + word.length;
    const next = { start, end, text: word.toLowerCase() };
    if (goesOn) rows.at(-1)?.push(next);
    else rows.push([next]);
  }
  return rows;
}

/** Whether only a mark stands between two words, or `and` behind a hundred. */
const isBetween = (text: string, end: number, start: number): boolean =>
  BETWEEN.test(text.slice(end, start)) ||
  (text.slice(end, start) === ' and ' &&
    /(?:hundred|thousand)$/i.test(text.slice(Math.max(0, end - 8), end)));

const isBehindGreater = (row: readonly Word[], at: number): boolean => GREATER.has(row[at - 1]?.text ?? '');

/** `two thousand and one` is 2001: what follows a hundred or a thousand takes the place of its noughts. */
const fills = (digits: string, rest: string): string => {
  const noughts = /0{2,3}$/.exec(digits.slice(-3))?.[0].length ?? 0;
  return rest.length <= noughts ? digits.slice(0, -rest.length) + rest : digits + rest;
};

/** The digits that words tell; nothing where they tell none, or all are written as digits. */
function told(row: readonly Word[]): SpokenDigits | undefined {
  const [first, last] = [row[0], row.at(-1)];
  if (first === undefined || last === undefined || row.length < 2) return undefined;
  if (row.every(({ text }) => /\d/.test(text))) return undefined;
  let digits = '';
  for (let at = 0; at < row.length; at++) {
    const [here, next] = [row[at]?.text ?? '', row[at + 1]?.text ?? ''];
    const nextUnit = UNITS.get(next) ?? (/^\d$/.test(next) ? next : undefined);
    const times = REPEATS.get(here);
    const tens = TENS.get(here);
    if (nextUnit !== undefined && (times !== undefined || (tens !== undefined && nextUnit !== '0'))) {
      const pair = times === undefined ? `${tens}${nextUnit}` : nextUnit.repeat(times);
      digits = isBehindGreater(row, at) ? fills(digits, pair) : digits + pair;
      at++;
    } else {
      const told =
        UNITS.get(here) ?? GREATER.get(here) ?? TEENS.get(here) ?? (tens === undefined ? here : `${tens}0`);
      digits = isBehindGreater(row, at) && !GREATER.has(here) ? fills(digits, told) : digits + told;
    }
  }
  const isRepeated = row.some(({ text }) => REPEATS.has(text));
  // `4 double 0 7` is told digit by digit as well; `4 one 7` may be many things.
  const isDigitByDigit = row.every(
    ({ text }) => UNITS.has(text) || REPEATS.has(text) || (isRepeated && /^\d$/.test(text)),
  );
  return { start: first.start, end: last.end, digits: digits.replace(/\D/g, ''), isDigitByDigit };
}
