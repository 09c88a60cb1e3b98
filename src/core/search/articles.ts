/** Finds the articles whose words stand in a question beside the point. */

import type { Id, KnowledgeBase } from '../knowledge/model.ts';
import type { Vocabulary } from '../language/words.ts';
import { type DocumentIndex, indexDocuments } from './documents.ts';
import { openIndex, tells } from './open.ts';
import { readerOf } from './problems.ts';
import { searchFor } from './search.ts';
import { soughtIn } from './sought.ts';

/** How much a word in each field weighs, 0..10: how people ask, and what they are told. */
const FIELDS = { asks: 2, says: 1 } as const;

/** At most this many articles are found; behind them none is probable. */
const FOUND = 20;

/**
 * How quickly articles fade that score less than the best, 1 to 10. At 1 one that has half of the words is half as
 * probable; at 10 the best is sure whatever the next. Of 165 side questions as many are answered rightly at 4 as at 6.
 */
const BEHIND = 6;

/** What searching articles needs, built once. Plain data; the documents of the index are the articles, in their order. */
export interface ArticleSearch {
  readonly vocabulary: Vocabulary;
  readonly index: DocumentIndex;
}

/** An article with the probability that it is meant, 0..1; together at most 1. */
export interface FoundArticle {
  readonly id: Id;
  readonly probability: number;
}

/** Indexes every article by how people ask for it and what it says. */
export function prepareArticleSearch(kb: KnowledgeBase, vocabulary: Vocabulary): ArticleSearch {
  const documents = kb.articles.map(({ id, asks, says, differs }) => {
    const examples = kb.examples.articles.filter(({ article }) => article === id);
    const fields: Record<keyof typeof FIELDS, readonly string[]> = {
      asks: [...asks, ...examples.map((example) => example.says)],
      says: [says, ...differs.map((other) => other.says)],
    };
    return { id, fields };
  });
  return { vocabulary, index: indexDocuments(documents, FIELDS, readerOf(vocabulary)) };
}

/**
 * The articles that a text may ask for, likeliest first: by how well each fits beside the others, and all together by how
 * much of what was asked the best has. Words are looked up and never parsed, so any text is safe.
 */
export function findArticles({ vocabulary, index }: ArticleSearch, text: string): readonly FoundArticle[] {
  const words = readerOf(vocabulary)(text);
  const found = searchFor(index, soughtIn(index, [words]), FOUND);
  const [best] = found;
  if (best === undefined) return [];
  const has = new Set(best.terms);
  const asked = [...new Set(words)];
  const covered =
    told(
      index,
      asked.filter((word) => has.has(word)),
    ) / told(index, asked);
  const all = found.reduce((sum, { score }) => sum + (score / best.score) ** BEHIND, 0);
  return found.map(({ id, score }) => ({
    id,
    probability: (covered * (score / best.score) ** BEHIND) / all,
  }));
}

/** How much words tell together; one that stands in no article tells as much as one that stands in a single one. */
function told(index: DocumentIndex, words: readonly string[]): number {
  const open = openIndex(index);
  const rarest = Math.log(1 + (open.documents.length + 0.5) / 0.5);
  return words.reduce((sum, word) => sum + (open.standsIn.has(word) ? tells(open, word) : rarest), 0);
}
