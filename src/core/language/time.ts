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

/** `used to`, but not `is used to`. */
const isUsedTo = (words: readonly PlacedWord[], at: number): boolean =>
  words[at]?.text === 'used' && words[at + 1]?.text === 'to' && words[at - 1]?.stem !== 'be';

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

/** True where a clause says that what came before it is over. */
function cures(clause: readonly PlacedWord[]): boolean {
  if (clause.length > CURE_WORDS) return false;
  const said = clause.map((word) => word.text);
  let first = 0;
  while (first < said.length - 1 && OPENINGS.has(said[first] ?? '')) first++;
  const opening = said[first] ?? '';
  if (clause.some((word) => word.kind === 'not')) return isNoMore(clause, said);
  if (said.includes('still')) return false;
  const begins = STANDING_IN.has(opening) || PRONOUNS.has(opening) || CURED.has(opening);
  if (begins && said.some((text) => CURED.has(text))) return true;
  return (
    clause.length <= BRIEF_WORDS && said.some((text) => WELL.has(text)) && said.some((text) => NOW.has(text))
  );
}

/** `but not any more`, `no longer`: nothing else is denied. */
function isNoMore(clause: readonly PlacedWord[], said: readonly string[]): boolean {
  const noMore = said.includes('anymore') || said.includes('longer') || said.join(' ').endsWith('any more');
  const content = clause.filter((word) => word.kind === 'content').length;
  return noMore && clause.length <= BRIEF_WORDS && content <= 2;
}

/** A segment, from and to (excluded), and what it tells of time. */
interface Clause {
  readonly from: number;
  readonly to: number;
  readonly now: boolean;
  readonly past: boolean;
  readonly formerly: boolean;
  readonly longAgo: boolean;
  /** Place of `used to`; behind the end where there is none. */
  readonly usedTo: number;
  readonly cured: boolean;
}

/** The ends of the segments of a message, by the numbers of the segments. */
function endsOf(words: readonly PlacedWord[]): ReadonlyMap<number, readonly [number, number]> {
  const ends = new Map<number, readonly [number, number]>();
  for (let from = 0; from < words.length; ) {
    const segment = words[from]?.segment ?? 0;
    let to = from + 1;
    while (to < words.length && words[to]?.segment === segment) to++;
    ends.set(segment, [from, to]);
    from = to;
  }
  return ends;
}

/** What the words of one message tell of time; clauses are read once, when they are asked about. */
export interface Times {
  /** The age of what the words from place `first` to place `last` say, the clause around them read with them. */
  readonly ageOf: (first: number, last: number) => Age;
  /** True where what is told happened too long ago to have to do with the case. */
  readonly isLongAgo: (place: number) => boolean;
}

/** Makes ready to tell the times of the words of a message. */
export function timesOf(words: readonly PlacedWord[]): Times {
  const ends = endsOf(words);
  const known = new Map<number, Clause>();
  const clauseAt = (place: number): Clause => {
    const segment = words[place]?.segment ?? 0;
    const read = known.get(segment) ?? readClause(words, ends, ends.get(segment) ?? [place, place]);
    known.set(segment, read);
    return read;
  };
  return {
    ageOf: (first, last) => {
      const { now, past, formerly, usedTo, cured } = clauseAt(first);
      if (!now && (formerly || usedTo < first)) return 'over';
      if (isGoneAfter(words, last) || (past && cured)) return 'over';
      return now ? 'now' : past ? 'past' : 'open';
    },
    isLongAgo: (place) => clauseAt(place).longAgo,
  };
}

function readClause(
  words: readonly PlacedWord[],
  ends: ReadonlyMap<number, readonly [number, number]>,
  [from, to]: readonly [number, number],
): Clause {
  const clause = words.slice(from, to);
  const used = clause.findIndex((_, at) => isUsedTo(words, from + at));
  const thisTime = clause.some(({ text }, at) => text === 'time' && clause[at - 1]?.text === 'this');
  return {
    from,
    to,
    now: thisTime || clause.some((word) => NOW.has(word.text)),
    past: clause.some((word) => EARLIER.has(word.text) || PAST_VERB.test(word.text)),
    formerly: clause.some((word) => FORMERLY.has(word.text)),
    longAgo: isLongAgo(clause),
    usedTo: used < 0 ? to : from + used,
    cured: isCuredAfter(words, ends, to),
  };
}

/** True where one of the next two clauses tells a cure. */
function isCuredAfter(
  words: readonly PlacedWord[],
  ends: ReadonlyMap<number, readonly [number, number]>,
  to: number,
): boolean {
  const latest = (words[to - 1]?.sentence ?? 0) + 1;
  let from = to;
  for (let clauses = 0; clauses < 2; clauses++) {
    const next = words[from];
    if (next === undefined || next.sentence > latest) return false;
    const [, end] = ends.get(next.segment) ?? [from, from + 1];
    if (end - from <= CURE_WORDS && cures(words.slice(from, end))) return true;
    from = end;
  }
  return false;
}
