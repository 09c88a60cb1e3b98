/** How an output shows replies. */

import { type Look, readableWidth } from '../channels/console/render.ts';
import { styleFor } from '../channels/console/style.ts';
import type { KnowledgeBase } from '../core/knowledge/model.ts';
import type { Output, Streams } from './streams.ts';

/** Width and colours of `output`, with the labels of this knowledge base. */
export function lookOf(output: Output, env: Streams['env'], kb: KnowledgeBase): Look {
  return {
    width: readableWidth(output.columns),
    style: styleFor(output.isTTY === true, env),
    roleLabels: new Map(kb.roles.map((role) => [role.id, role.label])),
  };
}
