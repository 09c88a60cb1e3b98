/** What lies on the desk of an author. */

import type { KnowledgeBase } from '../core/knowledge/model.ts';
import type { Prepared } from '../core/prepare.ts';

/** A base as the workbench needs it: as its authors see it, and ready to answer. */
export interface Desk {
  readonly kb: KnowledgeBase;
  readonly prepared: Prepared;
}
