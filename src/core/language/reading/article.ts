/** Which article answers a question beside the point. */

import { type Article, type Id, NO_ARTICLE } from '../../knowledge/model.ts';
import { ARTICLE_HEAD } from './article-lessons.ts';
import type { AskedBeside } from './asked-beside.ts';
import { CERTAINTIES } from './certainties.ts';
import { type Heads, readWith } from './heads.ts';

/** How probable each of some ids is, 0..1; together at most 1. */
export type Chances = readonly { readonly id: Id; readonly probability: number }[];

/** In what case something is asked. */
export interface Asking {
  /** The kinds of device by the case as it stands. */
  readonly families: Chances;
  /** The same before anything was known. */
  readonly usually: Chances;
  /** The question or problem that waits; null: nothing does. */
  readonly beside: Id | null;
  readonly askedBeside: AskedBeside;
}

/** P(article | text) of every article and of `NO_ARTICLE`, likeliest first; null where the base has no head for it. */
export const readArticles = (heads: Heads, text: string): Chances | null =>
  readWith(heads, ARTICLE_HEAD, text)?.map(({ label, probability }) => ({ id: label, probability })) ?? null;

/**
 * P(article | text) by the head and the search together: their mean. What stands among the examples word for word is not
 * searched for, and what the head knows as a question that none answers is searched for as much less. Shares of side
 * questions that have an article and are answered rightly and wrongly, and of those that have none and are answered:
 *
 * | | both | the head alone | the search alone |
 * |---|---|---|---|
 * | taught by ten ways to ask an article; 105 and 60 | .48 .02 .05 | .36 .03 .13 | .48 .06 .17 |
 * | taught by four folds of 4,500 examples as well; 583 and 317 of the fifth | .51 .03 .06 | .55 .05 .11 | .59 .06 .24 |
 */
export function bothTell(read: Chances | null, found: Chances): Chances {
  if (read === null) return found;
  if (read[0]?.probability === 1) return read;
  const none = chanceOf(read, NO_ARTICLE);
  const ids = new Set([...read, ...found].map(({ id }) => id).filter((id) => id !== NO_ARTICLE));
  return [...ids].map((id) => ({
    id,
    probability: (chanceOf(read, id) + (1 - none) * chanceOf(found, id)) / 2,
  }));
}

/**
 * The article that answers what is asked: P(article | text), times how well its kinds of device fit the case; what is lost
 * by that speaks for none. An article that belongs beside what waits counts more. Null where none is probable enough.
 */
export function chooseArticle(articles: ReadonlyMap<Id, Article>, asked: Chances, asking: Asking): Id | null {
  const fitting = asked.flatMap(({ id, probability }) => {
    const article = articles.get(id);
    return article === undefined ? [] : [{ article, probability: probability * fits(article, asking) }];
  });
  const beside = asking.beside === null ? undefined : asking.askedBeside.get(asking.beside);
  const none = 1 - fitting.reduce((sum, { probability }) => sum + probability, 0);
  const weighed = fitting.map(({ article, probability }) => ({
    id: article.id,
    weight: probability * (beside?.get(article.id) ?? 1),
  }));
  const all = weighed.reduce((sum, { weight }) => sum + weight, none * (beside?.get(NO_ARTICLE) ?? 1));
  const [best] = weighed.sort((one, other) => other.weight - one.weight);
  return best !== undefined && best.weight >= CERTAINTIES.article * all ? best.id : null;
}

/** What is left of an article whose kinds of device the case rules out, 0 to 0.1: a device may be told wrongly. */
const LEAST_FIT = 0.01;

/** How probable its kinds of device are beside what they are before anything is known; at most 1. */
function fits({ families }: Article, { families: now, usually }: Asking): number {
  const before = families === null ? 0 : chanceOf(usually, ...families);
  if (families === null || before === 0) return 1;
  return Math.min(1, Math.max(LEAST_FIT, chanceOf(now, ...families) / before));
}

const chanceOf = (chances: Chances, ...of: readonly Id[]): number =>
  chances.reduce((sum, { id, probability }) => (of.includes(id) ? sum + probability : sum), 0);
