/** What is said while it waits whether an answer was meant: yes or no to that, the answer of the question, or anything else. */

import type { Act, Heard } from '../conversation.ts';
import type { Id } from '../knowledge/model.ts';
import type { PlacedWord } from './clauses.ts';
import { type Reading, readingOf, textOf } from './read-message.ts';
import { surestAct, yesNoOf } from './reading/act.ts';
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

/** What a message as a whole does, whatever one clause says: `please, a person`, `yes it works now`. */
const DOING_ELSE: ReadonlySet<Act> = new Set<Act>(['human', 'fixed', 'restart', 'back', 'closing']);

/** Yes or no, by the message as a whole or else by its first clause that is either; and the words of all other clauses. */
function yesNoIn({ slice, known, words, text, acts, waiting }: Reading): {
  readonly yesNo: 'yes' | 'no';
  readonly beside: readonly PlacedWord[];
} | null {
  const clauses = [...new Set(words.map(({ segment }) => segment))].map((segment) => {
    const own = words.filter((word) => word.segment === segment);
    return { words: own, yesNo: yesNoOf(slice.heads, textOf(known.text, own)) };
  });
  const beside = clauses.filter(({ yesNo }) => yesNo === null).flatMap((clause) => clause.words);
  const doesElse = DOING_ELSE.has(surestAct(acts, waiting)?.act ?? 'answer');
  const inClause = doesElse ? undefined : clauses.find((clause) => clause.yesNo !== null);
  const yesNo = yesNoOf(slice.heads, text) ?? inClause?.yesNo ?? null;
  return yesNo === null ? null : { yesNo, beside };
}
