/** Numbers however their digits are told: `7706`, `3-8-3-8`, `nine three one six`, `double four six one`. */

import type { DigitWords, ForeignDigits } from '../../knowledge/model.ts';
import { oneOf } from '../grammar.ts';
import { matchesOf } from '../matches.ts';
import type { Span } from '../spans.ts';

/** Digits of one number. `apart`: one by one (`4 4 4 9`). `spoken`: in words. `named`: in words of greater numbers. */
export interface DigitRun extends Span {
  readonly digits: string;
  readonly form: 'together' | 'apart' | 'spoken' | 'named';
}

/** Words for digits made ready. */
export interface DigitReader {
  /** Word → its digits: one for a unit, two for all others. */
  readonly units: ReadonlyMap<string, string>;
  readonly teens: ReadonlyMap<string, string>;
  readonly tens: ReadonlyMap<string, string>;
  readonly repeats: ReadonlyMap<string, number>;
  readonly greater: ReadonlyMap<string, string>;
  readonly word: RegExp;
  /** Two words that tell digits in any other language: most texts have none. */
  readonly anyForeign: RegExp;
  readonly foreign: readonly ForeignReader[];
}

interface ForeignReader {
  /** Word → its digit. */
  readonly units: ReadonlyMap<string, string>;
  /** Four words and more, each for a digit. */
  readonly byDigit: RegExp;
  /** Two words and more from where it is tried, one of them for a greater number. */
  readonly inGreater: RegExp;
}

/** Words for one thing are parted so. */
const OR = '/';
const numbered = (words: readonly string[], from: number): Map<string, string> =>
  new Map(
    words.flatMap((all, at) => all.split(OR).map((word): [string, string] => [word, String(from + at)])),
  );

/** Makes words for digits ready. */
export function digitReaderOf(words: DigitWords, foreign: readonly ForeignDigits[]): DigitReader {
  const units = numbered(words.units, 0);
  const teens = numbered(words.teens, 10);
  const tens = numbered(words.tens, 2);
  const repeats = new Map(Object.entries(words.repeats));
  const greater = new Map(Object.entries(words.greater));
  const all = [units, teens, tens, repeats, greater].flatMap((each) => [...each.keys()]);
  const word = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${oneOf(all)}|\\d{1,4})(?![\\p{L}\\p{N}_])`, 'giu');
  const anyUnit = oneOf(foreign.flatMap((each) => [...numbered(each.units, 0).keys()]));
  const anyForeign = new RegExp(`(?<![\\p{L}\\p{N}_-])${anyUnit}${MARK}${anyUnit}(?![\\p{L}\\p{N}_])`, 'iu');
  return { units, teens, tens, repeats, greater, word, anyForeign, foreign: foreign.map(foreignReaderOf) };
}

/** What stands between words that tell digits; before the last one of a greater number an `and` may. */
const MARK = '(?:,? | ?- ?)';

function foreignReaderOf({ units, greater }: ForeignDigits): ForeignReader {
  const own = numbered(units, 0);
  const unit = oneOf([...own.keys()]);
  const any = oneOf([...own.keys(), ...greater]);
  const between = `${MARK}(?:\\p{L}{1,3} )?`;
  return {
    units: own,
    byDigit: new RegExp(`(?<![\\p{L}\\p{N}_-])${unit}(?:${MARK}${unit}){3,11}(?![\\p{L}\\p{N}_])`, 'giu'),
    inGreater: new RegExp(
      `(?=(?:\\p{L}{1,12}[ -]){0,2}${oneOf(greater)}(?![\\p{L}]))${any}(?:${between}${any}){1,7}(?![\\p{L}\\p{N}_])`,
      'iuy',
    ),
  };
}

/** `7706`, `25 80`, `3-8-3-8`, `5590#`; no part of a decimal, of an address, of a name or of an amount. */
const WRITTEN =
  /(?<![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}_+=€$£./:@]|\d[,-])[#*]{0,2}\d(?:(?: ?- ?| {1,2})?\d){2,11}[#*]{0,2}(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}_%€$£]|[.,:/-]\d|["']?\s?:)/gu;
/** `4, 4, 7, 1`. */
const LISTED = /(?<![\d,.])\d(?:, ?\d){3,7}(?![\d,]|\.\d)/g;
const APART = /^\d(?:\D+\d)+$/;
const DATE = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-\d{4})$/;

/** All in a text, in their order; `isCounted` says whether what follows tells that a number only counts. */
export function digitRuns(
  reader: DigitReader,
  text: string,
  isCounted: (behind: string) => boolean,
): readonly DigitRun[] {
  const written = [...matchesOf(WRITTEN, text), ...matchesOf(LISTED, text)].flatMap(
    ({ 0: matched, index: start }): readonly DigitRun[] => {
      // `4471 3 times`: the group behind only counts.
      const told = isCounted(text.slice(start + matched.length))
        ? matched.replace(/(?<=\d{3}) \d{1,2}$/, '')
        : matched;
      if (DATE.test(told)) return [];
      const form = APART.test(told) ? 'apart' : 'together';
      return [{ start, end: start + told.length, digits: told.replace(/\D/g, ''), form }];
    },
  );
  return [...spokenRuns(reader, text), ...written].sort((one, other) => one.start - other.start);
}

/** Whether digits only go up, or count down, as people do who name tills or keys: `1 2 3 5`. */
export function countsOn(digits: string): boolean {
  const steps = [...digits].slice(1).map((digit, at) => Number(digit) - Number(digits.charAt(at)));
  return steps.every((step) => step > 0) || steps.every((step) => step === -1);
}

interface Word extends Span {
  readonly text: string;
}

/** What stands between the words of one number. */
const BETWEEN = /^(?:[ \t]{1,2}|[ \t]?[,–-][ \t]?|\.{2,3} ?)$/;
const LONGEST_GAP = 5;
/** A short word between a hundred and what is added to it: `eighteen hundred and five`. */
const ADDING = /^ \p{L}{1,3} $/u;

/** Words for digits that stand beside each other, two and more of which at least one is no written digit. */
function spokenRuns(reader: DigitReader, text: string): readonly DigitRun[] {
  const rows: Word[][] = [];
  let last: Word | undefined;
  for (const { 0: word, index: start } of matchesOf(reader.word, text)) {
    const next = { start, end: start + word.length, text: word.toLowerCase() };
    const gap = last === undefined || start - last.end > LONGEST_GAP ? '' : text.slice(last.end, start);
    if (BETWEEN.test(gap) || (ADDING.test(gap) && reader.greater.has(last?.text ?? '')))
      rows.at(-1)?.push(next);
    else rows.push([next]);
    last = next;
  }
  return rows.flatMap((row) => told(reader, row));
}

const isDigits = (text: string): boolean => /^\d+$/.test(text);

function told(reader: DigitReader, row: readonly Word[]): readonly DigitRun[] {
  const { units, teens, tens, repeats, greater } = reader;
  const [first, last] = [row[0], row.at(-1)];
  if (first === undefined || last === undefined || row.length < 2) return [];
  if (row.every(({ text }) => isDigits(text))) return [];
  let digits = '';
  for (let at = 0; at < row.length; at++) {
    const [before, here, next] = [row[at - 1]?.text ?? '', row[at]?.text ?? '', row[at + 1]?.text ?? ''];
    const nextUnit = units.get(next) ?? (/^\d$/.test(next) ? next : undefined);
    const ten = tens.get(here);
    const times = repeats.get(here) ?? 0;
    let more = greater.get(here) ?? units.get(here) ?? teens.get(here) ?? (isDigits(here) ? here : '');
    if (ten !== undefined) more = `${ten}0`;
    if (nextUnit !== undefined && (times > 0 || (ten !== undefined && nextUnit !== '0'))) {
      more = ten === undefined ? nextUnit.repeat(times) : ten + nextUnit;
      at++;
    }
    digits = greater.has(before) && !greater.has(here) ? filled(digits, more) : digits + more;
  }
  const isRepeated = row.some(({ text }) => repeats.has(text));
  // `4 double 0 7` is told digit by digit as well; `4 one 7` may be many things.
  const isByDigit = row.every(
    ({ text }) => units.has(text) || repeats.has(text) || (isRepeated && /^\d$/.test(text)),
  );
  return [{ start: first.start, end: last.end, digits, form: isByDigit ? 'spoken' : 'named' }];
}

/** `two thousand and one` is 2001: what follows a hundred or a thousand takes the place of its noughts. */
const filled = (digits: string, rest: string): string => {
  const noughts = /0{2,3}$/.exec(digits.slice(-3))?.[0].length ?? 0;
  return rest.length <= noughts ? digits.slice(0, -rest.length) + rest : digits + rest;
};

/**
 * Numbers in the words of other languages: `siedem osiem trzy trzy`. In words of greater numbers they are one only behind
 * what `does` finds: that somebody does or says them.
 */
export function* foreignNumbers(
  { foreign, anyForeign }: DigitReader,
  text: string,
  does: RegExp,
  isNone: (digits: string) => boolean,
): Generator<Span> {
  const isAny = anyForeign.test(text);
  for (const { units, byDigit } of isAny ? foreign : []) {
    for (const { 0: words, index: start } of matchesOf(byDigit, text)) {
      const digits = (words.toLowerCase().match(/\p{L}+/gu) ?? []).map((word) => units.get(word)).join('');
      if (!isNone(digits)) yield { start, end: start + words.length };
    }
  }
  for (const { 0: said, index } of matchesOf(does, text)) {
    const start = index + said.length;
    for (const { inGreater } of foreign) {
      inGreater.lastIndex = start;
      const words = inGreater.exec(text)?.[0];
      if (words !== undefined) yield { start, end: start + words.length };
    }
  }
}
