/** Which article answers what was asked beside the point: its words, the device, and what waits decide together. */

import type { ConversationState, Heard } from './conversation.ts';
import type { Belief } from './diagnosis/diagnose.ts';
import type { Id } from './knowledge/model.ts';
import { chooseArticle, readArticles } from './language/reading/article.ts';
import type { Prepared } from './prepare.ts';

/** The article that answers a side question; null where none does, or nothing was asked. */
export function articleFor(
  kb: Prepared,
  { case: ours }: ConversationState,
  { act, text }: Heard,
  { families }: Belief,
): Id | null {
  const { articles, families: known } = kb.dialogue;
  if (act !== 'side-question' || articles.size === 0) return null;
  const usually = [...known.values()].map(({ id, prior }) => ({ id, probability: prior }));
  const beside = ours?.pending?.id ?? null;
  return chooseArticle(articles, readArticles(kb.language.heads, text), { families, usually, beside });
}
