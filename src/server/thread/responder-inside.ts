/** The thread that thinks, as it looks from inside. */

import type { MessagePort } from 'node:worker_threads';
import { createResponder, type Respond } from '../../responder.ts';
import type { ServedKnowledge } from '../knowledge.ts';
import { serveCalls } from './calls.ts';
import type { ResponderMethods } from './methods.ts';

/** Serves `respond`, with the knowledge that `load` reads, to the other end of `port` until that ends the thread. */
export function serveResponder(
  port: MessagePort,
  load: () => Promise<ServedKnowledge>,
  respond: Respond,
): void {
  let knowledge: ServedKnowledge | null = null;
  const responder = createResponder(respond, () => {
    if (knowledge === null) throw new Error('The thread was asked before it was opened.');
    return knowledge.prepared;
  });
  const methods: ResponderMethods = {
    async open() {
      knowledge = await load();
      const { title, hash, roleLabels } = knowledge;
      return { title, hash, roleLabels };
    },
    respond: (asked) => responder.respond(asked),
  };
  serveCalls(port, methods);
}
