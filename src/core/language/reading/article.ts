/** Which article answers a question beside the point. */

import { type Article, type Id, NO_ARTICLE } from '../../knowledge/model.ts';
import { ARTICLE_HEAD } from './article-lessons.ts';
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
}

/** P(article | text) of every article and of `NO_ARTICLE`, likeliest first; null where the base has no head for it. */
export const readArticles = (heads: Heads, text: string): Chances | null =>
  readWith(heads, ARTICLE_HEAD, text)?.map(({ label, probability }) => ({ id: label, probability })) ?? null;

/**
 * P(article | text) by the head and the search together: their mean, but what the head knows as a question that none
 * answers is not searched for. Of 165 side questions of which 105 have an article, taught by ten phrases an article, both
 * answer .55 of those rightly and .05 wrongly; the head alone .43 and .06, the search alone .51 and .05.
 */
export function bothTell(read: Chances | null, found: Chances): Chances {
  if (read === null) return found;
  const none = chanceOf(read, NO_ARTICLE);
  const ids = new Set([...read, ...found].map(({ id }) => id).filter((id) => id !== NO_ARTICLE));
  return [...ids].map((id) => ({
    id,
    probability: (chanceOf(read, id) + (1 - none) * chanceOf(found, id)) / 2,
  }));
}

/**
 * The article that answers what is asked: P(article | text), times how many times likelier its kinds of device are in the
 * case than before it, times what it counts that it belongs beside what waits. Null where none is probable enough.
 */
export function chooseArticle(articles: ReadonlyMap<Id, Article>, asked: Chances, asking: Asking): Id | null {
  const weighed = asked.flatMap(({ id, probability }) => {
    const article = articles.get(id);
    return article === undefined ? [] : [{ id, weight: probability * fits(article, asking) }];
  });
  const none = 1 - asked.reduce((sum, { probability }) => sum + probability, 0);
  const all = weighed.reduce((sum, { weight }) => sum + weight, none);
  const [best] = weighed.sort((one, other) => other.weight - one.weight);
  return best !== undefined && best.weight >= CERTAINTIES.article * all ? best.id : null;
}

/**
 * How many times more an article counts beside a question or problem that it names, 1 to 10. At 1 what waits tells
 * nothing, and of 105 side questions .31 are answered rightly in place of .43; at 10 it outdoes the words.
 */
const BESIDE = 3;

/** What is left of an article whose kinds of device the case rules out, 0 to 0.1: a device may be told wrongly. */
const LEAST_FIT = 0.01;

function fits({ families, about }: Article, { families: now, usually, beside }: Asking): number {
  const belongs = beside !== null && about.includes(beside) ? BESIDE : 1;
  if (families === null) return belongs;
  const before = chanceOf(usually, ...families);
  return belongs * (before === 0 ? 1 : Math.max(LEAST_FIT, chanceOf(now, ...families) / before));
}

const chanceOf = (chances: Chances, ...of: readonly Id[]): number =>
  chances.reduce((sum, { id, probability }) => (of.includes(id) ? sum + probability : sum), 0);
