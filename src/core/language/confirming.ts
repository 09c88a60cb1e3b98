/** What is said while it waits whether an answer was meant: yes or no to that, the answer of the question, or anything else. */

import type { Act, Heard } from '../conversation.ts';
import type { Id } from '../knowledge/model.ts';
import type { PlacedWord } from './clauses.ts';
import { type Reading, readingOf, textOf } from './read-message.ts';
import { yesNoOf } from './reading/act.ts';
import { repliedTo } from './replied.ts';

/**
 * What is heard of a reply to "did you mean this?"; an act where it is none and does something else. Clauses that say yes
 * or no are said to that, and what stands beside them is a reply to the question: where it is an answer, it settles both.
 */
export function repliedToConfirm(reading: Reading, question: Id): Heard | Act {
  const { known, words } = reading;
  const said = yesNoIn(reading);
  if (said === null) return repliedTo(reading, question);
  const meant: Heard = { ...known, act: 'answer', yesNo: said.yesNo };
  if (said.beside.length === 0 || said.beside.length === words.length) return meant;
  const beside = repliedTo(readingOf(reading, said.beside), question);
  return typeof beside !== 'string' && isSettled(beside, question) ? beside : meant;
}

/** Whether the question needs not be asked any more. */
const isSettled = ({ facts, notSure }: Heard, question: Id): boolean =>
  notSure || facts.some((fact) => fact.question === question);

/** Yes or no, by the message as a whole or else by its first clause that is either; and the words of all other clauses. */
function yesNoIn({ slice, known, words, text }: Reading): {
  readonly yesNo: 'yes' | 'no';
  readonly beside: readonly PlacedWord[];
} | null {
  const clauses = [...new Set(words.map(({ segment }) => segment))].map((segment) => {
    const own = words.filter((word) => word.segment === segment);
    return { words: own, yesNo: yesNoOf(slice.heads, textOf(known.text, own)) };
  });
  const beside = clauses.filter(({ yesNo }) => yesNo === null).flatMap((clause) => clause.words);
  const yesNo = yesNoOf(slice.heads, text) ?? clauses.find((clause) => clause.yesNo !== null)?.yesNo ?? null;
  return yesNo === null ? null : { yesNo, beside };
}
