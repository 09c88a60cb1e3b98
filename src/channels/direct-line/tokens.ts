/** Signed tokens: who may speak in which conversation, and until when. Nothing of them is stored. */

import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a token says of whoever carries it. */
export interface Ticket {
  /** `access` speaks and reads; `resume` only gets a new `access`, through our own frame. */
  readonly kind: 'access' | 'resume';
  readonly conversationId: string;
  readonly userId: string;
  /** The origin of the page that asked for it; null: a server did, or none was told. */
  readonly origin: string | null;
  /** Milliseconds since 1970 from which on it is not taken any more. */
  readonly expiresAt: number;
}

/** What became of a token. `bad`: altered, signed with another secret, or no token of ours at all. */
export type ReadToken =
  | { readonly kind: 'good'; readonly ticket: Ticket }
  | { readonly kind: 'expired'; readonly ticket: Ticket }
  | { readonly kind: 'bad' };

/** Makes tokens and reads them. */
export interface Tokens {
  sign(ticket: Ticket): string;
  /** `at`: milliseconds since 1970. Never throws. */
  read(token: string, at: number): ReadToken;
}

/**
 * For how long an `access` token is taken, in milliseconds. Range 1 minute..24 hours, default 30 minutes, as the
 * official service has it: clients renew it after 15, and one that leaks is soon worth nothing. Much less loses
 * people whose device slept; much more keeps a leaked one alive.
 */
export const ACCESS_MS = 30 * 60_000;

/**
 * For how long a `resume` token is taken, in milliseconds. Range 1 hour..1 year, default 30 days: whoever comes back
 * to the page within it goes on where they were. It never stands in an address.
 */
export const RESUME_MS = 30 * 24 * 60 * 60_000;

/** Number of the form in which tokens are written; another one is not read. */
const VERSION = 1;

/** Longest token that is looked at, in characters: ids are short, so a longer one is none of ours. */
const MAX_TOKEN_LENGTH = 2_000;

/**
 * Tokens of this secret: base64url of a JSON object, a dot, and base64url of its HMAC-SHA256. Several copies of the
 * program share one secret.
 */
export function createTokens(secret: Uint8Array | string): Tokens {
  const macOf = (payload: string): Buffer => createHmac('sha256', secret).update(payload).digest();

  return {
    sign(ticket) {
      const { kind, conversationId, userId, origin, expiresAt } = ticket;
      const claims = { v: VERSION, k: kind, c: conversationId, u: userId, o: origin, e: expiresAt };
      const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
      return `${payload}.${macOf(payload).toString('base64url')}`;
    },
    read(token, at) {
      const parts = token.length > MAX_TOKEN_LENGTH ? null : /^([\w-]+)\.([\w-]+)$/.exec(token);
      const [, payload = '', mac = ''] = parts ?? [];
      // Texts are compared and not bytes: the last character of base64 has spare bits, which would let a token vary.
      if (parts === null || !sameText(mac, macOf(payload).toString('base64url'))) return { kind: 'bad' };
      const ticket = ticketOf(payload);
      if (ticket === null) return { kind: 'bad' };
      return at < ticket.expiresAt ? { kind: 'good', ticket } : { kind: 'expired', ticket };
    },
  };
}

/** Whether two texts are the same, in a time that does not tell how much of them is. */
export function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** A payload whose mac was right was written here, though perhaps by another version of the program. */
function ticketOf(payload: string): Ticket | null {
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    if (typeof claims !== 'object' || claims === null) return null;
    const { v, k, c, u, o, e }: Readonly<Record<string, unknown>> = { ...claims };
    if (v !== VERSION || (k !== 'access' && k !== 'resume')) return null;
    if (typeof c !== 'string' || typeof u !== 'string' || typeof e !== 'number') return null;
    if (o !== null && typeof o !== 'string') return null;
    return { kind: k, conversationId: c, userId: u, origin: o, expiresAt: e };
  } catch {
    return null;
  }
}
