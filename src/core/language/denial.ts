/** Whether what a phrase says is denied where it stands. */

import type { PlacedWord } from './clauses.ts';
import { ABILITY, CULPRITS, DETERMINERS, FIELD_NO, NOT_DENYING, PRONOUNS, TRANSPARENT } from './english.ts';
import type { Match } from './find.ts';

/** `inability`: it could not be done, which tells that it was tried. */
export interface Denial {
  readonly kind: 'denied' | 'inability';
  /** Place of the negation. */
  readonly at: number;
}

/** How many words a negation reaches. */
const REACH = 7;

/** `no, the …` and `no it …` answer something; they deny nothing that follows. */
const isInterjection = (word: PlacedWord, next: PlacedWord | undefined): boolean =>
  (word.text === 'no' || word.text === 'nope') &&
  next !== undefined &&
  (DETERMINERS.has(next.text) || PRONOUNS.has(next.text));

const passes = (word: PlacedWord): boolean =>
  word.kind === 'function' || word.prepositional || TRANSPARENT.has(word.text) || word.text.endsWith('ly');

function kindOf(words: readonly PlacedWord[], at: number): Denial | null {
  const word = words[at];
  const next = words[at + 1];
  if (word === undefined || isInterjection(word, next) || NOT_DENYING.has(next?.text ?? '')) return null;
  const disables = word.inability || ABILITY.has(next?.text ?? '') || ABILITY.has(words[at + 2]?.text ?? '');
  return { kind: disables ? 'inability' : 'denied', at };
}

/** A negation before one of the words of the match, with nothing between that it denies instead. */
function before(words: readonly PlacedWord[], match: Match): Denial | null {
  const first = match.at[0] ?? 0;
  for (const place of match.at) {
    for (let at = place - 1; at >= Math.max(0, first - REACH); at--) {
      const word = words[at];
      if (word === undefined || word.scope !== words[place]?.scope) break;
      if (word.kind === 'not') return kindOf(words, at);
      if (!match.at.includes(at) && !passes(word)) break;
    }
  }
  return null;
}

/** `Power cut: no`, `power cut? none`: a field of a form, filled in with a negation. */
function isField(words: readonly PlacedWord[], first: number, last: number): boolean {
  const [before, begin, end, no, next] = [first - 1, first, last, last + 1, last + 2].map((at) => words[at]);
  if (begin === undefined || end === undefined || no === undefined || !FIELD_NO.has(no.text)) return false;
  const alone = begin.sentence === end.sentence && begin.sentence !== before?.sentence;
  return alone && no.sentence - end.sentence <= 1 && next?.sentence !== no.sentence;
}

/** `the key is not the problem`: a negation after the match that clears it. */
function after(words: readonly PlacedWord[], match: Match): Denial | null {
  const last = match.at.at(-1) ?? 0;
  if (isField(words, match.at[0] ?? 0, last)) return { kind: 'denied', at: last + 1 };
  for (let at = last + 1; at <= last + 2; at++) {
    const word = words[at];
    if (word === undefined || word.segment !== words[last]?.segment) return null;
    if (word.kind === 'function') continue;
    if (word.kind !== 'not') return null;
    const cleared = words.slice(at + 1, at + 3);
    return cleared.some((each) => CULPRITS.has(each.text) && each.segment === word.segment)
      ? { kind: 'denied', at }
      : null;
  }
  return null;
}

/** What denies a match; null where nothing does. A phrase with a negation of its own is not denied. */
export function denialOf(words: readonly PlacedWord[], match: Match): Denial | null {
  if (match.phrase.deniedAt >= 0) return null;
  return before(words, match) ?? after(words, match);
}
