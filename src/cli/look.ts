/** How an output shows replies. */

import { type Look, readableWidth } from '../channels/console/render.ts';
import { styleFor } from '../channels/console/style.ts';
import type { Prepared } from '../core/prepare.ts';
import type { Output, Streams } from './streams.ts';

/** Width and colours of `output`, with the labels of this knowledge base. */
export function lookOf(output: Output, env: Streams['env'], { dialogue }: Prepared): Look {
  return {
    width: readableWidth(output.columns),
    style: styleFor(output.isTTY === true, env),
    roleLabels: new Map([...dialogue.roles.values()].map((role) => [role.id, role.label])),
  };
}
