/** One line of `triage`: a ticket, or what is wrong with the line. */

import { z } from 'zod';
import type { Line } from './lines.ts';

/** Longest line that is read, in bytes. */
export const LINE_LIMIT_BYTES = 1024 * 1024;

const ticketId = z.union([z.string(), z.number()]);
const ticket = z.object({ id: ticketId, text: z.string() });

export type TicketId = z.infer<typeof ticketId>;

export type FaultCode = 'LINE_TOO_LONG' | 'NOT_UTF8' | 'NOT_JSON' | 'NOT_A_TICKET' | 'NOT_ANSWERED';

/** What stands on a line. */
export type Ticket =
  | { readonly kind: 'ticket'; readonly id: TicketId; readonly text: string }
  | { readonly kind: 'blank' }
  | {
      readonly kind: 'bad';
      readonly id: TicketId | null;
      readonly code: FaultCode;
      readonly message: string;
    };

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads one line. Never throws. */
export function readTicket(line: Line): Ticket {
  if (line.tooLong) {
    const beginning = line.bytes.toString('utf8');
    return bad(
      earlyId(beginning),
      'LINE_TOO_LONG',
      `The line is longer than ${LINE_LIMIT_BYTES} bytes; shorten its text.`,
    );
  }
  const text = decode(line.bytes);
  if (text === null)
    return bad(
      earlyId(line.bytes.toString('utf8')),
      'NOT_UTF8',
      'The line is not UTF-8; save the file as UTF-8.',
    );
  if (text.trim() === '') return { kind: 'blank' };
  const value = parse(text);
  if (value === undefined)
    return bad(earlyId(text), 'NOT_JSON', 'The line is not JSON; each line must be {"id": …, "text": "…"}.');
  const read = ticket.safeParse(value);
  if (read.success) return { kind: 'ticket', ...read.data };
  const id = z.object({ id: ticketId }).safeParse(value);
  return bad(id.success ? id.data.id : null, 'NOT_A_TICKET', complaint(read.error));
}

function bad(id: TicketId | null, code: FaultCode, message: string): Ticket {
  return { kind: 'bad', id, code, message };
}

function decode(bytes: Buffer): string | null {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return null;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function complaint(error: z.ZodError): string {
  const path = error.issues[0]?.path[0];
  if (path === 'id') return '"id" must be a string or a number.';
  if (path === 'text') return '"text" must be a string.';
  return 'The line must be an object {"id": …, "text": "…"}.';
}

/** The id of a line that is not whole, where the line begins with it. */
function earlyId(text: string): TicketId | null {
  const found = /^\uFEFF?\s*\{\s*"id"\s*:\s*("(?:[^"\\]|\\.){0,200}"|-?\d{1,15})\s*[,}]/u.exec(text);
  const read = ticketId.safeParse(found?.[1] === undefined ? undefined : parse(found[1]));
  return read.success ? read.data : null;
}
