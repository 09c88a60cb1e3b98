/** Before Direct Line: which pages may ask, how much, and who answers which path. */

import type { Doorkeeper } from '../channels/direct-line/authorize.ts';
import {
  fault,
  type WebAnswer,
  type WebChannel,
  type WebRequest,
  type WebUpgrade,
} from '../channels/direct-line/exchange.ts';
import type { Limits } from '../channels/direct-line/limits.ts';
import type { Origins } from '../channels/direct-line/origins.ts';
import { type TokenExchange, tooMany } from '../channels/direct-line/token-exchange.ts';
import type { Clock } from '../ports.ts';

/** What stands behind the door. */
export interface DoorParts {
  readonly channel: WebChannel;
  readonly exchange: TokenExchange;
  readonly doorkeeper: Doorkeeper;
  readonly origins: Origins;
  readonly limits: Limits;
  readonly clock: Clock;
  /** What is answered where an answer fails. */
  readonly whenFailed: (error: unknown) => WebAnswer;
}

/** `host`: the Host header of the request, by which our own pages are told. */
export interface Door {
  /** Answers everything below `/v3/directline`, also what browsers ask before they ask. */
  directLine(request: WebRequest, host: string): Promise<WebAnswer>;
  /** Answers `POST /chat/session`, for our own pages alone. */
  session(request: WebRequest, host: string): Promise<WebAnswer>;
  /** Hands a WebSocket to the channel: null, or the answer that refuses it. */
  upgrade(upgrade: WebUpgrade, host: string): Promise<WebAnswer | null>;
}

/** Puts the door before the channel. */
export function createDoor(parts: DoorParts): Door {
  const { channel, exchange, doorkeeper, origins, limits, clock } = parts;
  const isForeign = ({ origin }: WebRequest, host: string): boolean =>
    origin !== null && !origins.isAllowed(origin, host);

  async function route(request: WebRequest): Promise<WebAnswer> {
    switch (request.path.replace(/\/$/, '')) {
      case '/v3/directline/tokens/generate':
        return request.method === 'POST' ? await exchange.generate(request) : notAllowed('POST');
      case '/v3/directline/tokens/refresh':
        return request.method === 'POST' ? exchange.refresh(request) : notAllowed('POST');
      default:
        return refuse(request) ?? (await channel.answer(request)) ?? nothingHere();
    }
  }

  /** Null: it may be said or read. A server that knows our secret is not counted: it speaks for many. */
  function refuse(request: WebRequest): WebAnswer | null {
    const caller = doorkeeper.callerOf(request);
    if (caller.kind !== 'ticket') return null;
    const { conversationId } = caller.ticket;
    if (request.method !== 'POST') return refuseReading(request, conversationId);
    const permit = limits.message(request.address, conversationId, clock());
    return permit.kind === 'granted'
      ? null
      : tooMany('TOO_MANY_MESSAGES', permit.retryAfterMs, 'Too many messages came in too short a time.');
  }

  /** Null: it may be read. */
  function refuseReading({ address }: WebRequest, conversationId: string): WebAnswer | null {
    const permit = limits.read(address, conversationId, clock());
    return permit.kind === 'granted'
      ? null
      : tooMany('TOO_MANY_REQUESTS', permit.retryAfterMs, 'This conversation is read too often.');
  }

  return {
    async directLine(request, host) {
      if (isForeign(request, host)) return foreign();
      const headers = request.origin === null ? { Vary: 'Origin' } : corsHeaders(request.origin);
      if (request.method === 'OPTIONS')
        return { status: 204, body: null, headers: { ...headers, ...PREFLIGHT } };
      // A page of others reads an error, too, only where it is told that it may.
      const answer = await route(request).catch(parts.whenFailed);
      return { ...answer, headers: { ...headers, ...NOT_KEPT, ...answer.headers } };
    },
    async session(request, host) {
      if (request.method !== 'POST') return notAllowed('POST');
      // Old browsers send no origin where a page asks the server it came from.
      if (request.origin !== null && !origins.isOurs(request.origin, host)) return foreign();
      // Looked at before the body, which is the dear part of it.
      const permit = limits.request(request.address, clock());
      const answer =
        permit.kind === 'granted'
          ? await exchange.session(request)
          : tooMany('TOO_MANY_REQUESTS', permit.retryAfterMs, 'Your address asks too often.');
      return { ...answer, headers: { ...NOT_KEPT, ...answer.headers } };
    },
    async upgrade(upgrade, host) {
      const { request, socket } = upgrade;
      if (isForeign(request, host)) return foreign();
      const caller = doorkeeper.callerOf(request, request.query.get('t'));
      if (caller.kind === 'refused') return caller.answer;
      if (caller.kind === 'ticket') {
        const permit = limits.socket(request.address, caller.ticket.conversationId);
        if (permit.kind === 'refused')
          return tooMany(
            'TOO_MANY_STREAMS',
            permit.retryAfterMs,
            'Too many streams are open; close one, or poll.',
          );
        socket.once('close', permit.release);
        // Each stream that is opened reads what was said, so opening one after the other is no way round the limit.
        const refusal = refuseReading(request, caller.ticket.conversationId);
        if (refusal !== null) return refusal;
      }
      return await channel.upgrade(upgrade);
    },
  };
}

/** Tokens and what people write stay in no cache on the way. */
const NOT_KEPT = { 'Cache-Control': 'no-store' };

const corsHeaders = (origin: string): Readonly<Record<string, string>> => ({
  'Access-Control-Allow-Origin': origin,
  'Access-Control-Expose-Headers': 'Retry-After',
  Vary: 'Origin',
});

/**
 * What browsers may send, and for how long they need not ask again: two hours, the most that one of them keeps it, for
 * each question is a round over a slow line. `x-ms-bot-agent` is sent by the official clients.
 */
const PREFLIGHT = {
  'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type, X-Ms-Bot-Agent, X-Requested-With',
  'Access-Control-Max-Age': '7200',
};

const foreign = (): WebAnswer =>
  fault(
    403,
    'FOREIGN_ORIGIN',
    'Pages of this origin may not talk to the bot; its operator can add it to KEYTURN_ORIGINS.',
    { Vary: 'Origin' },
  );

const notAllowed = (allow: string): WebAnswer =>
  fault(405, 'METHOD_NOT_ALLOWED', `Use ${allow} here.`, { Allow: allow });

const nothingHere = (): WebAnswer =>
  fault(
    404,
    'NOT_FOUND',
    'There is nothing at this path; Direct Line begins at POST /v3/directline/conversations.',
  );
