/** What the server asks of the thread that thinks. */

import type { Answer, Asked } from '../../ports.ts';
import type { KnowledgeShown } from '../knowledge.ts';

/** What that thread does. */
export type ResponderMethods = {
  /** Reads the knowledge; first of all. Rejects with what the operator must do. */
  open(argument: null): Promise<KnowledgeShown>;
  respond(asked: Asked): Promise<Answer>;
};
