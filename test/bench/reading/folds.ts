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

/** A base that was taught without one of `count` folds of its examples, and those. */
export function withoutFold(
  kb: KnowledgeBase,
  count: number,
  at: number,
): { readonly taught: KnowledgeBase; readonly held: KnowledgeBase['examples'] } {
  const isHeld = ({ says }: { readonly says: string }): boolean => foldOf(says, count) === at;
  const { problems, replies, turns, statements, articles } = kb.examples;
  const examples = {
    problems: problems.filter((example) => !isHeld(example)),
    replies: replies.filter((example) => !isHeld(example)),
    turns: turns.filter((example) => !isHeld(example)),
    statements: statements.filter((example) => !isHeld(example)),
    articles: articles.filter((example) => !isHeld(example)),
  };
  const held = {
    problems: problems.filter(isHeld),
    replies: replies.filter(isHeld),
    turns: turns.filter(isHeld),
    statements: statements.filter(isHeld),
    articles: articles.filter(isHeld),
  };
  return { taught: { ...kb, examples }, held };
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
