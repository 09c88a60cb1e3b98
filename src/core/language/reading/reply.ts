/** What a reply answers to the question that waits. */

import type { Id, ReplyKind } from '../../knowledge/model.ts';
import { chanceOf, type SpokenActs } from './act.ts';
import { CERTAINTIES } from './certainties.ts';
import { type Heads, type Read, readWith } from './heads.ts';
import { replyKindOf } from './lesson.ts';
import { replyHead } from './reply-lessons.ts';

/** What a reply was taken for. */
export type Replied =
  | { readonly kind: 'answer' | 'half-heard'; readonly answer: Id; readonly certainty: number }
  | { readonly kind: Exclude<ReplyKind, 'other'> };

/** The same with its probability, 0..1. */
export interface ReadReply {
  readonly replied: Replied;
  readonly probability: number;
}

/**
 * Takes a reply for what it most probably says; null where nothing is probable enough, or the question has no head.
 * Whether it replies at all is told by two heads, that of the question and that of acts, of which the mean counts.
 */
export function readReply(heads: Heads, question: Id, text: string, acts: SpokenActs): ReadReply | null {
  const read = readWith(heads, replyHead(question), text);
  if (read === null) return null;
  const chance = (kind: ReplyKind): number => read.find(({ label }) => label === kind)?.probability ?? 0;
  const replies = (1 - chance('other') + chanceOf(acts, 'answer', 'not-sure')) / 2;
  const inReply = read.filter(({ label }) => label !== 'other' && label !== 'asks-back');
  const sum = inReply.reduce((total, { probability }) => total + probability, 0);
  const certain = inReply.map(
    ({ label, probability }): Read => ({
      label,
      probability: (probability / Math.max(sum, LEAST)) * replies,
    }),
  );
  const asking = chanceOf(acts, 'why', 'side-question', 'asks-back');
  const asksBack = { label: 'asks-back', probability: (chance('asks-back') + asking) / 2 };
  const [surest] = [...certain, asksBack]
    .filter(isSure)
    .sort((one, other) => other.probability - one.probability);
  if (surest !== undefined) return { replied: repliedBy(surest), probability: surest.probability };
  const answer = certain.find(({ label }) => replyKindOf(label) === null);
  if (answer === undefined || answer.probability < CERTAINTIES.halfHeard) return null;
  const { label, probability } = answer;
  return { replied: { kind: 'half-heard', answer: label, certainty: probability }, probability };
}

function isSure({ label, probability }: Read): boolean {
  const kind = replyKindOf(label);
  return probability >= CERTAINTIES[kind === null || kind === 'other' ? 'answer' : kind];
}

function repliedBy({ label, probability }: Read): Replied {
  const kind = replyKindOf(label);
  return kind === null || kind === 'other'
    ? { kind: 'answer', answer: label, certainty: probability }
    : { kind };
}

/** Keeps a division finite where nothing is heard. */
const LEAST = 1e-9;
