/** `keyturn chat`: a conversation in the terminal. */

import { messagesFrom } from '../channels/console/messages.ts';
import { type Look, renderReply } from '../channels/console/render.ts';
import { shownBy, turnOf } from '../channels/console/turns.ts';
import { curedCase } from '../core/closed-case.ts';
import type { ConversationState, Response, UserTurn } from '../core/conversation.ts';
import type { Prepared } from '../core/prepare.ts';
import { respond } from '../core/respond.ts';
import { appendCase } from './case-file.ts';
import { appendTurn } from './chat-transcript.ts';
import type { Arguments } from './command.ts';
import { loadPrepared } from './knowledge.ts';
import { lookOf } from './look.ts';
import { conversationWith, knowledgeFolder, personOf } from './options.ts';
import { type Streams, write } from './streams.ts';

const LEAVING = new Set(['/quit', '/exit', '/q']);

/** Talks until the input ends or "/quit"; a case that was cured is added to the file of `--cases`. Exit code 0. */
export async function chat(args: Arguments, streams: Streams): Promise<number> {
  const prepared = await loadPrepared(knowledgeFolder(args, streams.env), streams.env);
  const person = personOf(args, prepared);
  const isTerminal = streams.stdin.isTTY === true && streams.stdout.isTTY === true;
  if (isTerminal)
    await write(streams.stderr, 'Your own words, or the number of a choice. /quit or Ctrl-D ends.\n\n');
  const start = conversationWith(prepared, person, Date.now());
  const look = lookOf(streams.stdout, streams.env, prepared);
  await converse(
    prepared,
    start,
    { look, isTerminal, casesFile: args.value('cases'), transcriptFile: args.value('transcript') },
    streams,
  );
  if (isTerminal) await write(streams.stderr, '\n');
  return 0;
}

/** How a conversation is shown, and where its closed cases go; null: nowhere. */
interface Manner {
  readonly look: Look;
  readonly isTerminal: boolean;
  readonly casesFile: string | null;
  /** Where every turn is written down; null: nowhere. */
  readonly transcriptFile: string | null;
}

async function converse(
  kb: Prepared,
  start: ConversationState,
  { look, isTerminal, casesFile, transcriptFile }: Manner,
  streams: Streams,
): Promise<void> {
  const messages = messagesFrom({ input: streams.stdin, terminal: isTerminal ? streams.stdout : null });
  let response = respond(kb, start, { kind: 'joined', id: 'joined', at: Date.now() });
  let shown = shownBy(response.replies);
  await show(response, look, streams);
  let number = 0;
  for await (const typed of messages) {
    if (LEAVING.has(typed.trim())) break;
    number += 1;
    const turn: UserTurn = turnOf(typed, shown, `line-${number}`, Date.now());
    const before = response.state;
    response = respond(kb, before, turn);
    shown = shownBy(response.replies);
    await show(response, look, streams);
    if (transcriptFile !== null) await appendTurn(transcriptFile, turn, response);
    const cured = casesFile === null ? null : curedCase(kb, before, response);
    if (casesFile !== null && cured !== null) await appendCase(casesFile, cured);
  }
}

async function show(response: Response, look: Look, streams: Streams): Promise<void> {
  for (const reply of response.replies) {
    const text = renderReply(reply, look);
    if (text !== '') await write(streams.stdout, `${text}\n`);
  }
  const opened = response.effects.some((effect) => effect.kind === 'open-ticket');
  if (opened)
    await write(streams.stderr, '(A ticket would be opened now; in the terminal nobody takes it.)\n\n');
}
