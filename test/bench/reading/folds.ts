/** The shipped examples in folds: a base that was taught without some of them, and those. Twins stay together. */

import type { KnowledgeBase } from '../../../src/core/knowledge/model.ts';
import { comparable } from '../../../src/core/knowledge/phrase.ts';
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

/** The fold that a text belongs to, by its words alone, so that the same words never stand on both sides. */
function foldOf(text: string, count: number): number {
  let hash = 7;
  for (const letter of comparable(text)) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return hash % count;
}

/** All examples in `count` folds. */
export function foldsOf(kb: KnowledgeBase, count: number): readonly Fold[] {
  return Array.from({ length: count }, (_, at) => {
    const held = ({ says }: { readonly says: string }): boolean => foldOf(says, count) === at;
    const { problems, replies, turns } = kb.examples;
    return {
      taught: {
        ...kb,
        examples: {
          problems: problems.filter((example) => !held(example)),
          replies: replies.filter((example) => !held(example)),
          turns: turns.filter((example) => !held(example)),
        },
      },
      messages: problems.filter(held).map(lineOf),
      replies: replies.filter(held).map(replyLineOf),
      turns: turns.filter((turn) => held(turn) && turn.while !== 'nothing').map(turnLineOf),
      offPath: turns
        .filter(held)
        .map(offPathLineOf)
        .filter((line) => line !== null),
    };
  });
}
