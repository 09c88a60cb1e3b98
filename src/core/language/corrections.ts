/** Whether a message takes back or replaces something that was said before. */

import type { Case } from '../conversation.ts';
import type { Id } from '../knowledge/model.ts';
import type { ActReader } from './acts.ts';
import type { PlacedWord } from './clauses.ts';
import { STANDING_IN } from './english.ts';
import type { HeardFact } from './facts.ts';

/** True where a clause begins as a correction does. */
export function corrects(reader: ActReader, words: readonly PlacedWord[]): boolean {
  return reader.corrections.some((stems) =>
    words.some((word, at) => {
      const begins = at === 0 || words[at - 1]?.segment !== word.segment;
      return begins && stems.every((stem, offset) => words[at + offset]?.stem === stem);
    }),
  );
}

/** True where the message begins with a `no` that belongs to a correction: `no I meant …` answers nothing. */
export function opensCorrection(reader: ActReader, words: readonly PlacedWord[]): boolean {
  const [first, second] = words;
  if (first?.kind !== 'not' || second === undefined || STANDING_IN.has(second.text)) return false;
  return reader.corrections.some(
    (stems) => stems.length > 1 && stems.every((stem, offset) => words[offset]?.stem === stem),
  );
}

/** True where what is said replaces something known: another answer to a question that has only one. */
export function contradicts(
  ours: Case | null,
  facts: readonly HeardFact[],
  oneAnswer: (question: Id) => boolean,
): boolean {
  return facts.some(
    (fact) =>
      ours?.facts.some(
        (known) =>
          known.question === fact.question &&
          known.answer !== fact.answer &&
          !known.denied &&
          oneAnswer(fact.question),
      ) === true,
  );
}

/** `it is not a scale, it's a till`: what was known is denied, and something else stands in its place. */
export function replaces(ours: Case | null, facts: readonly HeardFact[]): boolean {
  return facts.some(
    ({ question, answer, denied }) =>
      denied &&
      ours?.facts.some((known) => known.question === question && known.answer === answer && !known.denied) ===
        true &&
      facts.some((other) => other.question === question && other.answer !== answer && !other.denied),
  );
}
