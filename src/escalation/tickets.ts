/** The help desk for now: tickets kept beside the conversations, for humans to take up. */

import type { HelpDesk, Log, QuestionBook, TicketBook } from '../ports.ts';

/** A desk that writes into the book: doing an effect twice finds what it wrote the first time. */
export function createTicketDesk(book: TicketBook & QuestionBook, log: Log): HelpDesk {
  return {
    async perform({ id, conversation, effect, at }) {
      switch (effect.kind) {
        case 'open-ticket': {
          const ticket = await book.openTicket(id, conversation, effect.summary, at);
          log.info({ ticket }, 'A case was handed over.');
          return;
        }
        case 'add-to-ticket': {
          const ticket = await book.addToTicket(id, conversation, effect.text, at);
          if (ticket === null)
            log.error({ effect: id }, 'Something was added to a ticket that does not exist.');
          return;
        }
        case 'keep-unanswered':
          await book.keepUnanswered(id, effect.question, at);
          return;
      }
    },
  };
}
