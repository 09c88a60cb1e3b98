/** Whether words tell of how it is or of how it was: `was stuck yesterday, fine now`. */

import type { PlacedWord } from './clauses.ts';
import { OPENINGS, PRONOUNS, STANDING_IN } from './english.ts';
import { CURED, EARLIER, FORMERLY, GONE, NOW, WELL } from './english-times.ts';

/** `over`: no longer so. Of two answers that exclude each other `now` goes before `open`, and that before `past`. */
export type Age = 'now' | 'open' | 'past' | 'over';

/** A cure is told in few words: `but that was fixed`. */
const CURE_WORDS = 9;
/** `fine now`, `but not any more`. */
const BRIEF_WORDS = 6;

const PAST_VERB =
  /ed$|^(?:was|were|had|did|wasn't|weren't|didn't|hadn't|got|went|gave|came|took|kept|stood|began)$/;

/** The ends, from and to (excluded), of the segment in which a word stands. */
function segmentAt(words: readonly PlacedWord[], place: number): [number, number] {
  const segment = words[place]?.segment;
  let from = place;
  let to = place + 1;
  while (from > 0 && words[from - 1]?.segment === segment) from--;
  while (to < words.length && words[to]?.segment === segment) to++;
  return [from, to];
}

/** `used to`, but not `is used to`. */
const usedTo = (words: readonly PlacedWord[], from: number, to: number): boolean =>
  words
    .slice(from, to)
    .some(
      (word, at) =>
        word.text === 'used' && words[from + at + 1]?.text === 'to' && words[from + at - 1]?.stem !== 'be',
    );

/** `years ago`, `last year`: too long ago for what happened then to have to do with the case. */
function isLongAgo(clause: readonly PlacedWord[]): boolean {
  return clause.some(({ text }, at) => {
    const before = clause[at - 1]?.text ?? '';
    return (text === 'ago' && /^(?:years|months)$/.test(before)) || (text === 'year' && before === 'last');
  });
}

/** `E01 is gone`, `… problem is solved`. */
function isGoneAfter(words: readonly PlacedWord[], last: number): boolean {
  const segment = words[last]?.segment;
  const next = words.slice(last + 1, last + 5).filter((word) => word.segment === segment);
  const at = next.findIndex((word) => GONE.has(word.text));
  return at >= 0 && next.slice(0, at).every((word) => word.kind === 'function');
}

const texts = (words: readonly PlacedWord[]): string[] => words.map((word) => word.text);

/** True where a clause says that what came before it is over. */
function cures(clause: readonly PlacedWord[]): boolean {
  const said = texts(clause);
  let first = 0;
  while (first < said.length - 1 && OPENINGS.has(said[first] ?? '')) first++;
  const opening = said[first] ?? '';
  const denied = clause.some((word) => word.kind === 'not');
  if (denied) {
    const noMore = said.includes('anymore') || said.includes('longer') || said.join(' ').endsWith('any more');
    return (
      noMore && clause.length <= BRIEF_WORDS && clause.filter((word) => word.kind === 'content').length <= 2
    );
  }
  if (said.includes('still')) return false;
  const begins = STANDING_IN.has(opening) || PRONOUNS.has(opening) || CURED.has(opening);
  if (begins && clause.length <= CURE_WORDS && said.some((text) => CURED.has(text))) return true;
  return (
    clause.length <= BRIEF_WORDS && said.some((text) => WELL.has(text)) && said.some((text) => NOW.has(text))
  );
}

/** True where one of the next two clauses tells a cure. */
function isCuredAfter(words: readonly PlacedWord[], to: number): boolean {
  let from = to;
  for (let clauses = 0; clauses < 2 && from < words.length; clauses++) {
    if ((words[from]?.sentence ?? 0) > (words[to - 1]?.sentence ?? 0) + 1) return false;
    const [, end] = segmentAt(words, from);
    if (cures(words.slice(from, end))) return true;
    from = end;
  }
  return false;
}

/** The age of what the words from place `first` to place `last` say, the clause around them read with them. */
export function ageOf(words: readonly PlacedWord[], first: number, last: number): Age {
  const [from, to] = segmentAt(words, first);
  const clause = words.slice(from, to);
  const now = clause.some((word) => NOW.has(word.text)) || texts(clause).join(' ').includes('this time');
  if (!now && (usedTo(words, from, first) || clause.some((word) => FORMERLY.has(word.text)))) return 'over';
  if (isGoneAfter(words, last)) return 'over';
  const early = clause.some((word) => EARLIER.has(word.text));
  const past = early || clause.some((word) => PAST_VERB.test(word.text));
  if (past && isCuredAfter(words, to)) return 'over';
  return now ? 'now' : past ? 'past' : 'open';
}

/** True where what is told happened too long ago to have to do with the case. */
export function happenedLongAgo(words: readonly PlacedWord[], place: number): boolean {
  const [from, to] = segmentAt(words, place);
  return isLongAgo(words.slice(from, to));
}
