/** The tickets' part of a SQL store. */

import type { TicketBook } from '../ports.ts';
import type { GroupCommit } from './group-commit.ts';
import type { Statements } from './statements.ts';
import { readSummary } from './stored-json.ts';

export function createTicketBook(statements: Statements, together: GroupCommit): TicketBook {
  return {
    openTicket: (effectId, conversation, summary, at) =>
      together(() => {
        statements.openTicket.run({ effectId, conversation, summary: JSON.stringify(summary), at });
        const row = statements.ticketOf.get({ effectId });
        if (row === undefined) throw new Error('The ticket was not kept.');
        return row.id;
      }),
    addToTicket: (effectId, conversation, text, at) =>
      together(() => {
        const before = statements.noteOf.get({ effectId });
        if (before !== undefined) return before.ticket;
        const ticket = statements.lastTicket.get({ conversation })?.id ?? null;
        if (ticket !== null) statements.addNote.run({ effectId, ticket, text, at });
        return ticket;
      }),
    async tickets(limit) {
      return statements.tickets.all({ limit }).map(({ at, summary, ...row }) => ({
        ...row,
        summary: readSummary(summary),
        notes: statements.notes.all({ ticket: row.id }).map((note) => note.text),
        openedAt: at,
      }));
    },
  };
}
