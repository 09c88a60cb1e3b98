/** Which article answers a question beside the point. */

import { type Article, type Id, NO_ARTICLE } from '../../knowledge/model.ts';
import { ARTICLE_HEAD } from './article-lessons.ts';
import { CERTAINTIES } from './certainties.ts';
import { type Heads, type Read, readWith } from './heads.ts';

/** How probable each kind of device is, 0..1; together 1. */
export type Families = readonly { readonly id: Id; readonly probability: number }[];

/** In what case something is asked. */
export interface Asking {
  /** By the case as it stands. */
  readonly families: Families;
  /** Before anything was known. */
  readonly usually: Families;
  /** The question or problem that waits; null: nothing does. */
  readonly beside: Id | null;
}

/** P(article | text) of every article and of `NO_ARTICLE`, likeliest first; empty where the base has no head for it. */
export const readArticles = (heads: Heads, text: string): readonly Read[] =>
  readWith(heads, ARTICLE_HEAD, text) ?? [];

/**
 * The article that answers what is asked: P(article | text), times how many times likelier its kinds of device are in the
 * case than before it, times what it counts that it belongs beside what waits. Null where none is probable enough.
 */
export function chooseArticle(
  articles: ReadonlyMap<Id, Article>,
  read: readonly Read[],
  asking: Asking,
): Id | null {
  const known = read.flatMap(({ label, probability }) => {
    const article = articles.get(label);
    return article === undefined ? [] : [{ label, weight: probability * fits(article, asking) }];
  });
  const told = read.reduce(
    (sum, { label, probability }) => (label === NO_ARTICLE ? sum : sum + probability),
    0,
  );
  const all = known.reduce((sum, { weight }) => sum + weight, 1 - told);
  const [best] = known.sort((one, other) => other.weight - one.weight);
  return best !== undefined && best.weight >= CERTAINTIES.article * all ? best.label : null;
}

/**
 * How many times more an article counts beside a question or problem that it names, 1 to 10. At 1 the pending question
 * tells nothing; at 10 it outdoes the words.
 */
const BESIDE = 3;

/** What is left of an article whose kinds of device the case rules out: a device may be told wrongly. 0 to 0.1. */
const LEAST_FIT = 0.01;

function fits({ families, about }: Article, { families: now, usually, beside }: Asking): number {
  const belongs = beside !== null && about.includes(beside) ? BESIDE : 1;
  if (families === null) return belongs;
  const chance = (of: Families): number =>
    of.reduce((sum, { id, probability }) => (families.includes(id) ? sum + probability : sum), 0);
  const before = chance(usually);
  return belongs * (before === 0 ? 1 : Math.max(LEAST_FIT, chance(now) / before));
}
