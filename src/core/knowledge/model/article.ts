/** Articles: what is answered to a question beside the point, one each. */

import type { Id } from './words.ts';

/** An answer, and where it comes from. */
export interface Answering {
  /** One or two sentences that stand alone. */
  readonly says: string;
  /** Ids of `Source`. */
  readonly sources: readonly Id[];
}

/** What is answered to one question that people ask aside: `will I lose the sale?` */
export interface Article extends Answering {
  /** The name of its file. */
  readonly id: Id;
  /** How people ask it. */
  readonly asks: readonly string[];
  /** The families it is asked of; null: any. */
  readonly families: readonly Id[] | null;
  /** Questions and problems beside which it is asked most. */
  readonly about: readonly Id[];
  /** What is said to these families instead; the first entry that names one counts. */
  readonly differs: readonly (Answering & { readonly families: readonly Id[] })[];
}

/** Names the examples that no article answers; no article is called so. */
export const NO_ARTICLE = 'none';

/** What an article says to a family; null: the family is not known. */
export const saidTo = (article: Article, family: Id | null): Answering =>
  article.differs.find(({ families }) => family !== null && families.includes(family)) ?? article;
