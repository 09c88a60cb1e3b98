/** What a text answers of the questions that do not wait: people tell what they see, whatever they were asked. */

import type { Id } from '../../knowledge/model.ts';
import { type Heads, readWith } from './heads.ts';
import { replyKindOf } from './lesson.ts';
import { replyHead } from './reply-lessons.ts';

/** An answer to a question that does not wait. */
export interface ToldElsewhere {
  readonly question: Id;
  readonly answer: Id;
  /**
   * The probability of the answer by the head of its question, times its share beside the likeliest answer of any other,
   * 0..1. Of 1,122 replies of four sets that were read while another question waits, this is .5 or more of 589 (.925 of
   * them right) and .4 to .5 of 441 (.55).
   */
  readonly certainty: number;
}

/** The answer that a text most probably gives to one of these questions; null: none of them has a head. */
export function readElsewhere(heads: Heads, questions: readonly Id[], text: string): ToldElsewhere | null {
  const likeliest = questions
    .flatMap((question) => {
      const [best] = (readWith(heads, replyHead(question), text) ?? [])
        .filter(({ label }) => replyKindOf(label) === null)
        .sort((one, other) => other.probability - one.probability);
      return best === undefined ? [] : [{ question, answer: best.label, probability: best.probability }];
    })
    .sort((one, other) => other.probability - one.probability);
  const [best, second] = likeliest;
  if (best === undefined || best.probability === 0) return null;
  const share = best.probability / (best.probability + (second?.probability ?? 0));
  return { question: best.question, answer: best.answer, certainty: best.probability * share };
}
