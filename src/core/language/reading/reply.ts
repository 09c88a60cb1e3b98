/** What a reply answers to the question that waits. */

import { classify } from '../../classifier/classify.ts';
import { type Id, REPLY_KINDS, type ReplyKind } from '../../knowledge/model.ts';
import { CERTAINTIES } from './certainties.ts';
import type { Heads } from './heads.ts';
import { replyHead } from './lessons.ts';

/** What a reply was taken for. */
export type Replied =
  | { readonly kind: 'answer' | 'half-heard'; readonly answer: Id; readonly certainty: number }
  | { readonly kind: ReplyKind };

/** Takes a reply for what it most probably says; null where nothing is probable enough, or the question has no head. */
export function readReply(heads: Heads, question: Id, text: string): Replied | null {
  const model = heads.get(replyHead(question))?.model;
  if (model === undefined) return null;
  const { ranked, none } = classify(model, text);
  const readings = ranked.map(({ label, probability }) => ({
    answer: label,
    kind: REPLY_KINDS.find((each) => each === label) ?? null,
    certainty: probability * (1 - none),
  }));
  const [best] = readings;
  if (best?.kind != null && best.certainty >= CERTAINTIES[best.kind]) return { kind: best.kind };
  const answer = readings.find(({ kind }) => kind === null);
  if (answer === undefined || answer.certainty < CERTAINTIES.halfHeard) return null;
  const { certainty } = answer;
  return {
    kind: certainty >= CERTAINTIES.answer ? 'answer' : 'half-heard',
    answer: answer.answer,
    certainty,
  };
}
