/** What was said in `chat`, a JSON line a thing, for "keyturn golden". */

import { appendFile } from 'node:fs/promises';
import type { Response, UserTurn } from '../core/conversation.ts';
import { problemOf } from '../server/system-problems.ts';
import { BadInput } from './faults.ts';

/**
 * Adds a turn at the end of a file, which is made where there is none: `{"person": …}` or `{"chose": …}`, then
 * `{"bot": [{"kind", "id", "text"}]}`. Secrets are masked as everywhere. Throws `BadInput`.
 */
export async function appendTurn(
  path: string,
  turn: UserTurn,
  { reading, replies }: Response,
): Promise<void> {
  const person = turn.kind === 'chose' ? { chose: turn.choice } : { person: reading.heard.text };
  const bot = { bot: replies.map(({ kind, id, text }) => ({ kind, id, text })) };
  try {
    await appendFile(path, `${JSON.stringify(person)}\n${JSON.stringify(bot)}\n`);
  } catch (error) {
    throw new BadInput(`the conversation cannot be added to ${path}: ${problemOf(error)}.`);
  }
}
