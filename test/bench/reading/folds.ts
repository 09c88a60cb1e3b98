/** The shipped examples in folds: a base that was taught without some of them, and those. Twins stay together. */

import type { KnowledgeBase } from '../../../src/core/knowledge/model.ts';
import { withoutFold } from '../../../src/simulate/words/hold-out.ts';
import { lineOf, type MessageLine } from './messages.ts';
import { type OffPathLine, offPathLineOf } from './off-path.ts';
import { type ReplyLine, replyLineOf } from './replies.ts';
import { type TurnLine, turnLineOf } from './turns.ts';

/** One fold. */
export interface Fold {
  readonly taught: KnowledgeBase;
  readonly messages: readonly MessageLine[];
  readonly replies: readonly ReplyLine[];
  readonly turns: readonly TurnLine[];
  readonly offPath: readonly OffPathLine[];
}

/** All examples in `count` folds. */
export function foldsOf(kb: KnowledgeBase, count: number): readonly Fold[] {
  return Array.from({ length: count }, (_, at) => {
    const { taught, held } = withoutFold(kb, count, at);
    return {
      taught,
      messages: held.problems.map(lineOf),
      replies: held.replies.map(replyLineOf),
      turns: held.turns.filter((turn) => turn.while !== 'nothing').map(turnLineOf),
      offPath: held.turns.map(offPathLineOf).filter((line) => line !== null),
    };
  });
}
