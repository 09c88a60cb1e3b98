/** `keyturn ask`: one message in, the diagnosis and the next move out. */

import { respond } from '../core/respond.ts';
import { answerOf } from './answer-json.ts';
import { answerText } from './answer-text.ts';
import type { Arguments } from './command.ts';
import { loadPrepared } from './knowledge.ts';
import { lookOf } from './look.ts';
import { conversationWith, knowledgeFolder, personOf } from './options.ts';
import { readAll, type Streams, write } from './streams.ts';

/** Most that is read of a message on stdin, in bytes; `respond` reads less of it and says so. */
const MESSAGE_LIMIT_BYTES = 4 * 1024 * 1024;

/** Answers one message. Exit code 0. */
export async function ask(args: Arguments, streams: Streams): Promise<number> {
  const prepared = await loadPrepared(knowledgeFolder(args, streams.env), streams.env);
  const person = personOf(args, prepared);
  const text = await messageOf(args, streams);
  const at = Date.now();
  const turn = { kind: 'said', id: 'ask', at, text, messageId: null, attachments: 0 } as const;
  const response = respond(prepared, conversationWith(prepared, person, at), turn);
  const out = args.has('json')
    ? `${JSON.stringify(answerOf(response), null, 2)}\n`
    : answerText(response, prepared, lookOf(streams.stdout, streams.env, prepared));
  await write(streams.stdout, out);
  return 0;
}

async function messageOf(args: Arguments, streams: Streams): Promise<string> {
  if (args.words.length > 0) return args.words.join(' ');
  if (streams.stdin.isTTY === true)
    await write(streams.stderr, 'Type the message, then Ctrl-D on a line of its own.\n');
  return await readAll(streams.stdin, MESSAGE_LIMIT_BYTES);
}
