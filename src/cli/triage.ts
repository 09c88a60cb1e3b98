/** `keyturn triage`: tickets as NDJSON in, diagnoses as NDJSON out, one at a time. */

import type { ConversationState, Response, UserTurn } from '../core/conversation.ts';
import { respond } from '../core/respond.ts';
import { type Answer, answerOf } from './answer-json.ts';
import type { Arguments } from './command.ts';
import { loadPrepared } from './knowledge.ts';
import { linesOf } from './lines.ts';
import { conversationWith, knowledgeFolder, personOf } from './options.ts';
import { type Streams, write } from './streams.ts';
import { type FaultCode, LINE_LIMIT_BYTES, readTicket, type Ticket, type TicketId } from './ticket.ts';

/** Answers one turn, as `respond` does with the knowledge given. */
export type Answering = (state: ConversationState, turn: UserTurn) => Response;

/** Answers every ticket. Exit code 1 where a line was bad. */
export async function triage(args: Arguments, streams: Streams): Promise<number> {
  const prepared = await loadPrepared(knowledgeFolder(args, streams.env), streams.env);
  const person = personOf(args, prepared);
  const open = (at: number): ConversationState => conversationWith(prepared, person, at);
  return await triageLines(streams, open, (state, turn) => respond(prepared, state, turn));
}

/** The run itself: every ticket is a conversation of its own; order is kept, and a bad line does not end it. */
export async function triageLines(
  streams: Pick<Streams, 'stdin' | 'stdout'>,
  open: (at: number) => ConversationState,
  answer: Answering,
): Promise<number> {
  let badLines = 0;
  for await (const line of linesOf(streams.stdin, LINE_LIMIT_BYTES)) {
    const ticket = readTicket(line);
    if (ticket.kind === 'blank') continue;
    const result = resultOf(ticket, line.number, open, answer);
    if ('error' in result) badLines += 1;
    await write(streams.stdout, `${JSON.stringify(result)}\n`);
  }
  return badLines === 0 ? 0 : 1;
}

type Result =
  | ({ readonly id: TicketId } & Answer)
  | {
      readonly id: TicketId | null;
      readonly error: { readonly code: FaultCode; readonly message: string; readonly line: number };
    };

function resultOf(
  ticket: Exclude<Ticket, { kind: 'blank' }>,
  line: number,
  open: (at: number) => ConversationState,
  answer: Answering,
): Result {
  if (ticket.kind === 'bad')
    return { id: ticket.id, error: { code: ticket.code, message: ticket.message, line } };
  const at = Date.now();
  try {
    const turn = {
      kind: 'said',
      id: `line-${line}`,
      at,
      text: ticket.text,
      messageId: null,
      attachments: 0,
    } as const;
    return { id: ticket.id, ...answerOf(answer(open(at), turn)) };
  } catch {
    // One ticket that trips the program must not take the others with it.
    const message = 'This ticket could not be answered; please report it with its text.';
    return { id: ticket.id, error: { code: 'NOT_ANSWERED', message, line } };
  }
}
