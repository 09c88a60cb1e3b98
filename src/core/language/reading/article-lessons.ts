/** What tells which article answers a question beside the point. */

import type { TrainOptions } from '../../classifier/model.ts';
import { type KnowledgeBase, NO_ARTICLE } from '../../knowledge/model.ts';
import { type Lesson, labelled } from './lesson.ts';

/** The head that tells the article, or that none answers. */
export const ARTICLE_HEAD = 'answer';

const ARTICLE_OPTIONS: TrainOptions = { heldOut: 700, mostWeights: 3_000_000 };

/** How people ask what each article answers, and what none does. One alone is told from nothing, and is searched for. */
export function articleLessons({ articles, examples }: KnowledgeBase): readonly Lesson[] {
  if (articles.length === 0) return [];
  const asked = articles.flatMap(({ id, asks }) => asks.map(labelled(id)));
  const told = examples.articles.map(({ says, article }) => labelled(article ?? NO_ARTICLE)(says));
  const taught = [...asked, ...told];
  if (new Set(taught.map(({ label }) => label)).size < 2) return [];
  return [{ head: ARTICLE_HEAD, examples: taught, options: ARTICLE_OPTIONS }];
}
