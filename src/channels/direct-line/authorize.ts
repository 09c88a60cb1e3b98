/** Who is calling: the bearer of a token, or a server that knows our secret. */

import type { Clock } from '../../ports.ts';
import { userIdOf } from './conversation-ids.ts';
import { bearerOf, fault, type WebAnswer, type WebRequest } from './exchange.ts';
import { ACCESS_MS, sameText, type Ticket, type Tokens } from './tokens.ts';

/** Who calls. `refused`: nobody who may, with the answer that says so. */
export type Caller =
  | { readonly kind: 'ticket'; readonly ticket: Ticket }
  | { readonly kind: 'secret' }
  | { readonly kind: 'refused'; readonly answer: WebAnswer };

/** Who calls about one conversation; the secret may speak in any. */
export type Admitted = Exclude<Caller, { readonly kind: 'secret' }>;

/**
 * Tells who calls. `token`: where it stands in the address, as for a WebSocket of a browser, and not in the Authorization
 * header. The secret counts in the header alone: addresses are written into the logs of every proxy on the way.
 */
export interface Doorkeeper {
  callerOf(request: WebRequest, token?: string | null): Caller;
  admit(request: WebRequest, conversationId: string, token?: string | null): Admitted;
}

/** What a doorkeeper knows. */
export interface DoorkeeperParts {
  readonly tokens: Tokens;
  /** Of servers that are on our side; null: there are none. */
  readonly secret: string | null;
  readonly clock: Clock;
}

/**
 * Without a good token the answer is 401; with one that has expired, that belongs to another conversation or was given
 * to a page of another origin it is 403: official clients stop for good at a 401, and ask their page for a new token
 * at a 403, as the official service answers.
 */
export function createDoorkeeper({ tokens, secret, clock }: DoorkeeperParts): Doorkeeper {
  function callerOf(request: WebRequest, inAddress: string | null = null): Caller {
    const token = inAddress ?? bearerOf(request.authorization);
    if (token === null || token === '') return refused(401, 'TOKEN_MISSING', ASK_FOR_ONE);
    if (secret !== null && inAddress === null && sameText(token, secret)) return { kind: 'secret' };
    const read = tokens.read(token, clock());
    if (read.kind === 'bad' || read.ticket.kind !== 'access')
      return refused(401, 'TOKEN_BAD', `This token is not one of ours, or it was altered. ${ASK_FOR_ONE}`);
    if (read.kind === 'expired')
      return refused(403, 'TOKEN_EXPIRED', `This token has expired. ${ASK_FOR_ONE}`);
    const { origin } = read.ticket;
    if (origin !== null && request.origin !== null && origin !== request.origin)
      return refused(
        403,
        'TOKEN_OF_ANOTHER_ORIGIN',
        `A page of another origin got this token. ${ASK_FOR_ONE}`,
      );
    return { kind: 'ticket', ticket: read.ticket };
  }

  return {
    callerOf,
    admit(request, conversationId, token) {
      const caller = callerOf(request, token);
      if (caller.kind === 'refused') return caller;
      if (caller.kind === 'secret')
        return { kind: 'ticket', ticket: ticketOfSecret(conversationId, clock()) };
      if (caller.ticket.conversationId === conversationId) return caller;
      return refused(
        403,
        'OTHER_CONVERSATION',
        'This token belongs to another conversation; use the one that came with this conversation.',
      );
    },
  };
}

const ASK_FOR_ONE =
  'Get a token from POST /v3/directline/tokens/generate and send it as Authorization: Bearer TOKEN.';

function refused(status: 401 | 403, code: string, message: string): Admitted {
  const headers = status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {};
  return { kind: 'refused', answer: fault(status, code, message, headers) };
}

/** A server speaks for whoever it likes; what it opens lasts as long as a token that is new. */
const ticketOfSecret = (conversationId: string, at: number): Ticket => ({
  kind: 'access',
  conversationId,
  userId: userIdOf(conversationId),
  origin: null,
  expiresAt: at + ACCESS_MS,
});
