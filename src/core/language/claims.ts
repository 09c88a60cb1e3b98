/** Whether words that speak of something repaired say that it is: `works now`, but not `fix it` nor `worked before`. */

import type { PlacedWord } from './clauses.ts';
import { WISHING } from './english.ts';
import { EARLIER, PRESENT } from './english-times.ts';
import { stem } from './words.ts';

/** How a verb is written where something has come about, by its stem: `fix` → `fixed`, `fixing`. */
export type Forms = ReadonlyMap<string, ReadonlySet<string>>;

/** The written forms of the words of some examples. */
export function formsOf(words: Iterable<{ readonly text: string; readonly stem: string }>): Forms {
  const forms = new Map<string, Set<string>>();
  for (const { text, stem } of words) {
    const known = forms.get(stem);
    if (known === undefined) forms.set(stem, new Set([text]));
    else known.add(text);
  }
  return forms;
}

/** `fix` where the examples know only `fixed`; a misspelt `fixd` is no bare form. */
function isBare(forms: Forms, word: PlacedWord): boolean {
  const known = forms.get(word.stem);
  if (known === undefined || known.has(word.text)) return false;
  return [...known].some((form) => form.startsWith(word.text));
}

/** `restarted` where the examples know only `restart`; a misspelt `restrat` is none. */
export function isInflected(forms: Forms, word: PlacedWord): boolean {
  const known = forms.get(word.stem);
  if (known === undefined || known.has(word.text)) return false;
  return /(?:ed|ing|s)$/.test(word.text) && stem(word.text) === word.rawStem;
}

/** `fix it` and `can you fix it` ask for it; `it work now` says it, with a letter lacking. */
function isOrdered(forms: Forms, clause: readonly PlacedWord[]): boolean {
  return clause.some((word, at) => {
    if (!isBare(forms, word)) return false;
    const before = clause[at - 1];
    return before === undefined || !['it', 'that', 'this', 'they'].includes(before.text);
  });
}

/** `it worked until lunch`. */
function isOver(clause: readonly PlacedWord[]): boolean {
  const early = clause.some(
    (word, at) => EARLIER.has(word.text) && !(word.text === 'last' && clause[at - 1]?.text === 'at'),
  );
  const past = clause.some((word) => /ed$|^(?:was|were|had|did|went)$/.test(word.text));
  return early && past && !clause.some((word) => PRESENT.has(word.text));
}

/** True where the words from `from` to `to` (excluded) say that it is so now, with the clause around them. */
export function isClaimed(forms: Forms, words: readonly PlacedWord[], from: number, to: number): boolean {
  const unit = words.slice(from, to);
  if (unit.some((word) => word.mood !== 'said' && word.mood !== 'shown')) return false;
  const segments = new Set(unit.map((word) => word.segment));
  const clause = words.filter((word) => segments.has(word.segment));
  const first = words[from]?.start ?? 0;
  const last = words[to - 1]?.end ?? first;
  const wished = clause.some((word) => WISHING.has(word.text) && word.start < last);
  return !wished && !isOrdered(forms, clause) && !isOver(clause);
}
