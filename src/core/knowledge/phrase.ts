/** When two phrases are the same to a reader of messages. */

/**
 * The form in which phrases are compared: lower case, one blank between words, none around, and no apostrophes of
 * whatever kind, since "can't", "can’t" and "cant" are one word to people in a hurry.
 */
export function comparable(phrase: string): string {
  return phrase
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘ʼ`´]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** More meanings of one phrase than this are a mistake of writing: 40 verbs and 25 things make 1000. */
export const MOST_ALTERNATIVES = 1000;

/** `(a|b) c (d|e)` in its parts: those to choose from, and what stands between them. */
const partsOf = (phrase: string): string[][] =>
  phrase
    .split(/\(([^()]*)\)/)
    .map((part, at) => (at % 2 === 0 ? [part] : part.split('|')).map((words) => words.trim()));

/** How many phrases are written in one. */
export const countAlternatives = (phrase: string): number =>
  partsOf(phrase).reduce((product, part) => product * part.length, 1);

/** All phrases that are written in one: `(cut|break) seal` is `cut seal` and `break seal`. */
export const alternatives = (phrase: string): string[] =>
  partsOf(phrase).reduce<string[]>(
    (begun, part) => begun.flatMap((start) => part.map((words) => `${start} ${words}`.trim())),
    [''],
  );
