/** Whether the words found for a phrase are worded as it: names as they are written, pronouns for one thing at most. */

import type { PlacedWord } from './clauses.ts';
import { SKIPPED } from './english.ts';
import { mayName } from './nouns.ts';
import type { Phrase } from './phrases.ts';

/** `only this one`, `only mine`: as definite as the thing itself. */
const OWN_ONE: ReadonlySet<string> = new Set(['one', 'mine']);

/** Whether no more than one word of a phrase is a pronoun, and the phrase one that a pronoun may stand in. */
export function isNamed(words: readonly PlacedWord[], phrase: Phrase, found: readonly number[]): boolean {
  const standing = found.filter((place) => {
    const word = words[place];
    return word !== undefined && word.kind !== 'not' && !phrase.stems.includes(word.stem);
  });
  if (standing.length === 0) return true;
  const rest = found.filter((place) => !standing.includes(place));
  if (standing.length > 1) return false;
  if (phrase.manner === 'loose') return rest.some((place) => words[place]?.kind === 'content');
  return phrase.manner === 'literal' && rest.length > 0 && OWN_ONE.has(words[standing[0] ?? -1]?.text ?? '');
}

/** Whether a name is written as it is, and whether `is the key` says that something is the key. */
export function isWorded(words: readonly PlacedWord[], phrase: Phrase, found: readonly number[]): boolean {
  const raw = phrase.rawStems;
  if (raw !== null && !found.every((place) => raw.includes(words[place]?.rawStem ?? ''))) return false;
  const { nouns } = phrase;
  const other = (word: PlacedWord | undefined): boolean =>
    nouns !== null && word !== undefined && !mayName(nouns, word);
  if (found.some((place) => other(words[place]))) return false;
  return !phrase.copula || isPredicate(words, found[0] ?? 0);
}

/** `it is the key`, `not the key`, or the bare noun between two commas; not `the key lock` and not `no key`. */
function isPredicate(words: readonly PlacedWord[], place: number): boolean {
  const word = words[place];
  const next = words[place + 1];
  const goesOn = next !== undefined && next.segment === word?.segment;
  if (goesOn && next.kind === 'content') return false;
  let at = place - 1;
  while (
    at >= 0 &&
    words[at]?.segment === word?.segment &&
    SKIPPED.has(words[at]?.text ?? '') &&
    words[at]?.stem !== 'be'
  )
    at--;
  const before = words[at];
  const opens = before === undefined || before.segment !== word?.segment;
  const turns = !opens && before.text === 'but';
  if (opens || turns) return !goesOn && at < place - 1;
  if (before.kind === 'not') return !['no', 'without', 'none'].includes(before.text);
  return (
    before.stem === 'be' || /^(?:it|that|this)'s$/.test(before.text) || ['its', 'thats'].includes(before.text)
  );
}
