/** Numbers however their digits are told: `7706`, `3-8-3-8`, `nine three one six`, `double four six one`. */

import type { NumberWords } from '../../knowledge/model.ts';
import type { Span } from '../spans.ts';

/**
 * Digits of one number: in one piece, in groups (`25 80`), in groups that may be a date (`12-05-24`), one by one (`4 4 4 9`), with the signs of a keypad (`5590#`),
 * in words one by one, or in words of greater numbers.
 */
export interface NumberRun extends Span {
  readonly digits: string;
  readonly told: 'together' | 'grouped' | 'dated' | 'apart' | 'keyed' | 'spoken' | 'named';
}

/** How a number is told, and its digits: `apart:4449`. With `~` they only count up or down, or are all the same. */
export const describe = ({ digits, told }: NumberRun): string =>
  `${told}${isRow(digits) ? '~' : ''}:${digits}`;

/** Whether digits are as people name tills or keys by them: `1 2 3 5`, `4 3 2`, `8888`. */
function isRow(digits: string): boolean {
  const steps = [...digits].slice(1).map((digit, at) => Number(digit) - Number(digits.charAt(at)));
  return (
    steps.every((step) => step > 0) || steps.every((step) => step === -1) || steps.every((step) => step === 0)
  );
}

/** Words for digits of one language made ready. */
interface Words {
  readonly words: ReadonlyMap<string, Word>;
  /** What may join a greater number and a unit. */
  readonly and: string;
}

/** The digits that a word stands for; those of `double` say how often the next one stands there. */
interface Word {
  readonly is: 'unit' | 'teen' | 'ten' | 'repeat' | 'noughts';
  readonly digits: string;
}

/** Words for digits made ready, for each language. */
export type NumberReader = readonly Words[];

/** Words for one thing are parted so. */
const OR = '/';

/** Makes words for digits ready. */
export const numberReaderOf = (languages: readonly NumberWords[]): NumberReader =>
  languages.map(({ units, teens, tens, repeats, noughts, and }) => {
    const all = new Map<string, Word>();
    const put = (is: Word['is'], words: string, digits: number | string): void => {
      for (const word of words.split(OR)) all.set(word, { is, digits: String(digits) });
    };
    for (const [at, words] of units.entries()) put('unit', words, at);
    for (const [at, words] of teens.entries()) put('teen', words, at + 10);
    for (const [at, words] of tens.entries()) put('ten', words, (at + 2) * 10);
    for (const [word, times] of Object.entries(repeats)) put('repeat', word, times);
    for (const [word, digits] of Object.entries(noughts)) put('noughts', word, digits);
    return { words: all, and };
  });

/** `7706`, `25 80`, `3-8-3-8`, `5590#`; no part of a decimal, of an address, of a name or of an amount. */
const WRITTEN =
  /(?<![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}_+=€$£./:@]|\d[,-])[#*]{0,2}\d(?:(?: ?- ?| {1,2})?\d){2,11}[#*]{0,2}(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}_%€$£]|[.,:/-]\d|["']?\s?:)/gu;
/** `4, 4, 7, 1`. */
const LISTED = /(?<![\d,.])\d(?:, ?\d){3,7}(?![\d,]|\.\d)/g;
const APART = /^\d(?:\D+\d)+$/;
const DATE = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-\d{4})$/;
const SHORT_DATE = /^\d{1,2}-\d{1,2}-\d\d$/;
/** Three digits and more, and a group behind that may only count: `4471 3 times`. */
const COUNTED = /(?<=\d{3}) \d{1,2}$/;
/** The same before them: `till 3 - 4471`. */
const NAMED = /^\d{1,2} - (?=\d{4})/;

/** All in a text, in their order; they may overlap. */
export function numberRuns(reader: NumberReader, text: string): readonly NumberRun[] {
  const written = [...text.matchAll(WRITTEN), ...text.matchAll(LISTED)].flatMap(
    ({ 0: matched, index: start }) => (DATE.test(matched) ? [] : writtenRuns(matched, start)),
  );
  const tokens = tokensOf(text);
  const spoken = reader.flatMap((words) =>
    rowsOf(words, tokens, text).flatMap((row) => spokenRuns(words, row)),
  );
  return [...written, ...spoken].sort((one, other) => one.start - other.start || other.end - one.end);
}

/** A number as it stands, without the group behind that may only count, and without the one before that may name. */
function writtenRuns(matched: string, start: number): readonly NumberRun[] {
  const [counted, named] = [matched.replace(COUNTED, ''), matched.replace(NAMED, '')];
  return [...new Set([matched, counted, named])].map((told) => {
    const from = start + (told === named ? matched.length - told.length : 0);
    return { start: from, end: from + told.length, digits: told.replace(/\D/g, ''), told: toldBy(told) };
  });
}

function toldBy(written: string): NumberRun['told'] {
  if (/[#*]$/.test(written)) return 'keyed';
  if (APART.test(written)) return 'apart';
  if (SHORT_DATE.test(written)) return 'dated';
  return /^\d+$/.test(written) ? 'together' : 'grouped';
}

interface Token extends Span {
  readonly text: string;
}

const TOKEN = /(?<![\p{L}\p{N}_])(?:\p{L}+|\d{1,4})(?![\p{L}\p{N}_])/gu;
/** What stands between the words of one number. */
const BETWEEN = /^(?:[ \t]{1,2}|[ \t]?[,–-][ \t]?|\.{2,3} ?)$/;

const tokensOf = (text: string): readonly Token[] =>
  [...text.matchAll(TOKEN)].map(({ 0: word, index: start }) => ({
    start,
    end: start + word.length,
    text: word.toLowerCase(),
  }));

const isDigits = (text: string): boolean => /^\d+$/.test(text);

/** Words of a language that stand beside each other. */
function rowsOf(
  { words, and }: Words,
  tokens: readonly Token[],
  text: string,
): readonly (readonly Token[])[] {
  const rows: Token[][] = [];
  let last: Token | undefined;
  for (const token of tokens) {
    if (!words.has(token.text) && !isDigits(token.text)) continue;
    const gap = last === undefined ? '' : text.slice(last.end, token.start);
    const before = words.get(last?.text ?? '')?.is;
    const goesOn = BETWEEN.test(gap) || ((before === 'ten' || before === 'noughts') && gap === ` ${and} `);
    if (goesOn) rows.at(-1)?.push(token);
    else rows.push([token]);
    last = token;
  }
  return rows;
}

/** Two words and more that tell one number, at least one of which is no written digit. */
function spokenRuns({ words }: Words, row: readonly Token[]): readonly NumberRun[] {
  const [first, last] = [row[0], row.at(-1)];
  if (first === undefined || last === undefined || row.length < 2) return [];
  if (row.every(({ text }) => isDigits(text))) return [];
  const told = row.map(({ text }): Word => words.get(text) ?? { is: 'unit', digits: text });
  const isRepeated = told.some(({ is }) => is === 'repeat');
  // `4 double 0 7` is told digit by digit as well; `4 one 7` may be many things.
  const isByDigit = row.every(({ text }, at) => {
    const is = told[at]?.is;
    return isDigits(text) ? isRepeated && text.length === 1 : is === 'unit' || is === 'repeat';
  });
  return [
    { start: first.start, end: last.end, digits: digitsOf(told), told: isByDigit ? 'spoken' : 'named' },
  ];
}

/** What words tell together: `forty two` is 42, `double seven` 77, `two thousand and one` 2001. */
function digitsOf(told: readonly Word[]): string {
  let digits = '';
  for (const [at, word] of told.entries()) {
    const before = told[at - 1];
    if (word.is === 'repeat') continue;
    if (before?.is === 'repeat') digits += word.digits.repeat(Number(before.digits));
    else if (before?.is === 'noughts' && word.is !== 'noughts') digits = filled(digits, word.digits);
    else if (before?.is === 'ten' && word.is === 'unit' && /^[1-9]$/.test(word.digits))
      digits = digits.slice(0, -1) + word.digits;
    else digits += word.digits;
  }
  return digits;
}

/** What follows a hundred or a thousand takes the place of its noughts. */
function filled(digits: string, rest: string): string {
  const noughts = /0{2,3}$/.exec(digits.slice(-3))?.[0].length ?? 0;
  return rest.length <= noughts ? digits.slice(0, -rest.length) + rest : digits + rest;
}
