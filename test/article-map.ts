/**
 * Where every statement of the article stands in the shipped knowledge, or why it stands nowhere. The article is a scrape
 * of shuffled pieces, some of them cut off in the middle of a sentence; each piece has the number under which the
 * knowledge cites it: its line, and a letter where a line holds several.
 */

import { LINES_1_TO_9 } from './article/lines-1-to-9.ts';
import { LINES_10_TO_20 } from './article/lines-10-to-20.ts';

/** A thing of the knowledge base: its kind and its id. `base:title` is the title of the whole. */
export type Place = `${'problem' | 'step' | 'question' | 'family' | 'message' | 'base'}:${string}`;

/** A piece of the article, word for word, and what became of it. */
export type Statement = { readonly id: string; readonly words: string } & (
  | {
      /** Each place where it is said, with some words that say it there; capitals count for nothing. */
      readonly stands: readonly (readonly [place: Place, ...says: string[]])[];
    }
  /** The same words once more, cut off. */
  | { readonly copyOf: string }
  /** Why it stands nowhere. */
  | { readonly dropped: string }
);

/** All pieces, in the order of the article. */
export const ARTICLE: readonly Statement[] = [...LINES_1_TO_9, ...LINES_10_TO_20];
