/** Which article answers what was asked beside the point: its words, the device, and what waits decide together. */

import type { Act, ConversationState, Heard } from './conversation.ts';
import type { Belief } from './diagnosis/diagnose.ts';
import type { Id } from './knowledge/model.ts';
import { bothTell, chooseArticle, readArticles } from './language/reading/article.ts';
import type { Prepared } from './prepare.ts';
import { findArticles } from './search/articles.ts';

/** Acts that ask something: what is asked of a question that waits (`what is a seal?`) may have an article as well. */
const ASKING: ReadonlySet<Act> = new Set<Act>(['side-question', 'why']);

/** The article that answers what is asked; null where none does, or nothing was asked. */
export function articleFor(
  kb: Prepared,
  { case: ours }: ConversationState,
  { act, text }: Heard,
  { families }: Belief,
): Id | null {
  if (!ASKING.has(act) || kb.articles === null) return null;
  const asked = bothTell(readArticles(kb.language.heads, text), findArticles(kb.articles, text));
  const usually = [...kb.dialogue.families.values()].map(({ id, prior }) => ({ id, probability: prior }));
  const beside = ours?.pending?.id ?? null;
  return chooseArticle(kb.dialogue.articles, asked, {
    families,
    usually,
    beside,
    askedBeside: kb.language.askedBeside,
  });
}
