/** Examples that a reader is not taught, so that people can talk to it in words that it has not met. */

import type { Examples, KnowledgeBase } from '../../core/knowledge/model.ts';
import { comparable } from '../../core/knowledge/phrase.ts';

/** A base that was taught without some of its examples, and those. */
export interface HeldOut {
  readonly taught: KnowledgeBase;
  readonly held: Examples;
}

/** The fold that a text belongs to, by its words alone, so that the same words never stand on both sides. */
function foldOf(text: string, count: number): number {
  let hash = 7;
  for (const letter of comparable(text)) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return hash % count;
}

/** Holds out fold `at` (0 to `count` - 1) of `count` folds of all examples (2 or more). */
export function withoutFold(kb: KnowledgeBase, count: number, at: number): HeldOut {
  const isHeld = ({ says }: { readonly says: string }): boolean => foldOf(says, count) === at;
  return {
    taught: { ...kb, examples: examplesWhere(kb.examples, (example) => !isHeld(example)) },
    held: examplesWhere(kb.examples, isHeld),
  };
}

const examplesWhere = (
  { problems, replies, turns, statements, articles }: Examples,
  is: (example: { readonly says: string }) => boolean,
): Examples => ({
  problems: problems.filter(is),
  replies: replies.filter(is),
  turns: turns.filter(is),
  statements: statements.filter(is),
  articles: articles.filter(is),
});
