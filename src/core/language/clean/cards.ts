/**
 * Numbers of payment cards, however their digits are grouped and whatever digits stand beside them.
 *
 * Of a row of groups of digits every part that begins and ends with a group is tried: `till 3 4111 1111 1111 1111 12/29`
 * holds one in the middle. One in ten numbers has a right check digit (Luhn), so a part must be a number that a scheme
 * gives as well, which leaves four in a hundred of sixteen digits. What is one of something else by its form stays: bar
 * codes, telephone numbers, parts of decimals, of names and of paths. Groups that stand in a row for other reasons stay
 * too (amounts, dates, columns), unless a card is spoken of.
 */

import type { Span } from '../spans.ts';
import type { SecretReader } from './secret-reader.ts';

type Signs = SecretReader['cards'];

interface Group extends Span {
  readonly digits: string;
  /** Whether the group before belongs to the same row. */
  readonly goesOn: boolean;
}

/** As many digits as the shortest card has, near each other; most texts have none. */
const MANY_DIGITS = /\d(?:\D{0,3}\d){11}/;
const GROUP = /\d+/g;
/** What people put between the groups of one number, of lines that were broken too, and how much of it at most. */
const BETWEEN = /^[ \t\n.,/·_\-\u2010-\u2015]+$/;
const LONGEST_GAP = 3;
/** How many digits the groups of a printed number have; one each for whoever spells it out. */
const PRINTED = /^(?:4-4-4-4(?:-[1-3])?|4-4-4-[1-3]|4-6-[45]|6-1[03]|8-8|4-4-[58]|4-12|(?:1-)+1)$/;
/** Most lines of one number, less one: more are a column of numbers. */
const MOST_BREAKS = 1;

/** Before a number that is a part of a name, or the number of a telephone: `SN4…`, `id_4…`, `+4…`. */
const PART_OF_MORE_BEFORE = /(?:^|[^\p{L}%])\p{L}{1,2}$|_$|\+\(?$/u;
/** Before the digits behind the point of a decimal. */
const DECIMAL_BEFORE = /\d[.,]$/;
/** Behind one: `4…AB`, `4…_`. */
const PART_OF_MORE_AFTER = /^(?:\p{L}{1,2}(?!\p{L})|_)/u;
/** A number in the path of an address. */
const PATH_BEFORE = /(?:^|[\s"'(])(?:[a-z]+:\/\/|\/)[^\s?=&"']{0,200}\/$/i;
/** Fewest and most digits of a card. */
const DIGITS = { fewest: 12, most: 19 };
/** How most cards have their digits, in so many groups at most. */
const USUAL = { groups: 4, digits: /^(?:16|4-4-4-4)$/ };
/** How far from a number a card is spoken of, in UTF-16 units. */
const SPOKEN_REACH = 60;
/** How far before a number its name or its path is looked for, in UTF-16 units. */
const NAMED_REACH = 200;
/** A date of expiry, and perhaps a security code, written on behind a number without a mark between them. */
const RUN_ON = /^(?:0[1-9]|1[0-2])[2-4]\d(?:\d{3,4})?$/;

/** All numbers of cards in a text; they may overlap. */
export function* cardNumbers(signs: Signs, text: string): Generator<Span> {
  if (!MANY_DIGITS.test(text)) return;
  const groups = groupsIn(text);
  for (let first = 0; first < groups.length; first++) yield* cardsFrom(signs, text, groups, first);
}

function groupsIn(text: string): readonly Group[] {
  let before = 0;
  return [...text.matchAll(GROUP)].map(({ 0: digits, index: start }): Group => {
    const goesOn = start - before <= LONGEST_GAP && BETWEEN.test(text.slice(before, start));
    before = start + digits.length;
    return { start, end: before, digits, goesOn };
  });
}

/** Those that begin with a group. */
function* cardsFrom(signs: Signs, text: string, groups: readonly Group[], first: number): Generator<Span> {
  const group = groups[first];
  if (group === undefined) return;
  if (runsOn(signs, text, group)) yield group;
  for (const row of [[group], groups.slice(first, first + USUAL.groups)])
    if (isMistyped(signs, text, row)) yield spanOf(row);
  let digits = '';
  for (let last = first; last < groups.length; last++) {
    const next = groups[last];
    if (next === undefined || (last > first && !next.goesOn)) return;
    digits += next.digits;
    if (digits.length > DIGITS.most) return;
    if (digits.length < DIGITS.fewest || !luhn(digits)) continue;
    const row = groups.slice(first, last + 1);
    if (isCard(signs, text, row, digits)) yield spanOf(row);
  }
}

const spanOf = (row: readonly Group[]): Span => ({ start: row[0]?.start ?? 0, end: row.at(-1)?.end ?? 0 });

/** How many digits the groups have: `4-4-4-4`. */
const lengthsOf = (row: readonly Group[]): string => row.map(({ digits }) => digits.length).join('-');

/** What may speak of a card before a number. */
const textBefore = (text: string, { start }: Span): string =>
  text.slice(Math.max(0, start - SPOKEN_REACH), start);

/** Whether digits whose check digit is right are the number of a card. */
function isCard(signs: Signs, text: string, row: readonly Group[], digits: string): boolean {
  const isUsual = signs.numbers.test(digits);
  if (!isUsual && !signs.rareNumbers.test(digits)) return false;
  const span = spanOf(row);
  if (isOtherByForm(signs, text, span)) return false;
  const isSure =
    row.length === 1 ? !isArticleNumber(digits) && !isFraction(text, span) : isGroupedAsOne(text, row);
  return (isSure && isUsual) || isSpokenOf(signs, text, span);
}

/** A number that is written as a card's and called one, though its check digit is wrong: `card 1234 5678 9012 3456`. */
function isMistyped(signs: Signs, text: string, row: readonly Group[]): boolean {
  if (!USUAL.digits.test(lengthsOf(row)) || row.slice(1).some(({ goesOn }) => !goesOn)) return false;
  const span = spanOf(row);
  const isUsual = signs.numbers.test(row.map(({ digits }) => digits).join(''));
  const isOther = isFraction(text, span) || isOtherByForm(signs, text, span);
  return (
    signs.rightBefore.test(textBefore(text, span)) || (isUsual && !isOther && isSpokenOf(signs, text, span))
  );
}

/** A card whose date of expiry follows without a mark: `41111111111111111229`. */
function runsOn(signs: Signs, text: string, group: Group): boolean {
  if (group.digits.length < DIGITS.most) return false;
  return [16, 15].some((length) => {
    const digits = group.digits.slice(0, length);
    if (!RUN_ON.test(group.digits.slice(length)) || !signs.numbers.test(digits)) return false;
    return luhn(digits) && !isOtherByForm(signs, text, group);
  });
}

/** Whether groups belong together by their form alone: amounts, dates and columns of numbers stand in a row as well. */
function isGroupedAsOne(text: string, row: readonly Group[]): boolean {
  const gaps = row.slice(1).map((group, at) => text.slice(row[at]?.end, group.start));
  const breaks = gaps.filter((gap) => gap.includes('\n')).length;
  const marks = new Set(gaps.filter((gap) => !gap.includes('\n')).map((gap) => gap.trim()));
  if (breaks > MOST_BREAKS || marks.has(',')) return false;
  const isPlain = [...marks].every((mark) => mark === '' || mark === '-');
  if (PRINTED.test(lengthsOf(row))) return isPlain || marks.size === 1;
  if (!isPlain || marks.size > 1 || breaks > 0) return false;
  return row.every(({ digits }) => digits.length >= 3) || isAlone(text, spanOf(row));
}

/** Whether no other digits stand beside. */
const isAlone = (text: string, { start, end }: Span): boolean =>
  !/\d\D{0,3}$/.test(text.slice(Math.max(0, start - 4), start)) &&
  !/^\D{0,3}\d/.test(text.slice(end, end + 4));

const isFraction = (text: string, { start }: Span): boolean =>
  DECIMAL_BEFORE.test(text.slice(Math.max(0, start - 2), start));

function isOtherByForm(signs: Signs, text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - NAMED_REACH), start);
  return (
    PART_OF_MORE_BEFORE.test(before.slice(-4)) ||
    PART_OF_MORE_AFTER.test(text.slice(end, end + 3)) ||
    PATH_BEFORE.test(before) ||
    signs.otherBefore.test(before.slice(-40))
  );
}

const isSpokenOf = ({ spokenOf }: Signs, text: string, span: Span): boolean =>
  spokenOf.test(textBefore(text, span)) || spokenOf.test(text.slice(span.end, span.end + SPOKEN_REACH));

/** Whether digits are a number of an article (GS1: UPC-A, EAN-13), by their check digit. */
const isArticleNumber = (digits: string): boolean =>
  /^\d{12,13}$/.test(digits) && checkSum(digits, (digit) => digit * 3) === 0;

/** Whether digits end in the check digit of a card (Luhn 1960). */
export const luhn = (digits: string): boolean =>
  checkSum(digits, (digit) => (digit > 4 ? digit * 2 - 9 : digit * 2)) === 0 && /[1-9]/.test(digits);

/** The last digit of the sum of all digits, every second one from the end weighed. */
function checkSum(digits: string, weigh: (digit: number) => number): number {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits.charAt(digits.length - 1 - at));
    sum += at % 2 === 1 ? weigh(digit) : digit;
  }
  return sum % 10;
}
