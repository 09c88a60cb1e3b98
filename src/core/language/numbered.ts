/** Numbers of things in a text: of a lane, a door, a counter. */

import type { Grammar } from './grammar.ts';
import { NOT } from './stems.ts';
import { type TextToken, tokenize } from './tokens.ts';

/** A number that a thing has. */
export interface Numbered {
  /** In digits. */
  readonly number: string;
  /** The word before it, such as `lane`; null: none stands there. */
  readonly noun: string | null;
  /** From the noun, or else the number, to the end of the number. */
  readonly written: string;
  /** Where the number begins in that. */
  readonly at: number;
}

/** Longer ones are codes, telephones and articles. */
const MOST_DIGITS = 4;
const DIGITS = new RegExp(`^\\d{1,${MOST_DIGITS}}$`);
/** What stands between a thing and its number: `lane #4`, `no. 4`. */
const BETWEEN = /^[\s#.:-]*$/;
/** Behind a number that goes on: a decimal, a time, a date, an ending. */
const GOES_ON = /^(?:[.,:/-]\d|\p{L})/u;

/** All of them; a number in words counts behind one of these nouns alone: `lane five`. */
export function numberedIn(grammar: Grammar, text: string, nouns: ReadonlySet<string>): readonly Numbered[] {
  const words = tokenize(text);
  return words.flatMap((word, place): readonly Numbered[] => {
    const noun = nounBefore(grammar, text, words, place);
    const number = DIGITS.test(word.text) ? word.text : inWords(grammar, word, noun, nouns);
    if (number === null || isNoNumber(grammar, text, word)) return [];
    const start = noun?.start ?? word.start;
    return [
      { number, noun: noun?.text ?? null, written: text.slice(start, word.end), at: word.start - start },
    ];
  });
}

function inWords(
  { places }: Grammar,
  { text }: TextToken,
  noun: TextToken | null,
  nouns: ReadonlySet<string>,
): string | null {
  const place = places.get(text);
  return place !== undefined && noun !== null && nouns.has(noun.text) ? `${place}` : null;
}

/** Part of a code, a measure, a time. */
function isNoNumber({ notCode }: Grammar, text: string, { start, end }: TextToken): boolean {
  const [before, behind] = [text.slice(0, start), text.slice(end)];
  return (
    /\p{L}$/u.test(before) ||
    notCode.before.test(before) ||
    GOES_ON.test(behind) ||
    notCode.behind.test(behind)
  );
}

/** The word that a number belongs to; what may stand beside a place (`lane number 4`) is passed over. */
function nounBefore(
  grammar: Grammar,
  text: string,
  words: readonly TextToken[],
  place: number,
): TextToken | null {
  const { stems, functionWords, besidePlaces } = grammar;
  const next = words[place];
  const before = words[place - 1];
  if (next === undefined || before === undefined || !BETWEEN.test(text.slice(before.end, next.start)))
    return null;
  if (besidePlaces.has(before.text) && !functionWords.has(before.text))
    return nounBefore(grammar, text, words, place - 1);
  const isNoun =
    !functionWords.has(before.text) && stems.get(before.text) !== NOT && /^\p{L}/u.test(before.text);
  return isNoun ? before : null;
}
