/** The thread that thinks, as it looks from inside. */

import type { MessagePort } from 'node:worker_threads';
import { createResponder, type Respond } from '../../responder.ts';
import { KnowledgeRefused } from '../../storage/knowledge-folder.ts';
import type { KnowledgeRead, ServedKnowledge } from '../knowledge.ts';
import { serveCalls } from './calls.ts';
import type { ResponderMethods } from './methods.ts';

/** Serves `respond`, with the knowledge that `load` makes, to the other end of `port` until that ends the thread. */
export function serveResponder(
  port: MessagePort,
  load: (read: KnowledgeRead) => Promise<ServedKnowledge>,
  respond: Respond,
): void {
  let knowledge: ServedKnowledge | null = null;
  const responder = createResponder(respond, () => {
    if (knowledge === null) throw new Error('The thread was asked before it was opened.');
    return knowledge.prepared;
  });
  const methods: ResponderMethods = {
    async open(read) {
      try {
        knowledge = await load(read);
      } catch (error) {
        if (error instanceof KnowledgeRefused) return { kind: 'refused', errors: error.errors };
        throw error;
      }
      const { title, hash, roleLabels, sayings } = knowledge;
      return { kind: 'opened', knowledge: { title, hash, roleLabels, sayings } };
    },
    respond: (asked) => responder.respond(asked),
  };
  serveCalls(port, methods);
}
