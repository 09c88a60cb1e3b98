/** What the server asks of the thread that thinks. */

import type { Answer, Asked } from '../../ports.ts';
import type { KnowledgeRead, KnowledgeShown } from '../knowledge.ts';

/** What became of knowledge that a thread was given. */
export type Opened =
  | { readonly kind: 'opened'; readonly knowledge: KnowledgeShown }
  | { readonly kind: 'refused'; readonly errors: readonly string[] };

/** What that thread does. */
export type ResponderMethods = {
  /** Prepares the knowledge; first of all. */
  open(read: KnowledgeRead): Promise<Opened>;
  respond(asked: Asked): Promise<Answer>;
};
