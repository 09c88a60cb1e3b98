/** Short answers to what the bot waits for: a phrase, a place among the choices, yes or no. */

import type { Id } from '../knowledge/model.ts';
import type { PlacedWord } from './clauses.ts';
import { type FactReader, fromPhrases } from './facts.ts';
import { type FoundFact, foundAt, settle } from './found.ts';
import type { Grammar } from './grammar.ts';

/** The words all together as a fact. */
export const wholeFact = (words: readonly PlacedWord[], owner: number): FoundFact =>
  foundAt(owner, { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 }, 1);

/** `2`, `the second one`, `number 3`: a place among the choices. */
function picked({ places, besidePlaces }: Grammar, words: readonly PlacedWord[]): number | null {
  let place: number | null = null;
  for (const { text } of words) {
    const ordinal = places.get(text) ?? (/^[1-9]$/.test(text) ? Number(text) : null);
    if (ordinal !== null && (place === null || !besidePlaces.has(text))) {
      if (place !== null && place !== ordinal) return null;
      place = ordinal;
    } else if (!besidePlaces.has(text)) return null;
  }
  return place;
}

/** The answer that a phrase of it, a place among the choices, or yes or no, is to the question that waits; null: none. */
export function shortAnswer(
  reader: FactReader,
  question: Id,
  words: readonly PlacedWord[],
  yesNo: 'yes' | 'no' | null,
): FoundFact | null {
  const owners = [...reader.answers.keys()].filter((owner) => reader.answers[owner]?.question === question);
  const [phrased] = settle(
    reader.answers,
    fromPhrases(reader, words, question).filter(({ owner, denied }) => !denied && owners.includes(owner)),
  );
  if (phrased !== undefined) return phrased;
  const place = picked(reader.grammar, words);
  const meant =
    place === null
      ? owners.find((owner) => yesNo !== null && reader.answers[owner]?.says === yesNo)
      : owners.filter((owner) => reader.answers[owner]?.offered === true)[place - 1];
  return meant === undefined ? null : wholeFact(words, meant);
}
